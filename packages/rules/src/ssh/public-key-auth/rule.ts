import { defineRule, fail, pass, unknown, type Judgement } from '@breakwater/core'
import { onSshServer } from '../server.ts'

export default defineRule({
  id: 'ssh/public-key-auth',
  title: 'Prefer public-key authentication for administrators',
  severity: 'low',
  why: 'A password can be guessed, overheard or reused; a private key never leaves its owner',
  guidance: [
    { document: 'AA25-239A', clause: 'AM07' },
    { document: 'EVHG', clause: 'E62' },
  ],
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  recommended: false,
  verifiedBy: ['Public configurations: ip ssh pubkey-chain and ip ssh server algorithm authentication, in 40 of them'],
  check(device) {
    const { authorizedKeys, serverAuthentication: methods, userTrustpoint } = device.ssh
    return onSshServer(device, (): Judgement[] => {
      if (methods.state === 'known' && methods.by === 'config') {
        if (!methods.value.includes('publickey')) {
          return [fail(methods, `SSH does not offer public keys, only ${methods.value.join(' and ')}`)]
        }
        if (!methods.value.includes('password')) return [pass(methods)]
      }
      if (userTrustpoint.state === 'known') return [pass(userTrustpoint, 'users log in with X.509 certificates')]
      if (authorizedKeys.items.length > 0) return [pass(authorizedKeys)]
      const message = 'No administrator has a public key enrolled for SSH; passwords are the only way in'
      return [
        authorizedKeys.complete
          ? fail(authorizedKeys, message)
          : unknown(authorizedKeys, message, { kind: 'not-in-view' }),
      ]
    })
  },
})
