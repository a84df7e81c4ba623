import type { Body, Resource } from '../project/project.ts'
import { blocksOf } from '../project/read.ts'
import { prefixSource } from './aws-security-groups.ts'
import type { FilterEntry, FilterPart, Source } from './filter.ts'
import { doubt, namedBy, targetOf, trafficIn } from './google-filters.ts'
import { EVERYWHERE } from './prefixes.ts'
import { isTrue, loopOf, membersOf, numberOf, textOf, valueOf, type Reading } from './readings.ts'

/** `google_compute_firewall_policy_rule` and its kin for networks: incoming or not as `direction` says, one `match`. */
export function policyRule({ body }: Resource): FilterPart {
  if (textOf(valueOf(body, 'direction'))?.toUpperCase() === 'EGRESS' || isTrue(body, 'disabled', false) === true)
    return { entries: [] }
  const action = actionOf(body)
  if (action === undefined) return { entries: [] }
  const matches = blocksOf(body, 'match')
  const layers = matches.blocks.flatMap((match) => {
    const { blocks, rest } = blocksOf(match.body, 'layer4_configs')
    return { match, blocks, rest }
  })
  const entries = layers.flatMap(({ match, blocks }) =>
    blocks.map((block, index): FilterEntry => ({
      name: `match ${index + 1}`,
      action,
      order: numberOf(valueOf(body, 'priority')),
      traffic: trafficIn(block.body, 'ip_protocol'),
      sources: sourcesOf(match.body),
      target: targetWithin(body, match.body),
      at: body.at,
      when: [...loopOf(match.repeats), ...loopOf(block.repeats)],
    })),
  )
  const open = [matches, ...layers].map(({ rest }) => rest?.why).find((why) => why !== undefined)
  return open === undefined ? { entries } : { entries, open }
}

/** Undefined for an action that leaves the decision to what is read later. */
function actionOf(body: Body): Reading<'allow' | 'deny'> | undefined {
  const value = valueOf(body, 'action')
  const at = value?.at ?? body.at
  const text = textOf(value)?.toLowerCase()
  if (text === 'goto_next') return undefined
  const known = text === 'allow' || text === 'deny' ? text : undefined
  if (known !== undefined) return doubt(body) ?? { state: 'known', value: known, at }
  return { state: 'unknown', why: value?.kind === 'unknown' ? value.why : { kind: 'unreadable' }, at }
}

function targetWithin(body: Body, match: Body): string | undefined {
  const hosts = targetOf(body, ['target_resources', 'target_secure_tags', 'target_service_accounts'])
  const within = targetOf(match, ['dest_ip_ranges', 'dest_fqdns', 'dest_region_codes', 'dest_address_groups'])
  if (hosts === undefined || within === undefined) return undefined
  return hosts === within ? hosts : `${hosts} ${within}`
}

/** Any of the kinds of sources is enough, within the kind of network; without one it is for everybody. */
function sourcesOf(match: Body): readonly Source[] {
  for (const name of ['src_network_context', 'src_network_scope']) {
    const value = valueOf(match, name)
    if (value !== undefined && !/^(?:internet|unspecified)$/i.test(textOf(value) ?? '')) return namedBy(value)
  }
  const prefixes = membersOf(valueOf(match, 'src_ip_ranges')).map((value) => prefixSource(value, match.at))
  const named = ['src_fqdns', 'src_secure_tags', 'src_threat_intelligences'].flatMap((name) =>
    namedBy(valueOf(match, name)),
  )
  // Whole countries, and lists of addresses that are kept elsewhere.
  const unseen = ['src_region_codes', 'src_address_groups'].flatMap((name) =>
    membersOf(valueOf(match, name)).map(({ at }): Source => ({ kind: 'unknown', why: { kind: 'not-in-view' }, at })),
  )
  const all = [...prefixes, ...named, ...unseen]
  return all.length > 0 ? all : EVERYWHERE.map((prefix) => ({ kind: 'prefix', prefix, at: match.at }))
}
