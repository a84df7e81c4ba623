import {
  change,
  defineRule,
  fail,
  pass,
  unknown,
  valueOf,
  type Change,
  type Device,
  type ExternalInterface,
  type Fact,
  type Judgement,
} from '@breakwater/core'
import { askForExternal, externalPorts, isTransit } from '../external.ts'

export default defineRule({
  id: 'acl/external-ingress-egress',
  title: 'Filter external interfaces in both directions',
  severity: 'high',
  why: 'Without a filter at the edge every service behind it, and the router itself, is open to the world',
  guidance: [
    { document: 'EVHG', clause: 'E16' },
    { document: 'EVHG', clause: 'E20' },
    { document: 'EVHG', clause: 'E22' },
    { document: 'EVHG', clause: 'E53' },
  ],
  mappings: {
    cis: ['3.2.1', '3.2.2'],
    stig: ['CISC-RT-000130', 'CISC-RT-000260', 'CISC-RT-000310'],
    nist: ['SC-7(5)', 'AC-4'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: access groups, zones and inspection on interfaces'],
  *check(device, { site }) {
    const external = externalPorts(device, site)
    for (const port of external) yield judge(port, device)
    if (external.length === 0) yield* askForExternal(device, site, 'external interfaces have no filters')
  },
})

function judge(external: ExternalInterface, device: Device): Judgement {
  const { port, because } = external
  if (port.zone.state === 'known') return pass(port.zone, 'the zone-based firewall filters')
  const inspected = port.inspectIn.state === 'known' || port.inspectOut.state === 'known'
  // Transit traffic cannot be denied by default: there the router protects itself, inbound.
  const inboundOnly = inspected || isTransit(external, device)
  const has4 = (valueOf(port.addresses) ?? []).length > 0 || valueOf(port.addressing) !== undefined
  const has6 = (valueOf(port.addresses6) ?? []).length > 0
  const missing: { readonly fact: Fact<string>; readonly what: string; readonly name: string }[] = []
  const want = (fact: Fact<string>, what: string, name: string): void => {
    if (fact.state !== 'known') missing.push({ fact, what, name })
  }
  if (has4) want(port.accessGroupIn, 'in', '<EDGE-IN>')
  if (has4 && !inboundOnly) want(port.accessGroupOut, 'out', '<EDGE-OUT>')
  if (has6) want(port.trafficFilterIn, 'in for IPv6', '<EDGE6-IN>')
  if (has6 && !inboundOnly) want(port.trafficFilterOut, 'out for IPv6', '<EDGE6-OUT>')
  const [first] = missing
  if (first === undefined) return pass(port)
  const message = `${port.name} is external (${because}) and has no filter ${missing.map(({ what }) => what).join(', ')}`
  if (first.fact.state === 'unknown') return unknown(port, message, first.fact.why)
  if (valueOf(port.natOutside) === true && port.accessGroupIn.state !== 'known')
    return unknown(port, `${message}: address translation alone`, { kind: 'site', needs: 'what filters behind it' })
  const changes = missing.map(({ fact, name }): Change => change(fact, name))
  return fail(port, message, { changes, applicability: 'needs-site-value' })
}
