import { change, defineRule, fail, must, notApplicable, pass, removal, valueOf } from '@breakwater/core'

export default defineRule({
  id: 'mgmt/api-plaintext',
  title: 'Disable cleartext or unauthenticated programmable interfaces',
  severity: 'high',
  why: 'A programmable interface gives every right over the configuration; in clear it gives them to whoever listens',
  guidance: [
    { document: 'EVHG', clause: 'E52' },
    { document: 'EVHG', clause: 'E45' },
    { document: 'AA25-239A', clause: 'AM05' },
  ],
  mappings: { nist: ['CM-7', 'SC-8'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: restconf, netconf and netconf-yang, in 17 of them'],
  *check({ apis }) {
    const { gnmiInsecureServer, wsmaListeners } = apis
    if (gnmiInsecureServer.state === 'known' && gnmiInsecureServer.by === 'config') {
      yield must(gnmiInsecureServer, (on) => !on, {
        message: 'gNMI is served without TLS; use the secure server',
        changes: [change(gnmiInsecureServer, false)],
        applicability: 'disruptive',
      })
    } else if (gnmiInsecureServer.state === 'unknown')
      yield must(gnmiInsecureServer, (on) => !on, { message: 'gNMI is served without TLS' })
    else yield valueOf(apis.gnmi) === true ? pass(gnmiInsecureServer) : notApplicable(gnmiInsecureServer)
    for (const listener of wsmaListeners.items) {
      const transport = valueOf(listener.transport)
      if (transport !== 'http' && transport !== 'telnet') continue
      yield fail(
        listener.transport,
        `WSMA listener ${listener.name} speaks ${transport.toUpperCase()} in clear; use ssh or https`,
        {
          changes: [removal(listener)],
          applicability: 'disruptive',
        },
      )
    }
  },
})
