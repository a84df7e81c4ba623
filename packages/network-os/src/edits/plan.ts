import type { Change, Device, Fact, FactList } from '@breakwater/core'
import type { Commands } from '../commands/lowering.ts'
import type { DeviceReading } from '../read.ts'
import { LineKind, type LineTable } from '../syntax/lines.ts'
import { commands as commandsOf, lineText } from '../syntax/view.ts'
import { applyEdits, rewording, type Edit } from './edit.ts'
import { entryStep } from './entries.ts'
import { filledFrom, hasPlaceholder, isNegated, kinship, ordersOf, positive, wordsOf, type Order } from './order.ts'
import { saysMore } from './same.ts'
import { commandOf, deletion, gapAtTop, gapIn, insertion, isCommand, lineOf, lineWords, sectionOf } from './place.ts'

/** One way to write a change. */
export interface Writing {
  readonly edits: readonly Edit[]
  /** Those of the edits that take out whole lines, which say nothing but what is to go. */
  readonly gone: readonly Edit[]
}

/** What mends a finding in the text of a device. */
export interface Mending {
  /** The plainest first. Each is right only if the text then says what the rest of it says with `typed` behind it. */
  readonly ways: readonly Writing[]
  /** The commands as somebody types them after all others. They can hold secrets: for comparison alone. */
  readonly typed: readonly string[]
}

interface Way {
  /** A setting or an item that is to go: its line goes, or gets a `no`. */
  readonly taken: 'deleted' | 'negated'
  /** A setting's line gets the new command, or has it below. */
  readonly set: 'reworded' | 'added'
  /** Where a section's header is not found word for word, the header that made the item is taken. */
  readonly header: 'own' | 'exact'
}

/** A command that is to be made, with the line that it changes, where there is one. */
interface Step {
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

/** How the changes can be written into the text of a device; undefined where they cannot. Pure. */
export function mendingOf(commands: Commands, reading: DeviceReading, changes: readonly Change[]): Mending | undefined {
  const steps: Step[] = []
  for (const change of changes) {
    const made = stepsOf(commands, reading, change)
    if (made === undefined) return undefined
    steps.push(...made)
  }
  if (steps.length === 0) return undefined
  const { coverage } = reading.device
  const isRemoval = changes.every(({ setting, item, value }) => value === undefined && item?.list === setting)
  const taken =
    coverage === 'whole' || isRemoval ? (['deleted', 'negated'] as const) : (['negated', 'deleted'] as const)
  const ways: Writing[] = []
  for (const header of ['own', 'exact'] as const)
    for (const set of ['reworded', 'added'] as const)
      for (const how of taken) {
        const writing = writeSteps(reading, steps, { header, set, taken: how })
        if (writing.edits.some(({ text }) => hasPlaceholder(text))) continue
        if (writing.gone.some((edit) => saysMore(reading.device, edit, changes))) continue
        if (!ways.some((known) => JSON.stringify(known) === JSON.stringify(writing))) ways.push(writing)
      }
  return ways.length === 0 ? undefined : { ways, typed: typedBy(steps) }
}

function typedBy(steps: readonly Step[]): string[] {
  return steps
    .flatMap(({ typed }) => typed)
    .flatMap(({ path, words }) => [
      ...path.map((header, depth) => ' '.repeat(depth) + header),
      ' '.repeat(path.length) + words.join(' '),
    ])
}

function stepsOf(commands: Commands, reading: DeviceReading, change: Change): Step[] | undefined {
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
  const stated = statedAt(reading, change)
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
      ? (item as unknown as Record<string, Partial<Fact<unknown>> | undefined>)[field]
      : factOf(reading.device, list)
  return fact === undefined || !('state' in fact) || fact.at === undefined ? undefined : lineIn(reading, fact.at)
}

function factOf(device: Device, setting: string): Partial<Fact<unknown>> | FactList<unknown> | undefined {
  const [group = '', name = ''] = setting.split('.')
  const facts = (device as unknown as Record<string, Record<string, Fact<unknown>> | undefined>)[group]
  return facts?.[name]
}

function lineIn({ file, table }: DeviceReading, at: Fact<unknown>['at']): number | undefined {
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

/** The line that opens the section of a path: -1 for the top level, undefined where there is none. */
function parentOf(
  table: LineTable,
  path: readonly string[],
  home: number | undefined,
  header: Way['header'],
): number | undefined {
  let parent = -1
  for (const [depth, line] of path.entries()) {
    const words = wordsOf(line)
    const isHome = header === 'own' && home !== undefined && depth === path.length - 1 && table.parent[home] === parent
    const own = isHome && table.opens[home] !== 0 && kinship(lineWords(table, home), words) > 0 ? home : undefined
    const found = sectionOf(table, parent, words) ?? own
    if (found === undefined) return undefined
    parent = found
  }
  return parent
}

/** The line, and the others that say something of the same thing: `username bob privilege 15`, `username bob secret …`. */
function siblings(table: LineTable, line: number): number[] {
  const own = lineWords(table, line)
  const named = own[0]?.toLowerCase() === 'username' ? 2 : 3
  if (own.length < named || table.opens[line] !== 0) return [line]
  const all = [...commandsOf(table, table.parent[line] ?? -1)]
  return all.filter(
    (other) =>
      other === line ||
      (table.opens[other] === 0 && lineWords(table, other).slice(0, named).join(' ') === own.slice(0, named).join(' ')),
  )
}

/** New lines at a place, and the headers of the section that they open. */
interface Block {
  readonly after: number
  /** Of the commands in the innermost section. */
  readonly indent: string
  readonly path: readonly string[]
  readonly lines: string[]
}

function writeSteps({ table, coverage }: DeviceReading, steps: readonly Step[], way: Way): Writing {
  const edits: Edit[] = []
  const gone: Edit[] = []
  const blocks: Block[] = []
  for (const { order, line, takes, home, isEntry = false } of steps) {
    const { path, words } = order
    if (line !== undefined && isEntry) {
      edits.push(takes ? deletion(table, line) : reworded(table, line, words))
      continue
    }
    if (line !== undefined && (way.set === 'reworded' || takes)) {
      if (takes && (way.taken === 'deleted' || table.opens[line] !== 0))
        gone.push(...siblings(table, line).map((one) => deletion(table, one)))
      else edits.push(reworded(table, line, words))
      continue
    }
    const parent = parentOf(table, path, home, way.header)
    if (parent !== undefined) {
      const gap =
        line !== undefined && table.opens[line] === 0
          ? { after: line, indent: table.text.slice(table.start[line], table.body[line]) }
          : parent < 0
            ? gapAtTop(table, words, false, coverage.hostname)
            : gapIn(table, parent, words, false)
      blocks.push({ ...gap, path: [], lines: [gap.indent + words.join(' ')] })
      continue
    }
    const open = blocks.find((block) => block.path.length > 0 && block.path.join('\n') === path.join('\n'))
    if (open !== undefined) {
      open.lines.push(open.indent + words.join(' '))
      continue
    }
    blocks.push(newSection({ table, hostname: coverage.hostname, home, header: way.header }, order))
  }
  return { edits: [...gone, ...edits, ...blocks.map(({ after, lines }) => insertion(table, after, lines))], gone }
}

interface Around {
  readonly table: LineTable
  readonly hostname: number
  readonly home: number | undefined
  readonly header: Way['header']
}

/** Opens the sections that are not there yet, below the innermost that is. */
function newSection({ table, hostname, home, header }: Around, { path, words }: Order): Block {
  let depth = path.length - 1
  while (parentOf(table, path.slice(0, depth), home, header) === undefined) depth--
  const parent = parentOf(table, path.slice(0, depth), home, header) ?? -1
  const first = wordsOf(path[depth] ?? '')
  const { after, indent } = parent < 0 ? gapAtTop(table, first, true, hostname) : gapIn(table, parent, first, true)
  const written = [...path.slice(depth), words.join(' ')]
  return {
    after,
    indent: indent + ' '.repeat(path.length - depth),
    path,
    lines: written.map((line, level) => indent + ' '.repeat(level) + line),
  }
}

/** Another command in a line's place. A command that is only negated keeps its own words. */
function reworded(table: LineTable, line: number, words: readonly string[]): Edit {
  const start = table.body[line] ?? 0
  const end = start + lineText(table, line).length
  const own = lineWords(table, line)
  const isOff = isNegated(words) && !isNegated(own)
  return rewording(table.text, start, end, isOff ? ['no', ...own] : words)
}

/**
 * The text, without the lines that go, after somebody typed the commands behind all others: what says the same after
 * an edit was edited rightly.
 */
export function typedText({ table, file }: DeviceReading, gone: readonly Edit[], lines: readonly string[]): string {
  let ends = false
  for (let line = 0; line < table.count; line++)
    if (table.kind[line] === LineKind.exit && lineText(table, line) === 'end') ends = true
  return `${applyEdits(file.text, gone)}\n${ends ? 'end' : '!'}\n${lines.join('\n')}\n`
}

/** Whether the text was captured from a terminal: it tells what a device had, and is nobody's to edit. */
export function isCapture({ table }: DeviceReading): boolean {
  for (let line = 0; line < table.count; line++) {
    if (table.kind[line] !== LineKind.artefact) {
      if (table.kind[line] === LineKind.command && isTypedAtPrompt(table, line)) return true
      continue
    }
    if (CAPTURED.test(lineText(table, line))) return true
  }
  return false
}

/** What a device prints around its configuration, a prompt before `show run`, a pager. */
const CAPTURED = /^(?:building conf|current conf|using \d+ out of|uncompressed conf|\S+[#>]|[%*\[^])|--More--/i

function isTypedAtPrompt(table: LineTable, line: number): boolean {
  return /\S/.test(table.text.slice(table.start[line], table.body[line]).replace(/^\uFEFF/, ''))
}
