import { change, defineRule, fail, pass, unknown, valueOf, type Fact, type Judgement } from '@breakwater/core'

/** CBC, RC4, DES, no encryption; or RSA alone, which has no forward secrecy. Names that nobody knows are not called weak. */
function isWeak(suite: string): boolean {
  return /rc4|3des|(?:^|-)des(?:-|$)|cbc|null|export|md5|^rsa-/.test(suite)
}

const RECOMMENDED = ['ecdhe-rsa-aes-gcm-sha2']

function judgeList(fact: Fact<readonly string[]>, what: string): Judgement | undefined {
  if (fact.state !== 'known') return undefined
  const weak = fact.value.filter(isWeak)
  const strong = fact.value.filter((suite) => !isWeak(suite))
  if (weak.length === 0) return pass(fact)
  return fail(fact, `${what} takes weak cipher suites: ${weak.join(' ')}; keep to AEAD with ephemeral keys`, {
    changes: [change(fact, strong.length > 0 ? strong : RECOMMENDED)],
    applicability: 'disruptive',
  })
}

export default defineRule({
  id: 'tls/cipher-suites',
  title: 'Restrict TLS cipher suites to AEAD with forward secrecy',
  severity: 'medium',
  why: 'CBC with SHA-1, RC4 and 3DES can be attacked, and with RSA key exchange a stolen key opens recorded sessions',
  guidance: [
    { document: 'EVHG', clause: 'E37' },
    { document: 'CISCO-RI', clause: 'Security warnings reference' },
  ],
  mappings: { nist: ['SC-13'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'Cisco, HTTPS: HTTP Server and Client with SSL 3.0, guides for 12.2T, 15S, 15MT and IOS XE 3: names of the suites',
  ],
  *check({ http, tls }) {
    const { ciphersuites, clientCiphersuites, secureServer } = http
    const server = judgeList(ciphersuites, 'The web server')
    if (server !== undefined) yield server
    else if (ciphersuites.state === 'unknown' && valueOf(secureServer) === true)
      yield unknown(ciphersuites, 'the web server may take weak cipher suites by default', ciphersuites.why)
    const client = judgeList(clientCiphersuites, 'The web client')
    if (client !== undefined) yield client
    for (const profile of tls.profiles.items) {
      const judged = judgeList(profile.ciphersuites, `The TLS profile ${profile.key} of syslog`)
      if (judged !== undefined) yield judged
    }
  },
})
