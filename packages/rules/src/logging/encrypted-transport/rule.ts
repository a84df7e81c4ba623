import { change, defineRule, fail, notApplicable, pass, unknown, valueOf } from '@breakwater/core'
import { managementVrfs } from '../../mgmt/management-vrf.ts'

export default defineRule({
  id: 'logging/encrypted-transport',
  title: 'Encrypt syslog in transit',
  severity: 'medium',
  why: 'Plain syslog can be read and forged on its way',
  guidance: [
    { document: 'EVHG', clause: 'E07' },
    { document: 'EVHG', clause: 'E32' },
    { document: 'AA25-239A', clause: 'AM12' },
  ],
  mappings: { nist: ['SC-8(1)', 'AU-9(3)'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'Cisco IOS-XE Catalyst SD-WAN system logging guide: syslog by UDP or TCP, and over TLS (RFC 5425)',
    'logging host lines of the test corpus, with transport and port',
  ],
  *check(device, { site }) {
    const { logHosts } = device.management
    const isManagement = managementVrfs(device, site)
    for (const host of logHosts.items) {
      const { address, vrf, transport } = host
      const carried = valueOf(transport) ?? 'udp'
      const message = `Syslog to ${address} travels in clear (${carried}); use transport tls`
      if (carried === 'tls') yield pass(transport)
      else if (isManagement(valueOf(vrf))) yield pass(vrf, 'it stays in the management VRF')
      else if (vrf.state === 'known')
        yield unknown(host, message, {
          kind: 'site',
          needs: `whether VRF ${vrf.value} is out of band (managementVrfs)`,
        })
      else if (/^1[0-2]\./.test(valueOf(device.train) ?? ''))
        yield notApplicable(host, 'this release has no syslog over TLS')
      else yield fail(host, message, { changes: [change(transport, 'tls')], applicability: 'needs-site-value' })
    }
  },
})
