import { advice, change, defineRule, fail, pass, unknown, valueOf } from '@breakwater/core'

/** SSL, TLS 1.0 and 1.1; `tls12` and `TLSv1.2` are both in use. */
function isOld(version: string): boolean {
  return /^(?:ssl|tlsv?1\.?[01]?$)/i.test(version)
}

export default defineRule({
  id: 'tls/min-version',
  title: 'Use TLS 1.3 (at minimum 1.2) on every TLS service',
  severity: 'medium',
  why: 'TLS 1.0 and 1.1 rest on MD5 and SHA-1, and have been withdrawn',
  guidance: [
    { document: 'EVHG', clause: 'E36' },
    { document: 'AA25-239A', clause: 'AM21' },
    { document: 'CISCO-RI', clause: 'Security warnings reference' },
  ],
  mappings: { nist: ['SC-8(1)', 'SC-13'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    "The control catalogue: Cisco's security warnings of IOS XE call TLS 1.0 and 1.1 insecure; not checked further",
  ],
  *check({ http, tls }) {
    const { tlsVersion, secureServer } = http
    const remedy = (fact: typeof tlsVersion) =>
      ({ changes: [change(fact, 'TLSv1.2')], applicability: 'disruptive' }) as const
    if (tlsVersion.state === 'known' && tlsVersion.by === 'config') {
      const message = `The web server takes ${tlsVersion.value}; ask for TLSv1.2, or TLSv1.3 where the image has it`
      if (isOld(tlsVersion.value)) yield fail(tlsVersion, message, remedy(tlsVersion))
      else yield pass(tlsVersion)
      if (tlsVersion.value.endsWith('1.2')) yield advice(tlsVersion.at, 'TLS 1.3 is better where the image has it')
    } else if (valueOf(secureServer) === true) {
      if (tlsVersion.state === 'unknown') yield unknown(tlsVersion, 'the web server may take TLS 1.0', tlsVersion.why)
      else yield pass(tlsVersion)
    }
    for (const { version, key } of tls.profiles.items) {
      if (version.state !== 'known') continue
      const message = `The TLS profile ${key} of syslog takes ${version.value}; ask for TLSv1.2 or TLSv1.3`
      if (isOld(version.value)) yield fail(version, message, remedy(version))
      else yield pass(version)
    }
  },
})
