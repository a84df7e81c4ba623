import { advice, change, defineRule, must, valueOf } from '@breakwater/core'
import { keyChainUses } from '../key-chain-uses.ts'

const STRONG = /^(?:hmac-sha-(?:256|384|512)|aes-128-cmac)$/i

export default defineRule({
  id: 'routing/keychain-sha',
  title: 'Use SHA-2 key chains with lifetimes',
  severity: 'low',
  why: 'A key without an algorithm is used with MD5 or not at all, and one without an end is never changed',
  guidance: [
    { document: 'EVHG', clause: 'E44' },
    { document: 'STIG-RTR', clause: 'CISC-RT-000050' },
  ],
  mappings: { stig: ['CISC-RT-000050', 'CISC-RT-000030', 'CISC-RT-000040'], nist: ['IA-7', 'SC-12'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'Cisco, %OSPF-5-NOCRYPTOALG: OSPF assumes no algorithm for a key that names none',
    'Public configurations: key chains of EIGRP with lifetimes',
  ],
  *check(device, { today }) {
    const { keyChains, keys } = device.routing
    const uses = keyChainUses(device)
    for (const chain of keyChains.items) {
      const used = uses.get(chain.name)
      if (chain.kind === 'macsec' || (used !== undefined && used.every(({ onlyMd5 }) => onlyMd5))) continue
      const members = keys.items.filter((key) => key.chain === chain.name)
      for (const key of members) {
        const { algorithm, sendUntil } = key
        const end = valueOf(sendUntil)
        yield must(algorithm, (name) => STRONG.test(name), {
          message: (name) =>
            `Key ${key.number} of key chain ${chain.name} ${name === undefined ? 'has no algorithm, which is MD5 or none' : `is used with ${name}`}; use HMAC-SHA-256 or more`,
          changes: [change(algorithm, 'hmac-sha-256')],
          applicability: 'disruptive',
        })
        if (end !== undefined && end !== 'infinite' && end < today)
          yield advice(sendUntil.at, `Key ${key.number} of key chain ${chain.name} is sent no more since ${end}`)
      }
    }
  },
})
