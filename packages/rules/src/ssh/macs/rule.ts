import { defineRule, pass } from '@breakwater/core'
import { authenticatesItself, isWeakMac, mustBeStrong } from '../algorithms.ts'
import { onSshServer } from '../server.ts'

export default defineRule({
  id: 'ssh/macs',
  title: 'Offer only SHA-2 SSH MACs',
  severity: 'medium',
  why: 'MD5 and SHA-1 are no sound basis for the integrity of a session that carries the configuration of a network',
  guidance: [
    { document: 'EVHG', clause: 'E34' },
    { document: 'EVHG', clause: 'E41' },
  ],
  mappings: { stig: ['CISC-ND-001200'], nist: ['MA-4(6)'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Cisco, SSH Algorithms for Common Criteria Certification, guides for IOS XE 16 and 17'],
  check(device) {
    const { serverCiphers, serverMacs } = device.ssh
    return onSshServer(device, () => {
      const unused = serverCiphers.state === 'known' && serverCiphers.value.every(authenticatesItself)
      if (unused) return [pass(serverMacs, 'MACs are not used: every cipher authenticates by itself')]
      return [
        mustBeStrong(serverMacs, { what: 'MACs', isWeak: isWeakMac, recommended: ['hmac-sha2-512', 'hmac-sha2-256'] }),
      ]
    })
  },
})
