import { defineRule, fail, pass, unknown, valueOf } from '@breakwater/core'

export default defineRule({
  id: 'ioc/nonstandard-http-port',
  title: 'Explain web servers on other ports',
  severity: 'high',
  why: 'Intruders moved the web interface to high ports, often 18xxx, out of sight of scans',
  guidance: [
    { document: 'AA25-239A', clause: 'A04' },
    { document: 'AA25-239A', clause: 'AH03' },
    { document: 'AA25-239A', clause: 'A02' },
  ],
  mappings: { attack: ['T1571', 'T1071.001'], nist: ['CM-7'] },
  indicator: {
    innocent: 'Another service, such as SSL VPN, has 443, and administration moved to 8443.',
    collect: ['show ip http server status', 'show ip http server connection', 'flow records to the port'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['The control catalogue alone: no public configuration at hand has the command'],
  *check({ http }) {
    const servers = [
      { server: http.server, port: http.port, usual: 80, name: 'The cleartext web server' },
      { server: http.secureServer, port: http.securePort, usual: 443, name: 'The web server' },
    ]
    for (const { server, port, usual, name } of servers) {
      if (valueOf(server) === false) yield pass(server, 'off')
      else if (port.state === 'known' && port.value !== usual) {
        const severity = port.value >= 18000 && port.value < 19000 ? 'high' : 'medium'
        yield fail(port, `${name} is moved to TCP port ${port.value}; find out why`, {
          severity,
          trait: `web server port ${port.value}`,
        })
      } else if (port.state === 'unknown') yield unknown(port, `whether ${name.toLowerCase()} is moved`, port.why)
      else yield pass(port)
    }
  },
})
