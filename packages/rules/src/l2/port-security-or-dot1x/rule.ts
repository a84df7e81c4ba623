import { change, defineRule, fail, pass, switchports, unknown, valueOf, type Item, type Reason } from '@breakwater/core'

type Port = Item<'interfaces'>

/** A reason that leaves it open whether something admits hosts on the port, or that nothing does. */
function reasonOf({ portSecurity, portControl, controlPolicy }: Port): Reason | undefined {
  for (const fact of [portControl, portSecurity, controlPolicy]) if (fact.state === 'unknown') return fact.why
  return undefined
}

export default defineRule({
  id: 'l2/port-security-or-dot1x',
  title: 'Authenticate or limit hosts on access ports',
  severity: 'medium',
  why: 'A port that takes any host and any number of them lets whoever finds it into the network',
  guidance: [
    { document: 'EVHG', clause: 'E22' },
    { document: 'NISG', clause: '8.4' },
  ],
  mappings: { nist: ['SC-7', 'AC-4'], stig: ['CISC-L2-000020'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Two public references of Catalyst switch security: port security is off on a port until the bare line'],
  *check(device) {
    const { dot1x } = device.switching
    for (const { port, role } of switchports(device)) {
      if (role.kind !== 'access') continue
      const { portControl, portSecurity, controlPolicy, macAuthentication } = port
      const remedy = { changes: [change(portSecurity, true)], applicability: 'disruptive' } as const
      if (valueOf(portSecurity) === true) yield pass(portSecurity)
      else if (controlPolicy.state === 'known') yield pass(controlPolicy)
      else if (valueOf(portControl) === 'force-unauthorized') yield pass(portControl)
      else if (valueOf(portControl) === 'auto') {
        if (valueOf(dot1x) === false && valueOf(macAuthentication) === false)
          yield fail(portControl, `${port.name} asks for 802.1X, which is off without dot1x system-auth-control`, {
            changes: [change(dot1x, true)],
            applicability: 'disruptive',
          })
        else yield pass(portControl)
      } else if (portControl.state === 'known')
        yield fail(
          portControl,
          `${port.name} lets every host in (${portControl.value}); authenticate or limit hosts`,
          remedy,
        )
      else {
        const message = `${port.name} takes any host; authenticate hosts by 802.1X or MAC address, or limit them`
        const why = reasonOf(port)
        if (why === undefined) yield fail(portSecurity, message, { ...remedy, at: port.at })
        else yield unknown(portSecurity, message, why)
      }
    }
  },
})
