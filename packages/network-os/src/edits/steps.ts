import type { Change, Device, Known, Origin } from '@breakwater/core'
import type { Commands } from '../commands/lowering.ts'
import type { DeviceReading } from '../read.ts'
import type { LineTable } from '../syntax/lines.ts'
import { lineOf, lineText } from '../syntax/view.ts'
import { entryStep } from './entries.ts'
import { filledFrom, hasPlaceholder, isNegated, kinship, ordersOf, positive, wordsOf, type Order } from './order.ts'
import { commandOf, isCommand, lineWords, sectionOf } from './place.ts'

/** Where a section's header is not found word for word, `own` takes the header that made the item. */
export type Header = 'own' | 'exact'

/** A command that is to be made, with the line that it changes, where there is one. */
export interface Step {
  readonly order: Order
  /** What one types for it. */
  readonly typed: readonly Order[]
  readonly line: number | undefined
  /** The setting or item goes. */
  readonly takes: boolean
  /** The item whose section it belongs to stands there. */
  readonly home: number | undefined
  /** An entry of an access list, which changes in its place whatever the way. */
  readonly isEntry?: true
}

/** What a change comes to, command by command; undefined where nobody can write it. */
export function stepsOf(commands: Commands, reading: DeviceReading, change: Change): Step[] | undefined {
  const orders = ordersOf(commands, change)
  if (orders.length === 0) return undefined
  const { table } = reading
  const home = change.item === undefined ? undefined : lineIn(reading, change.item.at)
  if (change.value === undefined && change.item?.list === change.setting) {
    const [order] = orders
    if (home === undefined || order === undefined || orders.length > 1) return undefined
    const own = lineWords(table, home)
    const words = hasPlaceholder(order.words.join(' ')) ? ['no', ...positive(own)] : order.words
    const path = order.path.length > 0 ? order.path : headersOf(table, home)
    return [{ order: { path, words }, typed: [{ path, words }], line: home, takes: true, home: undefined }]
  }
  if (change.setting === 'accessLists[].entries') return entrySteps(reading, change, orders)
  // An item that is made anew is stated by its line.
  const stated = change.item?.list === change.setting ? home : statedAt(reading, change)
  const steps: Step[] = []
  for (const order of orders) {
    const own = stated ?? home
    const words = hasPlaceholder(order.words.join(' '))
      ? filledFrom(order.words, own === undefined ? [] : lineWords(table, own))
      : [...order.words]
    if (words === undefined || order.path.some(hasPlaceholder)) return undefined
    const parent = parentOf(table, order.path, home, 'own')
    const same = parent === undefined ? undefined : commandOf(table, parent, words)
    const line = isLike(table, stated, words) ? stated : same
    const before = steps.at(-1)
    // A line that goes so that another can take its place is that line, reworded.
    if (
      before?.line !== undefined &&
      isNegated(before.order.words) &&
      !isNegated(words) &&
      kinship(before.order.words, words) > 1 &&
      table.opens[before.line] === 0
    )
      steps[steps.length - 1] = {
        order: { path: order.path, words },
        typed: [...before.typed, { path: order.path, words }],
        line: before.line,
        takes: false,
        home,
      }
    else {
      const made = { path: order.path, words }
      steps.push({ order: made, typed: [made], line, takes: change.value === undefined && isNegated(words), home })
    }
  }
  return steps
}

/** The entries of an access list are typed by number, and written in their places. */
function entrySteps(reading: DeviceReading, change: Change, orders: readonly Order[]): Step[] | undefined {
  const entry = entryStep(reading, change, orders)
  if (entry === undefined) return undefined
  if ('added' in entry)
    return entry.added.map((order, index) => {
      const typed = orders[index] ?? order
      return { order, typed: [typed], line: undefined, takes: false, home: undefined }
    })
  const { line, words } = entry
  const order = { path: [], words: words ?? [] }
  return [{ order, typed: orders, line, takes: words === undefined, home: undefined, isEntry: true }]
}

/** The line that states the setting, as far as the device's own file does. */
function statedAt(reading: DeviceReading, { setting, item }: Change): number | undefined {
  const [list = '', field] = setting.split('[].')
  const fact =
    item !== undefined && field !== undefined
      ? (item as unknown as Record<string, Partial<Known<unknown>> | undefined>)[field]
      : factOf(reading.device, list)
  // Where it is absent, its place is only where one would write it.
  if (fact === undefined || fact.state !== 'known' || fact.by !== 'config' || fact.at === undefined) return undefined
  return lineIn(reading, fact.at)
}

function factOf(device: Device, setting: string): Partial<Known<unknown>> | undefined {
  const [group = '', name = ''] = setting.split('.')
  const facts = (device as unknown as Record<string, Record<string, Partial<Known<unknown>>> | undefined>)[group]
  return facts?.[name]
}

function lineIn({ file, table }: DeviceReading, at: Origin): number | undefined {
  if (at.span.file !== file) return undefined
  const line = lineOf(table, at.span.start)
  return isCommand(table, line) ? line : undefined
}

/** Whether the line is the command that is to be changed, and not just the place where it is missed. */
function isLike(table: LineTable, line: number | undefined, words: readonly string[]): boolean {
  if (line === undefined) return false
  const own = lineWords(table, line)
  // The header of a section that keeps its lines.
  if (table.opens[line] !== 0) return !isNegated(words) && kinship(own, words) > 2
  return kinship(own, words) > 0 || (isNegated(words) && !isNegated(own) && own.at(-1) === words.at(-1))
}

/** The headers of the sections around a line, the outermost first. */
function headersOf(table: LineTable, line: number): string[] {
  const headers: string[] = []
  for (let at = table.parent[line] ?? -1; at >= 0; at = table.parent[at] ?? -1) headers.unshift(lineText(table, at))
  return headers
}

/** The section around a line that names the same in other words: `address-family ipv4 vrf RED`, `… ipv4 unicast vrf RED`. */
function sectionAround(
  table: LineTable,
  home: number | undefined,
  parent: number,
  words: readonly string[],
): number | undefined {
  let line = home ?? -1
  while (line >= 0 && table.parent[line] !== parent) line = table.parent[line] ?? -1
  if (line < 0 || line === home) return undefined
  const own = lineWords(table, line)
  return kinship(own, words) > 1 && own.at(-1) === words.at(-1) ? line : undefined
}

/** The line that opens the section of a path: -1 for the top level, undefined where there is none. */
export function parentOf(
  table: LineTable,
  path: readonly string[],
  home: number | undefined,
  header: Header,
): number | undefined {
  let parent = -1
  for (const [depth, line] of path.entries()) {
    const words = wordsOf(line)
    const isHome = header === 'own' && home !== undefined && depth === path.length - 1 && table.parent[home] === parent
    const own = isHome && table.opens[home] !== 0 && kinship(lineWords(table, home), words) > 0 ? home : undefined
    const found = sectionOf(table, parent, words) ?? own ?? sectionAround(table, home, parent, words)
    if (found === undefined) return undefined
    parent = found
  }
  return parent
}
