import { change, defineRule, fail, notApplicable, pass, unknown, valueOf, type Severity } from '@breakwater/core'

export default defineRule({
  id: 'mgmt/https-server-minimised',
  title: 'Disable or restrict the HTTPS web server',
  severity: 'high',
  why: 'CVE-2023-20198 works over TLS too: only a server that is off or filtered is out of reach',
  guidance: [
    { document: 'EVHG', clause: 'E73' },
    { document: 'EVHG', clause: 'E53' },
    { document: 'AA25-239A', clause: 'AM19' },
    { document: 'AA25-239A', clause: 'AM21' },
    { document: 'BOD-23-02', clause: 'Required actions' },
  ],
  mappings: {
    attack: ['T1190'],
    nist: ['CM-7', 'AC-17', 'SC-7'],
    cis: ['1.2.10', '1.2.11', '1.1.5'],
    cve: ['CVE-2023-20198', 'CVE-2023-20273'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  *check({ http, apis, platform }) {
    const { secureServer, accessClass, authentication } = http
    if (secureServer.state === 'unknown')
      return yield unknown(secureServer, 'the HTTPS web server may be on', secureServer.why)
    if (secureServer.state === 'absent') return yield notApplicable(secureServer)
    if (!secureServer.value) return yield pass(secureServer)
    const open = 'The HTTPS web server answers everybody; switch it off, or give it an access class'
    if (accessClass.state === 'unknown') return yield unknown(secureServer, open, accessClass.why)
    if (accessClass.state === 'absent') {
      const empty = valueOf(http.secureActiveSessionModules) === 'none'
      const severity: Severity = empty ? 'low' : valueOf(apis.restconf) === true ? 'medium' : 'high'
      return yield fail(secureServer, open, {
        severity,
        changes: [change(accessClass, '<MGMT-ACL>')],
        applicability: 'needs-site-value',
      })
    }
    const shared = platform === 'ios' && valueOf(authentication) === 'enable'
    if (!shared) return yield pass(secureServer)
    yield fail(secureServer, 'The HTTPS web server takes the shared enable password; ask for accounts (local or aaa)', {
      severity: 'medium',
      changes: [change(authentication, 'local')],
      applicability: 'lockout-risk',
    })
  },
})
