import {
  change,
  defineRule,
  eigrpViews,
  fail,
  notApplicable,
  pass,
  ripViews,
  unknown,
  valueOf,
  type Change,
  type Device,
  type EigrpLink,
  type EigrpView,
  type Judgement,
  type Origin,
} from '@breakwater/core'

const NOT_IN_VIEW = { kind: 'not-in-view' } as const

export default defineRule({
  id: 'routing/eigrp-rip-auth',
  title: 'Authenticate EIGRP and RIP; drop RIPv1',
  severity: 'medium',
  why: 'Whoever can speak the protocol on a link becomes a neighbour and moves the traffic of the network',
  guidance: [{ document: 'EVHG', clause: 'E44' }],
  mappings: { cis: ['3.3.1.1', '3.3.1.8', '3.3.1.9', '3.3.3.4', '3.3.3.5'], nist: ['IA-7'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: EIGRP in classic and named mode, RIP in both versions'],
  *check(device) {
    for (const view of eigrpViews(device)) yield* judgeEigrp(view, device)
    yield* judgeRip(device)
  },
})

function* judgeEigrp(view: EigrpView, device: Device): Iterable<Judgement> {
  const { process, links, covers, authenticatedByDefault } = view
  const bare = links.filter(({ authenticated }) => !authenticated)
  const hasNetworks = (valueOf(process.networks) ?? []).length > 0
  if (bare.length === 0 && (links.length > 0 || authenticatedByDefault)) return yield pass(process)
  if (links.length === 0 && (covers || !hasNetworks))
    return yield notApplicable(process, 'EIGRP speaks on no interface')
  const what = `EIGRP ${process.as} is not authenticated`
  if (device.coverage === 'part') return yield unknown(process, what, NOT_IN_VIEW)
  if (bare.length === links.length)
    return yield fail(process, what, { changes: all(view), applicability: 'needs-site-value' })
  for (const link of bare) {
    const at = link.section?.at ?? (process.named ? process.at : link.port.at)
    yield fail(link.port.eigrpModes, `${link.port.name}: ${what} on this interface, but on others`, {
      at,
      changes: [one(view, link)],
      applicability: 'needs-site-value',
    })
  }
}

function one({ process }: EigrpView, { port }: EigrpLink): Change {
  if (process.named) return named(process.key, port.name, process.at)
  return change(port.eigrpModes, [
    ...(valueOf(port.eigrpModes) ?? []),
    process.family === 6 ? `6 ${process.as}` : process.as,
  ])
}

function all(view: EigrpView): Change[] {
  const { process } = view
  return process.named ? [named(process.key, 'default', process.at)] : view.links.map((link) => one(view, link))
}

function named(process: string, name: string, at: Origin): Change {
  const item = { list: 'routing.eigrpInterfaces', key: `${process} / ${name}`, at, process, interface: name }
  return change({ setting: 'routing.eigrpInterfaces[].mode', item }, 'sha')
}

function* judgeRip(device: Device): Iterable<Judgement> {
  const views = ripViews(device)
  for (const { process, ports, covers } of views) {
    const hasNetworks = (valueOf(process.networks) ?? []).length > 0
    if (!hasNetworks && ports.length === 0) continue
    const bare = ports.filter((port) => valueOf(port.ripKeyChain) === undefined)
    const missing = bare.flatMap((port) => [
      change(port.ripAuthentication, 'md5'),
      change(port.ripKeyChain, '<KEY-CHAIN>'),
    ])
    const { version } = process
    if (version.state === 'unknown') yield unknown(version, 'RIP runs in version 1', version.why)
    else if (valueOf(version) === 1)
      yield fail(version, 'RIP sends version 1, which knows no authentication; use version 2 with MD5', {
        changes: [change(version, 2), ...missing],
        applicability: 'needs-site-value',
      })
    if (valueOf(version) !== 2) continue
    for (const port of ports) {
      const mode = valueOf(port.ripAuthentication)
      if (valueOf(port.ripKeyChain) === undefined || mode === 'md5') continue
      const fact = mode === 'text' ? port.ripAuthentication : port.ripKeyChain
      yield fail(fact, `${port.name} sends the RIP password in clear text; use MD5`, {
        changes: [change(port.ripAuthentication, 'md5')],
        applicability: 'disruptive',
      })
    }
    if (covers && ports.length === 0) yield notApplicable(process, 'RIP speaks on no interface')
    else if (ports.length > 0 && bare.length === 0) yield pass(process)
    else if (device.coverage === 'part') yield unknown(process, 'RIP is not authenticated', NOT_IN_VIEW)
    else if (bare.length === ports.length)
      yield fail(process, 'RIP is not authenticated', { changes: missing, applicability: 'needs-site-value' })
    else
      for (const port of bare)
        yield fail(port.ripKeyChain, `${port.name}: RIP is not authenticated on this interface, but on others`, {
          changes: [change(port.ripAuthentication, 'md5'), change(port.ripKeyChain, '<KEY-CHAIN>')],
          applicability: 'needs-site-value',
        })
  }
}
