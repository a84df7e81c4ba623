import { advice, change, defineRule, fail, must, pass, valueOf, type Severity } from '@breakwater/core'
import { authenticatesItself, isCipher, isHash, strengthened, weaknessOfHash } from '../algorithms.ts'

/** SHA-256 is fine elsewhere: the guidance asks for more. */
function severityOf(hashes: readonly string[]): Severity {
  return hashes.every((name) => weaknessOfHash(name) === 'short') ? 'low' : 'medium'
}

export default defineRule({
  id: 'vpn/ike-hash',
  title: 'Use SHA-384 or SHA-512 for VPN integrity',
  severity: 'medium',
  why: 'MD5 and SHA-1 are at their end, and what protects a tunnel has to last as long as its secrets',
  guidance: [
    { document: 'EVHG', clause: 'E27' },
    { document: 'EVHG', clause: 'E48' },
    { document: 'AA25-239A', clause: 'AM14' },
  ],
  mappings: { nist: ['SC-13'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'A public command reference with the output of show crypto isakmp policy: SHA-1 is the default',
    'Public configurations with isakmp policies, IKEv2 proposals and transform sets',
  ],
  *check({ vpn }) {
    for (const { hash, key } of vpn.isakmpPolicies.items) {
      const written = hash.state === 'known' && hash.by === 'config'
      yield must(hash, (name) => weaknessOfHash(name) === undefined, {
        message: (name) =>
          `IKEv1 policy ${key} hashes with ${name}${written ? '' : ' by default'}; use sha384 or sha512`,
        fix: 'sha384',
        applicability: 'disruptive',
        severity: severityOf([valueOf(hash) ?? 'sha']),
      })
    }
    for (const { integrity, prf, key } of vpn.ikev2Proposals.items) {
      if (integrity.state === 'known') {
        const weak = integrity.value.filter((name) => weaknessOfHash(name) !== undefined)
        const strong = integrity.value.filter((name) => weaknessOfHash(name) === undefined)
        const changes = [change(integrity, strong.length > 0 ? strong : ['sha384'])]
        const message = `IKEv2 proposal ${key} offers ${weak.join(', ')}; use sha384 or sha512 only`
        if (weak.length === 0) yield pass(integrity)
        else yield fail(integrity, message, { changes, applicability: 'disruptive', severity: severityOf(weak) })
      }
      if (prf.state === 'known' && prf.value.some((name) => weaknessOfHash(name) !== undefined))
        yield advice(prf.at, `IKEv2 proposal ${key} derives keys with ${prf.value.join(', ')}; sha384 is better`)
    }
    for (const { transforms, key } of vpn.transformSets.items) {
      if (transforms.state !== 'known') continue
      const hashes = transforms.value.filter(isHash)
      const weak = hashes.filter((name) => weaknessOfHash(name) !== undefined)
      const changes = [change(transforms, strengthened(transforms.value))]
      const remedy = { changes, applicability: 'disruptive' } as const
      const ciphers = transforms.value.filter(isCipher)
      const message = `Transform set ${key} authenticates with ${weak.join(', ')}; use SHA-384 or SHA-512, or GCM`
      if (weak.length > 0) yield fail(transforms, message, { ...remedy, severity: severityOf(weak) })
      else if (hashes.length > 0 || ciphers.some(authenticatesItself)) yield pass(transforms)
      else if (ciphers.length > 0)
        yield fail(
          transforms,
          `Transform set ${key} does not authenticate what it encrypts; use GCM, or SHA-384`,
          remedy,
        )
    }
  },
})
