import { change, defineRule, fail, pass, unknown, valueOf } from '@breakwater/core'

export default defineRule({
  id: 'aaa/tacacs-key-present',
  title: 'Give every AAA server a shared key',
  severity: 'high',
  why: 'Without a key TACACS+ travels in clear, and anybody can answer for the server',
  guidance: [{ document: 'EVHG', clause: 'E44' }],
  mappings: { nist: ['IA-3', 'SC-8'], attack: ['T1556', 'T1040'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['servers of the test corpus, with and without keys of their own'],
  *check({ aaa }) {
    for (const server of aaa.servers.items) {
      const { protocol, name, sharedKey, tls } = server
      const common = protocol === 'radius' ? aaa.radiusKey : aaa.tacacsKey
      const message = `The ${protocol === 'radius' ? 'RADIUS' : 'TACACS+'} server ${name} has no shared key`
      const unclear = [sharedKey, tls, common].find(({ state }) => state === 'unknown')
      if (sharedKey.state === 'known' || common.state === 'known' || valueOf(tls) === true) yield pass(server)
      else if (unclear?.state === 'unknown') yield unknown(server, message, unclear.why)
      else
        yield fail(server, message, {
          changes: [change(sharedKey, '<KEY>')],
          applicability: 'needs-site-value',
        })
    }
  },
})
