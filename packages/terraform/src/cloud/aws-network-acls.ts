import type { Body, Repetition, Resource } from '../project/project.ts'
import { blocksOf } from '../project/read.ts'
import { awsTraffic, prefixSource } from './aws-security-groups.ts'
import { EVERY_TARGET, type FilterEntry, type FilterPart } from './filter.ts'
import { isTrue, loopOf, membersOf, numberOf, textOf, valueOf, type Reading } from './readings.ts'

/** `aws_network_acl` and `aws_default_network_acl` */
export function networkAcl({ body }: Resource): FilterPart {
  const { blocks, rest } = blocksOf(body, 'ingress')
  const entries = blocks.map((block, index) =>
    entryOf(block.body, `ingress ${index + 1}`, 'rule_no', 'action', block.repeats),
  )
  const open = rest?.why ?? (body.complete ? undefined : ({ kind: 'unreadable' } as const))
  return open === undefined ? { entries } : { entries, open }
}

/** `aws_network_acl_rule`: of incoming traffic unless it says otherwise. */
export function networkAclRule({ body }: Resource): FilterPart {
  const leaves = isTrue(body, 'egress', false)
  if (leaves === true) return { entries: [] }
  const entry = entryOf(body, 'rule', 'rule_number', 'rule_action', undefined)
  if (leaves === false) return { entries: [entry] }
  const at = valueOf(body, 'egress')?.at ?? body.at
  return { entries: [{ ...entry, action: { state: 'unknown', why: { kind: 'unresolved', name: 'egress' }, at } }] }
}

function entryOf(
  body: Body,
  name: string,
  number: string,
  action: string,
  repeats: Repetition | undefined,
): FilterEntry {
  const sources = ['cidr_block', 'ipv6_cidr_block'].flatMap((argument) =>
    membersOf(valueOf(body, argument)).map((value) => prefixSource(value, body.at)),
  )
  return {
    name,
    action: actionOf(body, action),
    order: numberOf(valueOf(body, number)),
    traffic: awsTraffic(body, 'protocol'),
    sources,
    target: EVERY_TARGET,
    at: body.at,
    when: loopOf(repeats),
  }
}

/** `allow` or `deny`, in whatever case. */
export function actionOf(body: Body, name: string): Reading<'allow' | 'deny'> {
  const value = valueOf(body, name)
  const at = value?.at ?? body.at
  const text = textOf(value)?.toLowerCase()
  if (text === 'allow' || text === 'deny') return { state: 'known', value: text, at }
  return { state: 'unknown', why: value?.kind === 'unknown' ? value.why : { kind: 'unreadable' }, at }
}
