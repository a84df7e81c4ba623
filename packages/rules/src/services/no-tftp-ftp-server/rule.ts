import { defineRule, fail, must, mustIfSet, pass, removal, unknown, type Severity } from '@breakwater/core'

/** Files that hold the configuration, secrets included. */
const CONFIGURATION = /^nvram:|startup-config|running-config|private-config|^system:/i

export default defineRule({
  id: 'services/no-tftp-ftp-server',
  title: 'Run no TFTP, FTP or RCP server on the device',
  severity: 'high',
  why: 'Intruders have switched on the TFTP server of routers to carry the configuration away',
  guidance: [
    { document: 'EVHG', clause: 'E52' },
    { document: 'AA25-239A', clause: 'A15' },
    { document: 'EVHG', clause: 'E57' },
  ],
  mappings: { attack: ['T1048.003', 'T1602.002'], nist: ['CM-7'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: tftp-server and ftp-server, in 2 of them'],
  *check({ services }) {
    for (const offered of services.tftpFiles.items) {
      const restricted = offered.accessList.state === 'known'
      const severity: Severity = CONFIGURATION.test(offered.file) ? 'critical' : restricted ? 'medium' : 'high'
      const whom = restricted ? 'behind an access list' : 'to everybody'
      yield fail(offered, `The TFTP server offers ${offered.file} ${whom}; take it away`, {
        changes: [removal(offered)],
        applicability: 'disruptive',
        severity,
      })
    }
    if (services.tftpFiles.items.length === 0) {
      if (services.tftpFiles.complete) yield pass(services.tftpFiles)
      else yield unknown(services.tftpFiles, 'a TFTP server may be configured', { kind: 'not-in-view' })
    }
    yield must(services.ftpServer, (on) => !on, {
      message: 'The FTP server is on; switch it off',
      fix: false,
      applicability: 'disruptive',
    })
    yield mustIfSet(services.remoteCopy, (on) => !on, {
      message: 'The remote copy (rcp) server is on; switch it off',
      fix: false,
      applicability: 'disruptive',
    })
  },
})
