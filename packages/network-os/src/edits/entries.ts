import type { Change, Item } from '@breakwater/core'
import type { EntryChange } from '../platforms/ios/commands/access-list-writers.ts'
import type { DeviceReading } from '../read.ts'
import type { Order } from './order.ts'
import { wordsOf } from './order.ts'
import { isCommand, lineWords } from './place.ts'
import { lineOf } from '../syntax/view.ts'

/** An entry of an access list as the text has it: the line that goes or is reworded, or the command that is added. */
export type EntryStep =
  | { readonly line: number; readonly words: readonly string[] | undefined }
  | { readonly added: readonly Order[] }

/**
 * How a change to an access list stands in its text, where entries have no numbers until the device gives them; a list
 * that is written line by line keeps that form. Undefined where the entry is not found.
 */
export function entryStep(
  { table, file }: DeviceReading,
  { item, value }: Change,
  orders: readonly Order[],
): EntryStep | undefined {
  const list = item as Item<'accessLists'>
  const wanted = value as EntryChange
  if ('last' in wanted) {
    const opener = lineOf(table, list.at.span.start)
    if (list.at.span.file !== file || !isCommand(table, opener)) return undefined
    if (table.opens[opener] !== 0) return { added: orders }
    const head = lineWords(table, opener).slice(0, 2)
    return { added: orders.map(({ words }) => ({ path: [], words: [...head, ...words] })) }
  }
  const sequence = 'without' in wanted ? wanted.without : wanted.sequence
  const entries = list.entries.filter((entry) => entry.sequence === sequence)
  const [entry] = entries
  if (entry === undefined || entries.length > 1 || entry.at.span.file !== file) return undefined
  const line = lineOf(table, entry.at.span.start)
  if (!isCommand(table, line)) return undefined
  if ('without' in wanted) return { line, words: undefined }
  const own = lineWords(table, line)
  const action = own.findIndex((word) => /^(?:permit|deny)$/i.test(word))
  return action < 0 ? undefined : { line, words: [...own.slice(0, action), ...wordsOf(wanted.line)] }
}
