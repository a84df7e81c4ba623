import { advice, change, defineRule, fail, must, pass, valueOf, type Device } from '@breakwater/core'
import { isUnnamedGroup, isWeakGroup, severityOfGroups } from '../algorithms.ts'

/** Perfect forward secrecy of IPsec profiles and crypto maps. */
function phase2({ vpn }: Device) {
  return [
    ...vpn.ipsecProfiles.items.map(({ pfs, key }) => ({ pfs, name: `IPsec profile ${key}` })),
    ...vpn.cryptoMaps.items.map(({ pfs, key }) => ({ pfs, name: `crypto ${key}` })),
  ]
}

export default defineRule({
  id: 'vpn/ike-dh-group',
  title: 'Use IKE Diffie-Hellman groups 15, 16 or 20',
  severity: 'high',
  why: 'Whoever records a tunnel and breaks its key exchange later reads all of it',
  guidance: [
    { document: 'EVHG', clause: 'E27' },
    { document: 'EVHG', clause: 'E46' },
    { document: 'AA25-239A', clause: 'AM14' },
    { document: 'NISG', clause: '7.8' },
  ],
  mappings: { attack: ['T1600.001'], nist: ['SC-13', 'SC-12'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'A public command reference with the output of show crypto isakmp policy: group 1 is the default',
    'Public configurations with isakmp policies, IKEv2 proposals and set pfs',
  ],
  *check(device) {
    const { isakmpPolicies, ikev2Proposals } = device.vpn
    for (const { group, key } of isakmpPolicies.items) {
      const number = valueOf(group)
      yield must(group, (value) => !isWeakGroup(value), {
        message: (value) =>
          `IKEv1 policy ${key} uses Diffie-Hellman group ${value}${group.state === 'known' && group.by === 'config' ? '' : ' by default'}; use 15, 16 or 20`,
        fix: 20,
        applicability: 'disruptive',
        severity: severityOfGroups(number === undefined ? [1] : [number]),
      })
      if (number !== undefined && isUnnamedGroup(number))
        yield advice(group.at, `group ${number} is strong, and not among those that the guidance names`)
    }
    for (const { groups, key } of ikev2Proposals.items) {
      if (groups.state !== 'known') continue
      const weak = groups.value.filter(isWeakGroup)
      const strong = groups.value.filter((group) => !isWeakGroup(group))
      const message = `IKEv2 proposal ${key} offers Diffie-Hellman group ${weak.join(', ')}; use 15, 16 or 20 only`
      const changes = [change(groups, strong.length > 0 ? strong : [20])]
      if (weak.length === 0) yield pass(groups)
      else yield fail(groups, message, { changes, applicability: 'disruptive', severity: severityOfGroups(weak) })
    }
    for (const { pfs, name } of phase2(device)) {
      if (pfs.state !== 'known') continue
      const weak = pfs.value === 'default' || isWeakGroup(pfs.value)
      const group = pfs.value === 'default' ? 'the default group' : `group ${pfs.value}`
      const severity = severityOfGroups(pfs.value === 'default' ? [1] : [pfs.value])
      const message = `Perfect forward secrecy of ${name} uses ${group}; use group 15, 16 or 20`
      if (weak) yield fail(pfs, message, { changes: [change(pfs, 20)], applicability: 'disruptive', severity })
      else yield pass(pfs)
    }
  },
})
