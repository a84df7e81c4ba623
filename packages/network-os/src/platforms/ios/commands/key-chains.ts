import type { Change, Item } from '@breakwater/core'
import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, ignored, value, word, type Row } from '../../../commands/row.ts'

function openChain(line: Command, to: Lowering): void {
  const name = line.text(0)
  const last = line.words[3]?.text
  const kind = last === 'macsec' || last === 'tcp' ? last : 'routing'
  if (!line.negated && !line.defaulted) {
    to.enter([to.draft.add('routing.keyChains', name, { name, kind }, line.at)])
    return
  }
  to.draft.remove('routing.keyChains', name)
  for (const key of to.draft.items('routing.keys')) if (key.id.chain === name) to.draft.remove('routing.keys', key.key)
}

function openKey(line: Command, to: Lowering): void {
  const number = line.text(0)
  const entered = to.items('routing.keyChains').map(({ key: chain }) => {
    const key = `${chain} key ${number}`
    if (line.negated) to.draft.remove('routing.keys', key)
    return line.negated ? undefined : to.draft.add('routing.keys', key, { chain, number }, line.at)
  })
  to.enter(entered.filter((key) => key !== undefined))
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The day of `00:00:00 Jan 1 2024` or of `00:00:00 1 Jan 2024`, from the word after the time. */
function dayOf(words: readonly string[]): string | undefined {
  const [a = '', b = '', year = ''] = words
  const [month, day] = /^\d+$/.test(a) ? [b, a] : [a, b]
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1
  if (number === 0 || !/^\d{1,2}$/.test(day) || !/^\d{4}$/.test(year)) return undefined
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** `send-lifetime [local] START {infinite | duration SECONDS | END}` */
function lifetime(field: 'sendUntil' | 'acceptUntil') {
  return (line: Command, to: Lowering): void => {
    const words = line.words.slice(1).map(({ text }) => text)
    if (words[0] === 'local') words.shift()
    const start = dayOf(words.slice(1))
    const rest = words.slice(4)
    let until: string | undefined
    if (rest[0] === 'infinite') until = 'infinite'
    else if (rest[0] === 'duration' && start !== undefined && /^\d+$/.test(rest[1] ?? ''))
      until = new Date(Date.parse(start) + Number(rest[1]) * 1000).toISOString().slice(0, 10)
    else until = dayOf(rest.slice(1))
    for (const key of to.items('routing.keys')) {
      if (line.negated || line.defaulted) key.unset(field, line.at)
      else if (until === undefined) key.unknown(field, { kind: 'unreadable' }, line.at)
      else key.set(field, until, line.at)
    }
  }
}

export const keyChainGlobalRows: readonly Row[] = [command('key chain <name> ...', openChain)]

export const keyChainRows: Readonly<Record<string, readonly Row[]>> = {
  'key chain': [command('key <number>', openKey), ...ignored('description ...')],
  key: [
    value('cryptographic-algorithm <algorithm>', 'routing.keys[].algorithm', word),
    command('send-lifetime <lifetime...>', lifetime('sendUntil')),
    command('accept-lifetime <lifetime...>', lifetime('acceptUntil')),
    ...ignored('send-id ...', 'recv-id ...', 'include-tcp-options', 'accept-ao-mismatch'),
  ],
}

export const keyChainWriters: Readonly<Record<string, (change: Change) => readonly string[]>> = {
  'routing.keys[].algorithm': ({ item, value: algorithm }) => {
    const { chain, number } = item as Item<'routing.keys'>
    return [`key chain ${chain}`, ` key ${number}`, `  cryptographic-algorithm ${String(algorithm)}`]
  },
}
