import {
  change,
  defineRule,
  fail,
  notApplicable,
  ospfViews,
  pass,
  unknown,
  type Change,
  type Judgement,
  type OspfLink,
  type OspfView,
} from '@breakwater/core'

const NOT_IN_VIEW = { kind: 'not-in-view' } as const

export default defineRule({
  id: 'routing/ospf-auth',
  title: 'Authenticate OSPF',
  severity: 'medium',
  why: 'Whoever can speak OSPF on a link becomes a neighbour and moves the traffic of the network',
  guidance: [
    { document: 'EVHG', clause: 'E44' },
    { document: 'AA25-239A', clause: 'AM13' },
    { document: 'STIG-RTR', clause: 'CISC-RT-000050' },
  ],
  mappings: {
    cis: ['3.3.2.1', '3.3.2.2'],
    stig: ['CISC-RT-000050'],
    nist: ['IA-7', 'SC-8'],
    attack: ['T1557'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: area and interface authentication'],
  *check(device) {
    for (const view of ospfViews(device)) {
      yield* judgeWeak(view)
      yield* judgeVirtualLinks(view, device.coverage === 'part')
      const { links, covers, areas, process } = view
      const bare = links.filter(({ at }) => at === undefined)
      const nothing = links.length === 0 && !covers && areas.every((area) => area.authentication.state !== 'known')
      const hasNetworks = process.networks.state === 'known' && process.networks.value.length > 0
      if (bare.length === 0 && !(nothing && hasNetworks)) {
        if (links.length === 0) yield notApplicable(process, 'OSPF speaks on no interface')
        else if (links.every(({ authentication }) => authentication !== 'none' && authentication !== 'text'))
          yield* judgeKeys(view, device.coverage === 'part')
        continue
      }
      const whole = bare.length === links.length
      const message = `OSPF ${process.process} is not authenticated${whole ? '' : ' on this interface'}`
      if (device.coverage === 'part') yield unknown(process, message, NOT_IN_VIEW)
      else if (whole)
        yield fail(process, `${message}, neither by area nor by interface`, {
          changes: wholeProcess(view),
          applicability: 'needs-site-value',
        })
      else
        for (const link of bare)
          yield fail(own(view, link), `${link.port.name}: ${message}, but on others`, {
            changes: oneLink(view, link),
            applicability: 'needs-site-value',
            at: link.port.at,
          })
    }
  },
})

function own({ process }: OspfView, { port }: OspfLink) {
  return process.version === 3 ? port.ospf6Authentication : port.ospfAuthentication
}

/** Clear text and `null`, at the line that says so. */
function* judgeWeak(view: OspfView): Iterable<Judgement> {
  const { process, links, areas } = view
  for (const { area, authentication } of areas) {
    const isUsed = links.length === 0 || links.some((link) => link.byArea && link.area === area)
    if (authentication.state !== 'known' || authentication.value !== 'text' || !isUsed) continue
    yield fail(
      authentication,
      `Area ${area} of OSPF ${process.process} sends its password in clear text; use message-digest`,
      {
        changes: [change(authentication, 'md5'), ...links.filter((link) => link.area === area).map(keyOf)],
        applicability: 'needs-site-value',
      },
    )
  }
  for (const link of links) {
    if (link.byArea || link.at === undefined || (link.authentication !== 'text' && link.authentication !== 'none'))
      continue
    const how =
      link.authentication === 'text' ? 'sends the OSPF password in clear text' : 'switches OSPF authentication off'
    yield fail(own(view, link), `${link.port.name} ${how}; use message-digest or a key chain`, {
      changes: oneLink(view, link),
      applicability: 'needs-site-value',
    })
  }
}

/** Message digests without a key of the interface are made with an empty one. */
function* judgeKeys({ process, links }: OspfView, isPart: boolean): Iterable<Judgement> {
  for (const { port, authentication, at } of links) {
    const { ospfMessageDigestKeys: keys } = port
    const hasKey = keys.state === 'known' && keys.value.length > 0
    if (authentication !== 'md5' || hasKey) yield pass({ ...keys, at: at ?? process.at })
    else if (isPart) yield unknown(keys, `${port.name} has no OSPF message digest key`, NOT_IN_VIEW)
    else
      yield fail(keys, `${port.name} has no OSPF message digest key, so anybody can make its digests`, {
        changes: [change(keys, ['1'])],
        applicability: 'needs-site-value',
      })
  }
}

function* judgeVirtualLinks({ virtualLinks, areas }: OspfView, isPart: boolean): Iterable<Judgement> {
  const backbone = areas.find(({ area }) => area === '0')?.authentication
  for (const link of virtualLinks) {
    const { authentication } = link
    const fact = authentication.state === 'known' || backbone?.state !== 'known' ? authentication : backbone
    const message = `The virtual link to ${link.router} is not authenticated; use message-digest`
    if (fact.state === 'known' && fact.value !== 'text' && fact.value !== 'none') yield pass(fact)
    else if (fact.state !== 'known' && isPart) yield unknown(authentication, message, NOT_IN_VIEW)
    else
      yield fail(authentication, message, {
        changes: [change(authentication, 'md5')],
        applicability: 'needs-site-value',
      })
  }
}

const keyOf = ({ port }: OspfLink): Change => change(port.ospfMessageDigestKeys, ['1'])

function oneLink(view: OspfView, link: OspfLink): Change[] {
  const isOld = view.process.version === 2
  return [change(own(view, link), isOld ? 'md5' : 'ipsec'), ...(isOld ? [keyOf(link)] : [])]
}

/** Every area at once, with a key for each of its interfaces. */
function wholeProcess({ process, links }: OspfView): Change[] {
  const isOld = process.version === 2
  const networks = process.networks.state === 'known' ? process.networks.value : []
  const areas = new Set([...links.map(({ area }) => area), ...networks.map(({ area }) => area ?? '0')])
  return [
    ...[...areas].map((area) => {
      const item = {
        list: 'routing.ospfAreas',
        key: `${process.key} area ${area}`,
        at: process.at,
        process: process.key,
        area,
      }
      return change({ setting: 'routing.ospfAreas[].authentication', item }, isOld ? 'md5' : 'ipsec')
    }),
    ...(isOld ? links.map(keyOf) : []),
  ]
}
