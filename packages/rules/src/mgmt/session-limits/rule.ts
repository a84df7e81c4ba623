import { change, defineRule, fail, must, notApplicable, pass, unknown, valueOf } from '@breakwater/core'
import { lineDoes, takesNoSession, vtyLines } from '../lines.ts'

export default defineRule({
  id: 'mgmt/session-limits',
  title: 'Bound session length and number of sessions',
  severity: 'low',
  why: 'A stolen session ends by itself, and many logins at once do not shut administrators out',
  guidance: [{ document: 'EVHG', clause: 'E65' }],
  mappings: { stig: ['CISC-ND-000010'], nist: ['AC-10', 'AC-12'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['The control catalogue alone: no public configuration at hand has the command'],
  *check(device) {
    for (const line of vtyLines(device)) {
      const { absoluteTimeout, sessionLimit } = line
      const message = `${lineDoes(line, 'bound')} neither the length nor the number of sessions; set absolute-timeout`
      if (takesNoSession(line)) yield notApplicable(line, `${lineDoes(line, 'take')} no session`)
      else if ((valueOf(absoluteTimeout) ?? 0) > 0 || sessionLimit.state === 'known')
        yield pass(absoluteTimeout.state === 'known' ? absoluteTimeout : sessionLimit)
      else if (absoluteTimeout.state === 'unknown') yield unknown(absoluteTimeout, message, absoluteTimeout.why)
      else
        yield fail(absoluteTimeout, message, { changes: [change(absoluteTimeout, 480)], applicability: 'disruptive' })
    }
    const { server, secureServer, maxConnections } = device.http
    if (valueOf(server) !== true && valueOf(secureServer) !== true) return
    yield must(maxConnections, () => true, {
      message: 'The web server does not bound its connections; set ip http max-connections',
      changes: [change(maxConnections, 2)],
      applicability: 'disruptive',
      at: valueOf(secureServer) === true ? secureServer.at : server.at,
    })
  },
})
