import { change, defineRule, must, notApplicable, valueOf, type Device } from '@breakwater/core'
import { lineDoes, takesNoSession, vtyLines } from '../lines.ts'

export default defineRule({
  id: 'mgmt/vty-access-class-ipv6',
  title: 'Restrict IPv6 VTY access as well as IPv4',
  severity: 'high',
  why: 'An IPv4 list alone leaves the same SSH server open to every IPv6 source',
  guidance: [
    { document: 'EVHG', clause: 'E30' },
    { document: 'EVHG', clause: 'E20' },
    { document: 'NISG', clause: '7.3' },
  ],
  mappings: { nist: ['AC-4', 'SC-7'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['The control catalogue alone: no public configuration at hand has the command'],
  *check(device) {
    const speaksIpv6 = ipv6Interface(device)
    if (speaksIpv6 === undefined && device.coverage === 'whole') return
    for (const line of vtyLines(device)) {
      if (takesNoSession(line)) {
        yield notApplicable(line, `${lineDoes(line, 'take')} no session`)
        continue
      }
      const judged = must(line.accessClassIn6, () => true, {
        message: `${lineDoes(line, 'take')} sessions from any IPv6 address, and ${speaksIpv6 ?? 'an interface'} speaks IPv6; add an IPv6 access class`,
        changes: [change(line.accessClassIn6, '<MGMT6-ACL>')],
        applicability: 'needs-site-value',
      })
      yield judged
    }
  },
})

function ipv6Interface({ interfaces }: Device): string | undefined {
  return interfaces.items.find(
    (port) =>
      valueOf(port.shutdown) !== true && (valueOf(port.ipv6) === true || (valueOf(port.addresses6)?.length ?? 0) > 0),
  )?.name
}
