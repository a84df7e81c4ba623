import { defineRule } from '@breakwater/core'
import { cnsaOption, isCipherOutsideCnsa, isWeakCipher, mustBeStrong } from '../algorithms.ts'
import { onSshServer } from '../server.ts'

export default defineRule({
  id: 'ssh/ciphers',
  title: 'Offer only AES-CTR/GCM SSH ciphers',
  severity: 'medium',
  why: 'CBC modes, 3DES and RC4 have known attacks, and a client that offers nothing else is served with them',
  guidance: [
    { document: 'EVHG', clause: 'E34' },
    { document: 'EVHG', clause: 'E41' },
    { document: 'CISCO-RI', clause: 'Feature removal list' },
    { document: 'NISG', clause: '7.2' },
  ],
  mappings: { stig: ['CISC-ND-001210'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'Cisco, SSH Algorithms for Common Criteria Certification, guides for IOS XE 16 and Catalyst 9000 17.3, 17.9 and 17.11',
  ],
  options: cnsaOption,
  check(device, { options }) {
    const isWeak = options.cnsa ? isCipherOutsideCnsa : isWeakCipher
    const recommended = device.platform === 'iosxe' ? ['aes256-gcm', 'aes256-ctr'] : ['aes256-ctr']
    return onSshServer(device, () => [mustBeStrong(device.ssh.serverCiphers, { what: 'ciphers', isWeak, recommended })])
  },
})
