import {
  advice,
  change,
  defineRule,
  fail,
  must,
  notApplicable,
  pass,
  removal,
  valueOf,
  type Device,
} from '@breakwater/core'

function speaksIkev1({ vpn }: Device): boolean {
  return (
    vpn.isakmpPolicies.items.length > 0 ||
    vpn.isakmpProfiles.items.length > 0 ||
    vpn.presharedKeys.items.some(({ kind }) => kind !== 'ikev2') ||
    valueOf(vpn.easyVpn) === true
  )
}

export default defineRule({
  id: 'vpn/no-ikev1-aggressive',
  title: 'Use IKEv2; disable IKEv1 aggressive mode',
  severity: 'medium',
  why: 'Aggressive mode hands out a hash of the pre-shared key to whoever asks, to be tried at leisure',
  guidance: [
    { document: 'EVHG', clause: 'E26' },
    { document: 'EVHG', clause: 'E28' },
    { document: 'NISG', clause: '7.8' },
  ],
  mappings: { nist: ['SC-8', 'CM-7'], cve: ['CVE-2016-6415'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'Cisco, crypto isakmp aggressive-mode disable in the Security Command Reference, commands C: requests are processed without it',
  ],
  *check(device) {
    const { vpn } = device
    const { aggressiveMode, isakmp } = vpn
    if (!speaksIkev1(device)) {
      const subject = aggressiveMode
      return yield vpn.ikev2Profiles.items.length > 0 ? pass(subject, 'IKEv2 alone') : notApplicable(subject)
    }
    if (valueOf(isakmp) === false) return yield pass(isakmp)
    yield must(aggressiveMode, (answered) => !answered, {
      message: 'IKEv1 answers in aggressive mode; write crypto isakmp aggressive-mode disable, and move to IKEv2',
      fix: false,
      // Easy VPN with group keys needs it.
      applicability: valueOf(vpn.easyVpn) === true ? 'lockout-risk' : 'disruptive',
    })
    if (valueOf(aggressiveMode) === false) {
      yield advice(aggressiveMode.at, 'IKEv1 is in use; move to IKEv2')
      return
    }
    for (const { aggressive, key } of vpn.isakmpProfiles.items)
      if (valueOf(aggressive) === true)
        yield fail(aggressive, `IKEv1 profile ${key} begins with aggressive mode; use main mode, or IKEv2`, {
          changes: [change(aggressive, false)],
          applicability: 'disruptive',
        })
    for (const peer of vpn.aggressivePeers.items)
      yield fail(peer, `Peer ${peer.key} is called in aggressive mode; use main mode, or IKEv2`, {
        changes: [removal(peer)],
        applicability: 'disruptive',
      })
  },
})
