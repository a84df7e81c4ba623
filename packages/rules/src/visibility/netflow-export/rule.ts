import {
  boxOf,
  defineRule,
  externalInterfaces,
  fail,
  notApplicable,
  pass,
  unknown,
  valueOf,
  type Item,
} from '@breakwater/core'

export default defineRule({
  id: 'visibility/netflow-export',
  title: 'Export flow records from ingress and egress interfaces',
  severity: 'medium',
  why: 'Flow records show tunnels, odd ports and data that leaves, which logs do not',
  guidance: [
    { document: 'EVHG', clause: 'E03' },
    { document: 'EVHG', clause: 'E12' },
  ],
  mappings: { nist: ['SI-4', 'AU-12'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['ip flow monitor lines of the test corpus'],
  *check(device, { site }) {
    const { exporters, monitors, collectors } = device.flows
    const edges = externalInterfaces(device, site)
    const sending = new Set(
      exporters.items.filter(({ destination }) => destination.state === 'known').map(({ name }) => name),
    )
    const bound = monitors.items.filter((monitor) =>
      (valueOf(monitor.exporters) ?? []).some((name) => sending.has(name)),
    )
    const watches = ({ flowMonitors, netflow }: Item<'interfaces'>): boolean =>
      (valueOf(flowMonitors) ?? []).some((name) => bound.some((monitor) => monitor.name === name)) ||
      (valueOf(netflow) === true && collectors.items.length > 0)
    const [edge] = edges
    const none = 'No flow records are exported'
    const sends = bound.length > 0 || collectors.items.length > 0
    if (sends && edges.some(({ port }) => watches(port))) return yield pass(exporters)
    if (edge === undefined) {
      const watched = sends ? device.interfaces.items.find(watches) : undefined
      if (watched !== undefined) return yield pass(watched, 'flow records are exported')
      if (!exporters.complete) return yield unknown(exporters, none, { kind: 'not-in-view' })
      return yield boxOf(device)?.box === 'switch'
        ? notApplicable(exporters, 'a switch without an interface that leaves the network')
        : unknown(exporters, none, {
            kind: 'site',
            needs: 'the interfaces that leave the network (externalInterfaces)',
          })
    }
    if (!exporters.complete) return yield unknown(exporters, none, { kind: 'not-in-view' })
    const where = `${edge.port.name} leaves the network (${edge.because})`
    const [monitor] = bound
    const idle = exporters.items.find(({ name }) => sending.has(name))
    if (monitor !== undefined)
      yield fail(
        monitor,
        `Flow monitor ${monitor.name} watches no interface that leaves the network, such as ${edge.port.name}`,
      )
    else if (idle !== undefined) yield fail(idle, `Flow exporter ${idle.name} is used by no flow monitor, but ${where}`)
    else if (collectors.items[0] !== undefined)
      yield fail(collectors.items[0], `No interface feeds the flow cache, but ${where}`)
    else yield fail(exporters, `${none}, but ${where}`)
  },
})
