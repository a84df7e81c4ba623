import {
  advice,
  change,
  fail,
  pass,
  unknown,
  valueOf,
  type Advice,
  type Device,
  type Item,
  type Judgement,
} from '@breakwater/core'

type Trustpoint = Item<'tls.trustpoints'>
type CertificateItem = Item<'tls.certificates'>

/** What the rule knows of trustpoints, those of the vendor left out. */
export interface Pki {
  readonly trustpoints: readonly Trustpoint[]
  readonly certificateOf: (trustpoint: string) => CertificateItem | undefined
  /** What is wrong with a certificate, in words; empty where nothing is, or nothing can be read. */
  readonly wordsOf: (certificate: CertificateItem | undefined) => string
}

/** The certificate that the TLS web server shows: its trustpoint's, else the self-signed one that IOS makes. */
export function* judgeWebServer({ http, tls }: Device, pki: Pki): Iterable<Judgement | Advice> {
  const { secureServer, secureTrustpoint: named } = http
  const selfSigned = pki.trustpoints.filter(({ enrollment }) => valueOf(enrollment) === 'selfsigned')
  const [first] = selfSigned
  if (valueOf(secureServer) === false && first !== undefined)
    yield advice(first.at, `${first.name} is self-signed; the web server that would show it is off`)
  if (secureServer.state !== 'known' || !secureServer.value) return
  const remedy = { changes: [change(named, '<TRUSTPOINT>')], applicability: 'needs-site-value' } as const
  const enrol = 'enrol one from your CA, and name its trustpoint in ip http secure-trustpoint'
  if (named.state === 'known') {
    const trustpoint = pki.trustpoints.find(({ name }) => name === named.value)
    if (trustpoint === undefined || trustpoint.enrollment.state === 'unknown')
      yield unknown(named, `the trustpoint ${named.value} may be self-signed`, { kind: 'not-in-view' })
    else if (selfSigned.includes(trustpoint)) yield failSelfSigned(trustpoint)
    else yield pass(named)
    return
  }
  if (named.state === 'unknown') return yield unknown(named, `the web server may be self-signed; ${enrol}`, named.why)
  if (first !== undefined && selfSigned.length === pki.trustpoints.length) return yield failSelfSigned(first)
  if (pki.trustpoints.length > 0) {
    const needs = 'which trustpoint the web server uses: ip http secure-trustpoint'
    return yield unknown(named, 'the web server may show a self-signed certificate', { kind: 'site', needs })
  }
  const message = `The web server makes itself a self-signed certificate; ${enrol}`
  if (tls.trustpoints.complete) yield fail(secureServer, message, remedy)
  else yield unknown(secureServer, message, { kind: 'not-in-view' })

  function failSelfSigned(trustpoint: Trustpoint): Judgement {
    const certificate = pki.certificateOf(trustpoint.name)
    const more = pki.wordsOf(certificate)
    const message = `The web server shows the self-signed certificate of ${trustpoint.name}${more === '' ? '' : `, which ${more}`}; ${enrol}`
    return fail(trustpoint.enrollment, message, { ...remedy, at: certificate?.at ?? trustpoint.enrollment.at })
  }
}
