import { change, defineRule, must, valueOf } from '@breakwater/core'

export default defineRule({
  id: 'mgmt/no-http-server',
  title: 'Disable the cleartext web server',
  severity: 'critical',
  why: 'Passwords cross the network in clear, and the web interface has been taken over at scale',
  guidance: [
    { document: 'EVHG', clause: 'E52' },
    { document: 'EVHG', clause: 'E72' },
    { document: 'EVHG', clause: 'E73' },
    { document: 'AA25-239A', clause: 'AM19' },
    { document: 'AA25-239A', clause: 'A05' },
    { document: 'CISCO-RI', clause: 'Device server configurations' },
    { document: 'BOD-23-02', clause: 'Required actions' },
  ],
  mappings: {
    attack: ['T1190', 'T1040'],
    nist: ['CM-7', 'SC-8'],
    stig: ['CISC-ND-000470'],
    cve: ['CVE-2023-20198', 'CVE-2023-20273'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  *check({ http }) {
    const message = 'The cleartext web server is on; switch it off'
    const changes = [change(http.server, false)]
    // The listener stays open, but serves nothing.
    const empty = valueOf(http.server) === true && valueOf(http.activeSessionModules) === 'none'
    if (empty)
      yield must(http.server, (on) => !on, {
        message: 'The cleartext web server listens, without any module; switch it off',
        changes,
        severity: 'medium',
      })
    else yield must(http.server, (on) => !on, { message, changes })
  },
})
