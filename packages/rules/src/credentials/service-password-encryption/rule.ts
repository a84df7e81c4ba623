import { defineRule, must } from '@breakwater/core'

export default defineRule({
  id: 'credentials/service-password-encryption',
  title: 'Turn on service password-encryption as a minimum',
  severity: 'low',
  why: 'It keeps passwords from a glance over the shoulder; it does not make their storage strong',
  guidance: [{ document: 'EVHG', clause: 'E61' }],
  mappings: { cis: ['1.4.2'], stig: ['CISC-ND-000620'], nist: ['IA-5(1)'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  *check({ services }) {
    yield must(services.passwordEncryption, (on) => on, {
      message: 'service password-encryption is off: passwords without a type of their own are shown in clear text',
      fix: true,
      applicability: 'safe',
    })
  },
})
