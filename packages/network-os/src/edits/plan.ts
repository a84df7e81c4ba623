import type { Change } from '@breakwater/core'
import type { Commands } from '../commands/lowering.ts'
import type { DeviceReading } from '../read.ts'
import type { LineTable } from '../syntax/lines.ts'
import { lineText } from '../syntax/view.ts'
import { rewording, type Edit } from './edit.ts'
import { hasPlaceholder, isNegated, wordsOf, type Order } from './order.ts'
import { deletion, gapAtTop, gapIn, insertion, lineWords, membersOf } from './place.ts'
import { saysMore } from './same.ts'
import { parentOf, stepsOf, type Header, type Step } from './steps.ts'

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
  readonly header: Header
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

/** Things that several lines can make, by how many words of a line name one. */
const NAMED: readonly (readonly [RegExp, number])[] = [
  [/^username /i, 2],
  [/^snmp-server community /i, 3],
]

/** The line, and the others that say something of the same thing: `username bob privilege 15`, `username bob secret …`. */
function siblings(table: LineTable, line: number): number[] {
  const named = NAMED.find(([pattern]) => pattern.test(lineText(table, line)))?.[1]
  if (named === undefined) return [line]
  const name = (one: number): string => lineWords(table, one).slice(0, named).join(' ')
  return membersOf(table, table.parent[line] ?? -1).filter((other) => name(other) === name(line))
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
  readonly header: Header
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
