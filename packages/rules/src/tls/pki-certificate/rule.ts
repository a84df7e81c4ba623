import { advice, defineRule, fail, pass, unknown, valueOf, type Device, type Judgement } from '@breakwater/core'
import { weaknessesOf } from './weaknesses.ts'
import { judgeWebServer } from './web-server.ts'

/** Trustpoints of the vendor's own infrastructure: licensing and the identity that the factory gives. */
const VENDOR = /^(?:SLA-TrustPoint|Trustpool\d*|CISCO_|.*SUDI|.*IDEVID)/i

interface Options {
  readonly expiringDays: number
}

function* judgeCertificates({ tls }: Device, today: string, days: number): Iterable<Judgement> {
  for (const { trustpoint, kind, content, at, key, list } of tls.certificates.items) {
    if (VENDOR.test(trustpoint) || kind === 'self-signed') continue
    const subject = { list, key, at }
    const what = kind === 'ca' ? `The CA certificate of ${trustpoint}` : `The certificate of ${trustpoint}`
    if (content.state !== 'known') {
      if (content.state === 'unknown') yield unknown(subject, `${what} may have expired`, content.why)
      continue
    }
    // A CA's key is its own matter, as long as nobody can break it.
    const found = weaknessesOf(content.value, today, days).filter(
      ({ words, severity }) => kind === 'identity' || severity === 'medium' || words.startsWith('expires'),
    )
    if (found.length === 0) yield pass(subject)
    else
      yield fail(subject, `${what} ${found.map(({ words }) => words).join(' and ')}; renew it`, {
        severity: found.some(({ severity }) => severity === 'medium') ? 'medium' : 'low',
      })
  }
}

export default defineRule<Options>({
  id: 'tls/pki-certificate',
  title: 'Use CA-issued certificates instead of self-signed',
  severity: 'medium',
  why: 'Nobody can tell a self-signed certificate from that of an interceptor, and an expired one teaches people to click on',
  guidance: [
    { document: 'EVHG', clause: 'E38' },
    { document: 'EVHG', clause: 'E39' },
  ],
  mappings: { nist: ['SC-17', 'IA-5(2)'], stig: ['CISC-ND-001440'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'Cisco, HTTPS: HTTP Server and Client with SSL 3.0, guides for 12.2T, 15S and IOS XE 3: a self-signed certificate is made without a trustpoint',
    'Configurations of IOS-XE 16 and 17 devices with TP-self-signed and SLA-TrustPoint, whose certificates were decoded',
  ],
  options: {
    schema: {
      type: 'object',
      properties: {
        expiringDays: {
          type: 'integer',
          minimum: 0,
          description: 'Days before its end at which a certificate counts as expiring',
        },
      },
      additionalProperties: false,
    },
    defaults: { expiringDays: 30 },
  },
  *check(device, { today, options }) {
    const { tls } = device
    const own = tls.certificates.items.filter(({ kind }) => kind !== 'ca')
    yield* judgeWebServer(device, {
      trustpoints: tls.trustpoints.items.filter(({ name }) => !VENDOR.test(name)),
      certificateOf: (name) => own.find(({ trustpoint }) => trustpoint === name),
      wordsOf: (certificate) => {
        const content = certificate === undefined ? undefined : valueOf(certificate.content)
        const found = content === undefined ? [] : weaknessesOf(content, today, options.expiringDays)
        return found.map(({ words }) => words).join(' and ')
      },
    })
    yield* judgeCertificates(device, today, options.expiringDays)
    for (const { name, autoEnroll, enrollment, keyBits } of tls.trustpoints.items) {
      if (VENDOR.test(name) || valueOf(enrollment) === 'selfsigned') continue
      if (valueOf(enrollment) === 'url' && autoEnroll.state === 'absent')
        yield advice(enrollment.at, `${name} does not renew its certificate by itself (auto-enroll)`)
      if ((valueOf(keyBits) ?? 4096) < 3072) yield advice(keyBits.at, `${name} asks for an RSA key under 3072 bits`)
    }
  },
})
