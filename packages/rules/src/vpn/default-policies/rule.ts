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

/** FlexVPN by smart defaults: it is the built-in profiles that are used, by their name. */
function usesSmartDefaults({ vpn, interfaces }: Device): boolean {
  return (
    vpn.ikev2Profiles.items.some(({ name }) => name === 'default') ||
    interfaces.items.some(({ tunnelProtection }) => valueOf(tunnelProtection) === 'default')
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
    'Cisco, show crypto isakmp policy in the IPv6 Command Reference: eight built-in policies from 12.4(20)T on, for devices without their own',
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
    // A proposal of its own comes first: without one, IKEv2 rests on what is built in.
    const rests = ikev2Profiles.items.length > 0 && ikev2Proposals.items.length === 0
    if (rests && usesSmartDefaults(device))
      return yield unknown(fact, 'FlexVPN rests on the built-in IKEv2 proposal', {
        kind: 'release',
        needs: 'the release, and whether the built-in algorithms are wanted',
      })
    yield fail(fact, rests ? `${message}, after a proposal and a policy of your own` : message, {
      changes: builtIn.map((entry) => change(entry.fact, false)),
      applicability: 'disruptive',
    })
  },
})
