import { change, defineRule, fail, must, pass, unknown, valueOf, type Severity } from '@breakwater/core'
import { authenticatesItself, isCipher, isHash, strengthened, weaknessOfCipher } from '../algorithms.ts'

function severityOf(ciphers: readonly string[]): Severity {
  return ciphers.some((name) => weaknessOfCipher(name) === 'broken') ? 'high' : 'medium'
}

export default defineRule({
  id: 'vpn/ike-encryption',
  title: 'Use AES-256 for IKE and ESP',
  severity: 'high',
  why: 'DES and 3DES can be broken, and a tunnel without a cipher hides nothing',
  guidance: [
    { document: 'EVHG', clause: 'E27' },
    { document: 'EVHG', clause: 'E47' },
    { document: 'AA25-239A', clause: 'AM14' },
  ],
  mappings: { nist: ['SC-13', 'SC-8(1)'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'A public command reference with the output of show crypto isakmp policy: DES is the default',
    'Public configurations with isakmp policies, IKEv2 proposals and transform sets',
  ],
  *check({ vpn }) {
    for (const { encryption, key } of vpn.isakmpPolicies.items) {
      const written = encryption.state === 'known' && encryption.by === 'config'
      yield must(encryption, (name) => weaknessOfCipher(name) === undefined, {
        message: (name) => `IKEv1 policy ${key} encrypts with ${name}${written ? '' : ' by default'}; use aes 256`,
        fix: 'aes 256',
        applicability: 'disruptive',
        severity: severityOf([valueOf(encryption) ?? 'des']),
      })
    }
    for (const { encryption, key } of vpn.ikev2Proposals.items) {
      if (encryption.state !== 'known') continue
      const weak = encryption.value.filter((name) => weaknessOfCipher(name) !== undefined)
      const strong = encryption.value.filter((name) => weaknessOfCipher(name) === undefined)
      const changes = [change(encryption, strong.length > 0 ? strong : ['aes-cbc-256'])]
      const message = `IKEv2 proposal ${key} offers ${weak.join(', ')}; use AES-256 only`
      if (weak.length === 0) yield pass(encryption)
      else yield fail(encryption, message, { changes, applicability: 'disruptive', severity: severityOf(weak) })
    }
    for (const { transformSets, key } of vpn.ipsecProfiles.items)
      if (transformSets.state === 'absent')
        yield unknown(transformSets, `IPsec profile ${key} names no transform set and rests on the built-in one`, {
          kind: 'release',
          needs: 'the release',
        })
    for (const { transforms, key } of vpn.transformSets.items) {
      if (transforms.state !== 'known') continue
      const ciphers = transforms.value.filter(isCipher)
      const [weak] = ciphers.filter((name) => weaknessOfCipher(name) !== undefined)
      const changes = [change(transforms, strengthened(transforms.value))]
      const remedy = { changes, applicability: 'disruptive', severity: severityOf(ciphers) } as const
      if (weak !== undefined && (weak === 'esp-null' || weak.startsWith('esp-gmac')))
        yield fail(transforms, `Transform set ${key} does not encrypt (${weak}); use AES-256`, remedy)
      else if (weak !== undefined)
        yield fail(transforms, `Transform set ${key} encrypts with ${weak}; use AES-256`, remedy)
      else if (ciphers.length > 0) yield pass(transforms)
      else if (transforms.value.some((name) => isHash(name) && !authenticatesItself(name)))
        yield fail(transforms, `Transform set ${key} does not encrypt; use AES-256`, remedy)
    }
  },
})
