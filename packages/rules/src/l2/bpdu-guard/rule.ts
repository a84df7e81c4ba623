import {
  change,
  defineRule,
  fail,
  pass,
  switchports,
  unknown,
  valueOf,
  type Judgement,
  type Switchport,
} from '@breakwater/core'

/** Whether PortFast makes it a port for hosts, by its own line or by the default for ports that are no trunks. */
function isEdge({ port, role }: Switchport, byDefault: boolean | undefined): boolean | undefined {
  const { portfast } = port
  if (portfast.state === 'known') return portfast.value.startsWith('edge')
  if (portfast.state === 'unknown' || byDefault === undefined) return undefined
  return byDefault && role.kind === 'access'
}

export default defineRule({
  id: 'l2/bpdu-guard',
  title: 'Enable BPDU guard on edge ports',
  severity: 'low',
  why: 'A host that speaks spanning tree can become the root and draw the traffic of the network to itself',
  guidance: [
    { document: 'EVHG', clause: 'E22' },
    { document: 'NISG', clause: '8' },
  ],
  mappings: { nist: ['SC-7', 'AC-4'], stig: ['CISC-L2-000100'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'Public configurations with the global and the port form, with and without edge',
    'Configurations of Catalyst 9200L 17.9 and IOSvL2 15.2',
  ],
  *check(device) {
    const { bpduGuardDefault, portfastDefault } = device.switching
    for (const entry of switchports(device)) if (entry.role.kind !== 'trunk') yield judgePort(entry)

    function judgePort(entry: Switchport): Judgement {
      const { port } = entry
      const { bpduGuard } = port
      if (valueOf(bpduGuard) === true) return pass(bpduGuard)
      const edge = isEdge(entry, valueOf(portfastDefault))
      const off = bpduGuard.state === 'known'
      if (!off && valueOf(bpduGuardDefault) === true) return pass(bpduGuardDefault)
      const message = `${port.name} is an edge port without BPDU guard; write spanning-tree bpduguard enable`
      if (edge !== true) {
        const needs = 'whether hosts or switches are connected'
        return unknown(bpduGuard, `${port.name} may be an edge port, and has no BPDU guard`, { kind: 'site', needs })
      }
      if (!off && bpduGuardDefault.state === 'unknown') return unknown(bpduGuard, message, bpduGuardDefault.why)
      if (bpduGuard.state === 'unknown') return unknown(bpduGuard, message, bpduGuard.why)
      return fail(bpduGuard, message, { changes: [change(bpduGuard, true)] })
    }
  },
})
