import {
  change,
  defineRule,
  fail,
  notApplicable,
  pass,
  unknown,
  valueOf,
  type Device,
  type Origin,
} from '@breakwater/core'

export default defineRule({
  id: 'routing/ldp-auth',
  title: 'Authenticate LDP and other MPLS signalling',
  severity: 'low',
  why: 'Whoever can open an LDP session to a core router can pull labelled traffic to himself',
  guidance: [
    { document: 'EVHG', clause: 'E44' },
    { document: 'STIG-RTR', clause: 'CISC-RT-000660' },
  ],
  mappings: { stig: ['CISC-RT-000660'], nist: ['IA-3'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: mpls ldp password required, with and without a list'],
  *check(device) {
    const { passwordRequired, passwordFallback, passwordOptions, neighbors, protocol } = device.ldp
    const enabled = enabledAt(device)
    if (enabled === undefined) return yield notApplicable(protocol, 'LDP is not enabled')
    if (passwordRequired.state === 'known' || passwordFallback.state === 'known' || passwordOptions.state === 'known')
      return yield pass(passwordRequired.state === 'known' ? passwordRequired : passwordFallback)
    const protectedNeighbors = neighbors.items.filter(({ password }) => valueOf(password) === true)
    if (protectedNeighbors.length > 0) return yield pass(passwordFallback, 'neighbours have passwords')
    const message = 'LDP sessions are not authenticated; give passwords to the neighbours and require them'
    if (device.coverage === 'part')
      return yield unknown({ ...passwordRequired, at: enabled }, message, { kind: 'not-in-view' })
    yield fail(passwordRequired, message, {
      at: enabled,
      changes: [change(passwordFallback, true), change(passwordRequired, 'all')],
      applicability: 'needs-site-value',
    })
  },
})

/** Where LDP is configured, if it runs at all: its global command, else the line that enables it. */
function enabledAt(device: Device): Origin | undefined {
  const { ldp, interfaces } = device
  const autoconfig = valueOf(ldp.autoconfig) === true ? ldp.autoconfig.at : undefined
  const port = interfaces.items.find(
    ({ labels, shutdown, labelProtocol }) =>
      labels.state === 'known' && labels.value && valueOf(shutdown) !== true && valueOf(labelProtocol) !== 'tdp',
  )
  const enabled = port?.labels.at ?? autoconfig
  if (enabled === undefined) return undefined
  return ldp.process.state === 'known' ? ldp.process.at : enabled
}
