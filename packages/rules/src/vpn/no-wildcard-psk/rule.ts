import { change, defineRule, fail, pass, removal, unknown, valueOf } from '@breakwater/core'

export default defineRule({
  id: 'vpn/no-wildcard-psk',
  title: 'Avoid wildcard or weak pre-shared keys',
  severity: 'high',
  why: 'A key for every peer lets in whoever learns it, from anywhere, and stands on every spoke',
  guidance: [
    { document: 'EVHG', clause: 'E26' },
    { document: 'EVHG', clause: 'E61' },
    { document: 'AA25-239A', clause: 'AM16' },
  ],
  mappings: { attack: ['T1552'], nist: ['IA-5', 'SC-12'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations with crypto isakmp key, crypto keyring and IKEv2 keyrings'],
  *check({ vpn }) {
    for (const item of vpn.presharedKeys.items) {
      const { anyPeer, present, kind, keyring } = item
      if (anyPeer.state === 'unknown')
        yield unknown(anyPeer, `the key of ${item.key} may be for every peer`, anyPeer.why)
      if (anyPeer.state !== 'known' || valueOf(present) === false) continue
      if (!anyPeer.value) {
        yield pass(anyPeer)
        continue
      }
      const where = keyring === undefined ? '' : ` in keyring ${keyring}`
      const message = `A pre-shared key${where} is for every peer; give each peer a key of its own, or use certificates`
      // Without a key of its own the entry may serve certificates alone.
      if (present.state === 'unknown') yield unknown(anyPeer, message, present.why)
      if (present.state !== 'known') continue
      const changes = kind === 'ikev2' ? [change(anyPeer, false)] : [removal(item)]
      yield fail(anyPeer, message, { changes, applicability: 'needs-site-value' })
    }
  },
})
