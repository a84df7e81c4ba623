import { change, defineRule, fail, notApplicable, pass, unknown, valueOf, type Device } from '@breakwater/core'

/** A VPN is in use where an interface has one, or an IKEv2 profile waits for peers. */
function isInUse({ vpn, interfaces }: Device): boolean {
  return (
    vpn.ikev2Profiles.items.length > 0 ||
    interfaces.items.some(({ cryptoMap, tunnelProtection }) =>
      [cryptoMap, tunnelProtection].some(({ state }) => state === 'known'),
    )
  )
}

export default defineRule({
  id: 'vpn/default-policies',
  title: 'Remove default IKE policies and unused VPN algorithms',
  severity: 'medium',
  why: 'What is built in takes weaker algorithms than the policies that somebody wrote, and shows in no configuration',
  guidance: [
    { document: 'EVHG', clause: 'E28' },
    { document: 'AA25-239A', clause: 'AM14' },
  ],
  mappings: { nist: ['CM-7', 'SC-13'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'Cisco, crypto isakmp default policy in the Security Command Reference, commands C',
    'A laboratory report of 2021 on IKEv2: a proposal that no policy names is not used, the default one is',
  ],
  *check(device) {
    const { isakmp, defaultIsakmpPolicy, defaultIkev2Proposal, defaultIkev2Policy, ikev2Profiles, ikev2Proposals } =
      device.vpn
    if (!isInUse(device)) return yield notApplicable(defaultIsakmpPolicy)
    const builtIn = [
      ...(valueOf(isakmp) === false || defaultIsakmpPolicy.state === 'absent'
        ? []
        : [{ fact: defaultIsakmpPolicy, line: 'no crypto isakmp default policy' }]),
      ...(ikev2Profiles.items.length === 0
        ? []
        : [
            { fact: defaultIkev2Proposal, line: 'no crypto ikev2 proposal default' },
            { fact: defaultIkev2Policy, line: 'no crypto ikev2 policy default' },
          ]),
    ].filter(({ fact }) => valueOf(fact) !== false)
    const [first] = builtIn
    if (first === undefined) return yield pass(defaultIsakmpPolicy)
    const message = `Built-in IKE policies have not been taken away; write ${builtIn.map(({ line }) => line).join(', ')}`
    const { fact } = first
    if (fact.state === 'unknown') return yield unknown(fact, message, fact.why)
    // Smart defaults: without a proposal of its own, the VPN rests on the built-in one.
    if (ikev2Profiles.items.length > 0 && ikev2Proposals.items.length === 0)
      return yield unknown(fact, 'IKEv2 has no proposal of its own and rests on the built-in one', {
        kind: 'release',
        needs: 'the release, and whether the built-in algorithms are wanted',
      })
    yield fail(fact, message, {
      changes: builtIn.map((entry) => change(entry.fact, false)),
      applicability: 'disruptive',
    })
  },
})
