import type { Change, IsisAuthentication, Item } from '@breakwater/core'
import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, type Row } from '../../../commands/row.ts'
import { passiveRow } from './igp-process.ts'

function open(line: Command, to: Lowering): void {
  const tag = line.words[2]?.text ?? ''
  const command = tag === '' ? 'router isis' : `router isis ${tag}`
  if (line.negated || line.defaulted) to.draft.remove('routing.isisProcesses', command)
  else to.enter([to.draft.add('routing.isisProcesses', command, { tag, command }, line.at)])
}

function levelOf(line: Command): 1 | 2 | undefined {
  const level = line.words.find(({ text }) => text === 'level-1' || text === 'level-2')?.text
  return level === undefined ? undefined : level === 'level-1' ? 1 : 2
}

/** Adds to what is said of one level; of a mode and a key chain each is a line of its own. */
function authenticate(line: Command, to: Lowering, part: Partial<IsisAuthentication>): void {
  const level = part.level ?? levelOf(line)
  for (const process of to.items('routing.isisProcesses')) {
    const before = process.stated('authentications')
    const known = before?.state === 'known' ? (before.value as readonly IsisAuthentication[]) : []
    const old = known.find((other) => other.level === level)
    const others = known.filter((other) => other.level !== level)
    const next = { mode: old?.mode, keyChain: old?.keyChain, level, ...(line.negated ? cleared(part) : part) }
    const isEmpty = next.mode === undefined && next.keyChain === undefined
    process.set('authentications', isEmpty ? others : [...others, next as IsisAuthentication], line.at)
  }
}

function cleared(part: Partial<IsisAuthentication>): Partial<IsisAuthentication> {
  return 'mode' in part ? { mode: undefined } : { keyChain: undefined }
}

/** `area-password` is that of level 1 and `domain-password` that of level 2, both in clear text. */
export function readIsisPassword(line: Command, to: Lowering): void {
  authenticate(line, to, { mode: 'password', level: line.words[0]?.text === 'domain-password' ? 2 : 1 })
}

/** `isis password` on an interface, in clear text. */
export function readInterfaceIsisPassword(line: Command, to: Lowering): void {
  for (const port of to.items('interfaces')) {
    if (line.negated || line.defaulted) port.unset('isisAuthentication', line.at)
    else port.set('isisAuthentication', 'text', line.at)
  }
}

const levels: Readonly<Record<string, readonly (1 | 2)[]>> = {
  'level-1': [1],
  'level-2-only': [2],
  'level-1-2': [1, 2],
}

function joinIsis(line: Command, to: Lowering): void {
  const tag = line.words[3]?.text ?? ''
  for (const port of to.items('interfaces')) {
    const before = port.stated('isis')
    const others = (before?.state === 'known' ? (before.value as readonly string[]) : []).filter(
      (other) => other !== tag,
    )
    port.set('isis', line.negated ? others : [...others, tag], line.at)
  }
}

export const isisGlobalRows: readonly Row[] = [command('router isis ...', open)]

export const isisRows: Readonly<Record<string, readonly Row[]>> = {
  'router isis': [
    passiveRow('routing.isisProcesses'),
    command('authentication mode <mode> ...', (line, to) =>
      authenticate(line, to, { mode: line.text(0) === 'text' ? 'text' : 'md5' }),
    ),
    command('authentication key-chain <chain> ...', (line, to) => authenticate(line, to, { keyChain: line.text(0) })),
    command('is-type <level>', (line, to) => {
      for (const process of to.items('routing.isisProcesses')) {
        const known = levels[line.text(0)]
        if (line.negated || known === undefined) process.unset('levels', line.at)
        else process.set('levels', known, line.at)
      }
    }),
    command('mpls ldp autoconfig ...', (line, to) => to.state('ldp.autoconfig', !line.negated, line.at)),
  ],
}

export const isisInterfaceRows: readonly Row[] = [
  command('ip router isis ...', joinIsis),
  command('ipv6 router isis ...', joinIsis),
  command('isis authentication mode <mode> ...', (line, to) => {
    for (const port of to.items('interfaces')) {
      if (line.negated || line.defaulted) port.unset('isisAuthentication', line.at)
      else port.set('isisAuthentication', line.text(0) === 'text' ? 'text' : 'md5', line.at)
    }
  }),
  command('isis authentication key-chain <chain> ...', (line, to) => {
    for (const port of to.items('interfaces')) {
      if (line.negated || line.defaulted) port.unset('isisKeyChain', line.at)
      else port.set('isisKeyChain', line.text(0), line.at)
    }
  }),
]

/** Both levels get MD5 with a key chain; a clear password has to go. */
export const isisWriters: Readonly<Record<string, (change: Change) => readonly string[]>> = {
  'routing.isisProcesses[].authentications': ({ item, value }) => {
    const gone = (value as { readonly without?: readonly string[] } | undefined)?.without ?? []
    return [
      (item as Item<'routing.isisProcesses'>).command,
      ...gone.map((line) => ` no ${line}`),
      ' authentication mode md5',
      ' authentication key-chain <KEY-CHAIN>',
    ]
  },
  'interfaces[].isisAuthentication': ({ item }) => [
    `interface ${item?.key ?? ''}`,
    ' no isis password',
    ' isis authentication mode md5',
    ' isis authentication key-chain <KEY-CHAIN>',
  ],
}
