import { defineRule, fail, notApplicable, pass, unknown, valueOf, type Device } from '@breakwater/core'
import { managementVrfs } from '../../mgmt/management-vrf.ts'

function trainOf(device: Device): number | undefined {
  const [, major, minor] = /^0?(\d+)\.0?(\d+)/.exec(valueOf(device.train) ?? '') ?? []
  return major === undefined ? undefined : Number(major) * 100 + Number(minor)
}

export default defineRule({
  id: 'aaa/tacacs-over-tls',
  title: 'Carry TACACS+ over TLS or IPsec where supported',
  severity: 'low',
  why: 'Intruders have captured TACACS+, whose MD5 pad a stolen key opens',
  guidance: [
    { document: 'EVHG', clause: 'E32' },
    { document: 'AA25-239A', clause: 'A09' },
  ],
  mappings: { nist: ['SC-8(1)'], attack: ['T1040'] },
  platforms: ['iosxe'],
  since: '0.1.0',
  recommended: false,
  verifiedBy: ['Cisco, Configure TACACS+ over TLS 1.3 on an IOS XE device (document 225097, 2025)'],
  *check(device, { site }) {
    const { servers, groups } = device.aaa
    const isManagement = managementVrfs(device, site)
    const release = trainOf(device)
    for (const server of servers.items) {
      const { protocol, name, tls, group } = server
      const message = `${protocol === 'radius' ? 'RADIUS' : 'TACACS+'} to ${name} is not carried over TLS`
      const inGroups = groups.items.filter((it) => it.key === group || (valueOf(it.servers) ?? []).includes(name))
      const outOfBand = inGroups.length > 0 && inGroups.every(({ vrf }) => isManagement(valueOf(vrf)))
      if (valueOf(tls) === true) yield pass(tls)
      else if (release !== undefined && release < 1718)
        yield notApplicable(server, 'this release has no TACACS+ over TLS')
      else if (outOfBand)
        yield unknown(server, message, { kind: 'site', needs: 'whether the management VRF carries nothing else' })
      else if (release === undefined || group !== undefined || protocol === 'radius')
        yield unknown(server, message, { kind: 'release', needs: 'a release that can (TACACS+: 17.18 and later)' })
      else if (tls.state === 'unknown') yield unknown(server, message, tls.why)
      else yield fail(server, message)
    }
  },
})
