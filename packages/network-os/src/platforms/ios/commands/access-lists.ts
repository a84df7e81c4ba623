import type { AccessEntry, Match, Origin } from '@breakwater/core'
import { readEntry, readGroupMember, type AclKind } from '../../../acl.ts'
import { wordsBetween, type Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, ignored, type CommandTable } from '../../../commands/row.ts'
import { accessListWriters } from './access-list-writers.ts'
import type { Word } from '../../../syntax/words.ts'
import {
  classRows,
  controlPlaneRows,
  controlPlaneWriters,
  globalRows,
  policyClassRows,
  policyRows,
  referFromClassMaps,
} from './class-maps.ts'

type ListKind = 'standard' | 'extended' | 'mac' | 'other'

/** The list of that name, made where it is not there yet, with its entries still growing. */
function listOf(to: Lowering, name: string, family: 4 | 6, kind: ListKind, at: Origin): AccessEntry[] {
  const item = to.draft.add('accessLists', `${family}:${name}`, { name, family, kind, entries: [] }, at)
  return item.id.entries as AccessEntry[]
}

/** Numbers of IPv4 lists: 1-99 and 1300-1999 are standard, 100-199 and 2000-2699 extended. Others are of other protocols. */
function kindOfNumber(number: number): ListKind {
  if ((number >= 1 && number <= 99) || (number >= 1300 && number <= 1999)) return 'standard'
  if ((number >= 100 && number <= 199) || (number >= 2000 && number <= 2699)) return 'extended'
  return 'other'
}

function numbered(line: Command, to: Lowering): void {
  const name = line.text(0)
  const rest = line.captures[1]
  if (line.negated || line.defaulted) {
    to.draft.remove('accessLists', `4:${name}`)
    return
  }
  if (!/^\d+$/.test(name)) return to.unsupported()
  const kind = kindOfNumber(Number(name))
  const entries = listOf(to, name, 4, kind, line.at)
  if (rest !== undefined && kind !== 'other') add(line, to, entries, kind as AclKind, rest)
}

function add(line: Command, to: Lowering, entries: AccessEntry[], kind: AclKind, rest: Word): void {
  const words = wordsBetween(line.table.text, rest.start, rest.end)
  const entry = readEntry(line.file, words, kind)
  if (entry === undefined) {
    if (words.some(({ text }) => text.toLowerCase() === 'remark')) return
    for (const item of to.draft.items('accessLists'))
      if (item.id.entries === entries) item.set('understood', false, line.at)
    return to.unsupported()
  }
  // The place of a finding is the whole command.
  insert(entries, { ...entry, at: line.at })
}

/** Entries stand in the order of their numbers; those without one go to the end. */
function insert(entries: AccessEntry[], entry: AccessEntry): void {
  if (entry.sequence === undefined) {
    entries.push({ ...entry, sequence: (entries.at(-1)?.sequence ?? 0) + 10 })
    return
  }
  const same = entries.findIndex(({ sequence }) => sequence === entry.sequence)
  if (same >= 0) {
    entries[same] = entry
    return
  }
  const after = entries.findIndex(({ sequence }) => sequence !== undefined && sequence > (entry.sequence ?? 0))
  if (after < 0) entries.push(entry)
  else entries.splice(after, 0, entry)
}

function named(kind: ListKind, family: 4 | 6) {
  return (line: Command, to: Lowering): void => {
    const name = line.text(0)
    if (line.negated || line.defaulted) {
      to.draft.remove('accessLists', `${family}:${name}`)
      return
    }
    listOf(to, name, family, kind, line.at)
    const item = to.draft.find('accessLists', `${family}:${name}`)
    if (item !== undefined) to.enter([item])
  }
}

function entry(kind: AclKind) {
  return (line: Command, to: Lowering): void => {
    const rest = line.captures[0]
    for (const item of to.items('accessLists')) {
      const entries = item.id.entries as AccessEntry[]
      if (line.negated || line.defaulted) {
        const number = Number(/^(?:sequence )?(\d+)\b/.exec(rest?.text ?? '')?.[1])
        const words = rest === undefined ? [] : wordsBetween(line.table.text, rest.start, rest.end)
        const gone = readEntry(line.file, words, kind)
        const index = entries.findIndex((other) =>
          Number.isNaN(number) ? gone !== undefined && sameEntry(other, gone) : other.sequence === number,
        )
        if (index >= 0) entries.splice(index, 1)
      } else if (rest !== undefined) add(line, to, entries, kind, rest)
    }
  }
}

function sameEntry(a: AccessEntry, b: AccessEntry): boolean {
  return a.action === b.action && a.protocol === b.protocol && tell(a) === tell(b)
}

function tell({ source, destination, sourcePorts, destinationPorts }: AccessEntry): string {
  return JSON.stringify([source, destination, sourcePorts, destinationPorts], (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  )
}

/** `ip access-list resequence NAME START STEP` */
function resequence(line: Command, to: Lowering): void {
  const entries = to.draft.find('accessLists', `4:${line.text(0)}`)?.id.entries as AccessEntry[] | undefined
  const [start, step] = [Number(line.text(1)), Number(line.text(2))]
  if (entries === undefined || !Number.isInteger(start) || !Number.isInteger(step)) return
  for (const [index, entry] of entries.entries()) entries[index] = { ...entry, sequence: start + index * step }
}

const GROUPS = 'accessLists.objectGroups'
const CURRENT = 'accessLists.currentGroup'

function groupsOf(to: Lowering): Map<string, Match[]> {
  let groups = to.memory.get(GROUPS) as Map<string, Match[]> | undefined
  if (groups === undefined) to.memory.set(GROUPS, (groups = new Map()))
  return groups
}

function openGroup(line: Command, to: Lowering): void {
  const groups = groupsOf(to)
  const name = line.text(0)
  to.memory.delete(CURRENT)
  if (line.negated || line.defaulted) return void groups.delete(name)
  if (!groups.has(name)) groups.set(name, [])
  to.memory.set(CURRENT, groups.get(name))
}

function addMember(line: Command, to: Lowering): void {
  const members = to.memory.get(CURRENT) as Match[] | undefined
  const member = readGroupMember(line.words)
  if (members === undefined || member === undefined) return
  if (!line.negated) return void members.push(member)
  const index = members.findIndex((other) => tellMatch(other) === tellMatch(member))
  if (index >= 0) members.splice(index, 1)
}

function tellMatch(match: Match): string {
  return JSON.stringify(match, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
}

/** A match with the members of its group, and those of the groups in it. A group that holds itself is not readable. */
function expand(match: Match, groups: ReadonlyMap<string, readonly Match[]>, within: readonly string[] = []): Match {
  if (match.kind !== 'group' || match.members !== undefined) return match
  if (within.includes(match.name)) return { kind: 'unreadable', text: match.name }
  const members = groups.get(match.name)
  return members === undefined
    ? match
    : { ...match, members: members.map((member) => expand(member, groups, [...within, match.name])) }
}

/** Groups may be written below the lists that name them. */
function expandGroups(to: Lowering): void {
  const groups = to.memory.get(GROUPS) as Map<string, Match[]> | undefined
  if (groups === undefined) return
  for (const { id } of to.draft.items('accessLists')) {
    const entries = id.entries as AccessEntry[]
    for (const [index, entry] of entries.entries()) {
      if (entry.source.kind !== 'group' && entry.destination.kind !== 'group') continue
      entries[index] = {
        ...entry,
        source: expand(entry.source, groups),
        destination: expand(entry.destination, groups),
      }
    }
  }
}

export const accessLists: CommandTable = {
  rows: {
    global: [
      ...globalRows,
      command('access-list <number> <rest...>', numbered),
      command('access-list <number>', numbered),
      command('ip access-list standard <name>', named('standard', 4)),
      command('ip access-list extended <name>', named('extended', 4)),
      command('ipv6 access-list <name>', named('extended', 6)),
      command('mac access-list extended <name>', named('mac', 4)),
      command('ip access-list resequence <name> <start> <step>', resequence),
      command('object-group network <name>', openGroup),
      command('object-group v6-network <name>', openGroup),
      command('object-group service <name> ...', (_, to) => void to.memory.delete(CURRENT)),
      ...ignored(
        'ip access-list log-update ...',
        'ip access-list logging ...',
        'access-list compiled',
        'ipv6 access-list log-update ...',
      ),
    ],
    'acl standard': [...ignored('remark ...'), command('<entry...>', entry('standard'))],
    'acl extended': [...ignored('remark ...'), command('<entry...>', entry('extended'))],
    'acl ipv6': [...ignored('remark ...'), command('<entry...>', entry('ipv6'))],
    'acl mac': ignored('...'),
    'object-group': [command('<member...>', addMember)],
    'time-range': ignored('...'),
    'class-map': classRows,
    'policy-map': policyRows,
    'policy class': policyClassRows,
    'control-plane': controlPlaneRows,
  },
  writers: { ...accessListWriters, ...controlPlaneWriters },
  finish: (to) => {
    expandGroups(to)
    referFromClassMaps(to)
  },
}
