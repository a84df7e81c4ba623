import { defineRule, must, type SecretUse } from '@breakwater/core'

/** Shared keys that AES can protect as type 6. */
const SHARED: ReadonlySet<SecretUse> = new Set([
  'tacacs',
  'radius',
  'isakmp',
  'ikev2',
  'ezvpn',
  'key-chain',
  'bgp',
  'ospf',
  'isis',
  'eigrp',
  'ldp',
])

export default defineRule({
  id: 'credentials/aes-master-key',
  title: 'Encrypt reversible keys with AES',
  severity: 'medium',
  why: 'Keys that the device has to read back are safe in a backup only when AES encrypts them',
  guidance: [
    { document: 'EVHG', clause: 'E77' },
    { document: 'AA25-239A', clause: 'AM16' },
    { document: 'NSA-PW', clause: 'password types' },
  ],
  mappings: { nist: ['SC-28(1)', 'SC-12'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: password encryption aes, in 1 of them'],
  *check({ secrets, services }) {
    if (!secrets.items.some(({ use, inForce }) => inForce && SHARED.has(use))) return
    yield must(services.aesEncryption, (on) => on, {
      message: 'Shared keys are stored without AES encryption; set a master key and turn on password encryption aes',
      fix: true,
      // Nothing is encrypted before somebody has typed the master key, and a lost one makes backups useless.
      applicability: 'needs-site-value',
    })
  },
})
