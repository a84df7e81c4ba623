import { defineRule, fail, pass, unknown } from '@breakwater/core'
import { sshServer } from '../server.ts'

export default defineRule({
  id: 'ssh/rsa-modulus',
  title: 'Use host keys of at least 3072-bit RSA (or an EC key)',
  severity: 'medium',
  why: 'A host key that can be factored lets an attacker pose as the device and take the password of whoever logs in',
  guidance: [
    { document: 'EVHG', clause: 'E42' },
    { document: 'NISG', clause: '7.2' },
  ],
  mappings: { cis: ['2.1.1.3'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: crypto key generate rsa and ip ssh rsa keypair-name, in 20 of them'],
  *check(device) {
    if (sshServer(device) === 'off') return
    const { generatedKeys, rsaKeypair, serverHostKeys } = device.ssh
    if (serverHostKeys.state === 'known' && !serverHostKeys.value.some((name) => name.includes('rsa'))) {
      yield pass(serverHostKeys, 'no RSA host key is offered')
      return
    }
    let judged = false
    for (const key of generatedKeys.items) {
      if (key.algorithm === 'rsa' && rsaKeypair.state === 'known' && key.label !== rsaKeypair.value) continue
      judged = true
      if (key.bits === undefined) yield unknown(key, 'the RSA key is shorter than 3072 bits', TYPED)
      else if (key.algorithm === 'rsa' && key.bits < 3072)
        yield fail(key, `The RSA key has ${key.bits} bits; generate one of 3072 or more`)
      else yield pass(key)
    }
    if (!judged) yield unknown(rsaKeypair, 'the RSA host key is shorter than 3072 bits', KEYS)
  },
})

const KEYS = {
  kind: 'site',
  needs: 'the output of `show crypto key mypubkey all`: keys are no part of the configuration',
} as const
const TYPED = { kind: 'site', needs: 'the modulus that was typed at the prompt' } as const
