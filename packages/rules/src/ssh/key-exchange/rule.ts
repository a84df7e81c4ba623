import { change, defineRule, fail, must } from '@breakwater/core'
import { cnsaOption, isExchangeOutsideCnsa, isGroupExchange, isWeakExchange, mustBeStrong } from '../algorithms.ts'
import { onSshServer } from '../server.ts'

export default defineRule({
  id: 'ssh/key-exchange',
  title: 'Offer only strong SSH key exchange (DH group 16 or better)',
  severity: 'high',
  why: 'Small Diffie-Hellman groups can be broken by precomputation, and one weak offer is enough for a downgrade',
  guidance: [
    { document: 'EVHG', clause: 'E43' },
    { document: 'EVHG', clause: 'E41' },
    { document: 'NISG', clause: '7.2' },
  ],
  mappings: { stig: ['CISC-ND-001200'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'show ip ssh of IOS 15.2 (1024 bits), IOS XE 16.8 and 17.16 (2048 bits)',
    'Cisco, SSH Algorithms for Common Criteria Certification',
  ],
  options: cnsaOption,
  check(device, { options }) {
    const { dhMinSize, serverKeyExchange } = device.ssh
    const isWeak = options.cnsa ? isExchangeOutsideCnsa : isWeakExchange
    const written = serverKeyExchange.state === 'known' && serverKeyExchange.by === 'config'
    return onSshServer(device, () => {
      if (written && (serverKeyExchange.value.some(isWeak) || !serverKeyExchange.value.some(isGroupExchange))) {
        const list = mustBeStrong(serverKeyExchange, { what: 'key exchange', isWeak, recommended: RECOMMENDED })
        const bounded = serverKeyExchange.value.some((name) => name.startsWith('diffie-hellman'))
        // A list of elliptic curves alone leaves nothing to a smallest group, and neither do strong fixed groups.
        const small = dhMinSize.state === 'known' && dhMinSize.by === 'config' && dhMinSize.value < 4096
        if (!bounded || !small || !serverKeyExchange.value.some(isWeak)) return [list]
        const message = `SSH accepts Diffie-Hellman groups of ${dhMinSize.value} bits; require 4096`
        return [list, fail(dhMinSize, message, { changes: [change(dhMinSize, 4096)], applicability: 'lockout-risk' })]
      }
      const lists = device.platform === 'iosxe' && !written ? [change(serverKeyExchange, RECOMMENDED)] : []
      return [
        must(dhMinSize, (bits) => bits >= 4096, {
          message: `SSH accepts Diffie-Hellman groups ${dhMinSize.state === 'known' ? `of ${dhMinSize.value}` : 'below 4096'} bits; require 4096`,
          changes: [change(dhMinSize, 4096), ...lists],
          applicability: 'lockout-risk',
        }),
      ]
    })
  },
})

const RECOMMENDED = ['ecdh-sha2-nistp521', 'ecdh-sha2-nistp384']
