import { defineRule, fail, notApplicable, pass, unknown } from '@breakwater/core'
import { aaaState, isServerMethod, vtyLists } from '../lists.ts'
import { serversOf } from '../servers.ts'

export default defineRule({
  id: 'aaa/redundant-servers',
  title: 'Configure at least two AAA servers',
  severity: 'medium',
  why: 'With one server its failure makes the local fallback the normal way in',
  guidance: [{ document: 'EVHG', clause: 'E64' }],
  mappings: { stig: ['CISC-ND-001370'], nist: ['IA-2', 'CM-6(1)'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['server groups of the test corpus, with server, server name and server-private'],
  *check(device) {
    const { servers, groups } = device.aaa
    if (aaaState(device).on === false) return yield notApplicable(servers, 'AAA is off')
    const methods = [
      ...new Set(vtyLists(device, 'authentication login').flatMap((list) => list.methods.filter(isServerMethod))),
    ]
    const asked = methods.length > 0 ? methods : ['group tacacs+', 'group radius']
    const found = asked.map((method) => serversOf(device, method))
    const known = found.flatMap((it) => (it.kind === 'servers' ? [it] : []))
    const addresses = new Set(known.flatMap((it) => it.addresses))
    const names = methods.map((method) => method.replace('group ', '')).join(', ')
    const message = (): string =>
      names === ''
        ? 'There is one AAA server only; name a second one'
        : `Logins are authenticated by one server only (${names}); name a second one`
    if (addresses.size >= 2) return yield pass(servers)
    const open = found.find((it) => it.kind === 'unknown')
    if (open?.kind === 'unknown') return yield unknown(servers, message(), open.why)
    if (addresses.size === 0) return yield notApplicable(servers, 'no AAA server is asked')
    if (!servers.complete || !groups.complete) return yield unknown(servers, message(), { kind: 'not-in-view' })
    yield fail(known.find((it) => it.group !== undefined)?.group ?? servers, message())
  },
})
