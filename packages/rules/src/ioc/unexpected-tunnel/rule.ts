import { defineRule, fail, isPublic, pass, unknown, valueOf, type Item } from '@breakwater/core'
import { nothingToSee } from '../nothing-to-see.ts'
import { isExpected, tunnelsOf } from '../tunnels.ts'

export default defineRule({
  id: 'ioc/unexpected-tunnel',
  title: 'Explain every GRE, mGRE and IPsec tunnel',
  severity: 'high',
  why: 'A tunnel to a host of theirs is how intruders came back and took traffic out',
  guidance: [
    { document: 'EVHG', clause: 'E16' },
    { document: 'AA25-239A', clause: 'A06' },
    { document: 'AA25-239A', clause: 'AM01' },
  ],
  mappings: { attack: ['T1572', 'T1095'], nist: ['SI-4', 'CM-3'], cis: ['3.1.3'] },
  indicator: {
    innocent: 'DMVPN, SD-WAN, a VPN to a cloud, or a customer’s tunnel that the list of expected ones lacks.',
    collect: ['show interface of the tunnel, for its traffic', 'who owns the destination', 'change records'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  recommended: false,
  verifiedBy: ['Public configurations: tunnel interfaces, in 16 of them'],
  *check(device, { site }) {
    const tunnels = tunnelsOf(device)
    if (tunnels.length === 0) return yield nothingToSee(device.interfaces, 'tunnel')
    for (const tunnel of tunnels) {
      const destination = valueOf(tunnel.tunnelDestination)
      const trait = { trait: `tunnel ${destination === undefined ? tunnel.name : `to ${destination}`}` }
      const where = destination === undefined ? '' : ` to ${destination}`
      const expected = isExpected(tunnel, site)
      const protectedBy = valueOf(tunnel.tunnelProtection)
      const at = tunnel.tunnelDestination.state === 'known' ? { at: tunnel.tunnelDestination.at } : {}
      if (expected === true) yield pass(tunnel, 'an expected tunnel', trait)
      else if (expected === false)
        yield fail(tunnel, `${tunnel.name}${where} is none of the tunnels that the site expects`, { ...trait, ...at })
      else if (protectedBy === undefined && destination !== undefined && isPublic(destination) === true)
        yield fail(
          tunnel,
          `${tunnel.name} leads to ${destination}, a host of the Internet, without IPsec; find out why`,
          {
            ...trait,
            ...at,
          },
        )
      else if (protectedBy === undefined && isMultipoint(tunnel) && valueOf(tunnel.nhrp) !== true)
        yield fail(tunnel, `${tunnel.name} is a multipoint tunnel without IPsec and without NHRP; find out why`, trait)
      else
        yield unknown(
          tunnel,
          `whether ${tunnel.name}${where} is expected`,
          { kind: 'site', needs: 'the expected tunnels' },
          trait,
        )
    }
  },
})

function isMultipoint({ tunnelMode }: Item<'interfaces'>): boolean {
  return valueOf(tunnelMode)?.startsWith('gre multipoint') === true
}
