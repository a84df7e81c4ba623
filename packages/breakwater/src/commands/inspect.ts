import { statSync } from 'node:fs'
import { LineClass, LineKind, lineAt, readDevice, type DeviceReading } from '@breakwater/network-os'
import type { Arguments } from '../arguments.ts'
import { platformNames, type ReadablePlatform } from '../catalogue.ts'
import { UsageError } from '../errors.ts'
import { factsOf } from '../facts.ts'
import { decodeFile, findFiles, readBytes } from '../files.ts'
import type { Io } from '../io.ts'
import type { ExitCode } from '../main.ts'
import { listsOf, listTable, reachOf, reachTable, type ShownList, type ShownReach } from '../reach.ts'
import { shownOf } from '../shown.ts'
import { drawLine, type Shown } from '../text/frame.ts'
import { harmless, harmlessJson } from '../text/harmless.ts'
import { placeOf } from '../text/line-index.ts'
import { paint, wantsColor, type Style } from '../text/style.ts'
import { padStart } from '../text/width.ts'

const options = {
  format: { short: 'f', value: 'name', choices: ['pretty', 'json'], help: 'How to print' },
  platform: { value: 'name', choices: platformNames, help: 'What the file is, where detection is wrong' },
} as const

type InspectArguments = Arguments<typeof options>

/** What is read of a file: platform, coverage, lines and facts. */
export const inspect = {
  spec: {
    name: 'inspect',
    operands: '<path>',
    summary: 'Shows what is read of one file: platform, lines and their modes, facts and where they come from.',
    options,
    more: 'Lines are marked: blank understood, - ignored on purpose, ! unsupported, ? unrecognised.',
  },
  run: async (args: Arguments, io: Io): Promise<ExitCode> => {
    const { options: given, operands } = args as unknown as InspectArguments
    const [path, another] = operands
    if (path === undefined || another !== undefined) throw new UsageError('give one file: breakwater inspect <path>')
    const [file] = findFiles([path], io.cwd)
    if (file === undefined || statSync(file.absolute).isDirectory())
      throw new UsageError(`"${path}" is a folder; give one file`)
    const read = readBytes(file.absolute)
    if ('refused' in read) throw new UsageError(`${path}: the file is ${read.refused}`)
    const text = await decodeFile(read.bytes)
    const platform = given.platform as ReadablePlatform | undefined
    const reading = readDevice({ path: file.path, text }, platform === undefined ? {} : { platform })
    if (reading === undefined)
      throw new UsageError(`${path}: no configuration that can be read; --platform says what it is`)
    const inspection = inspectionOf(reading)
    io.write(
      given.format === 'json' ? `${harmlessJson(JSON.stringify(inspection, undefined, 2))}\n` : pretty(inspection, io),
    )
    return 0
  },
}

const CLASSES: Readonly<Record<number, ClassName>> = {
  [LineClass.understood]: 'understood',
  [LineClass.ignored]: 'ignored',
  [LineClass.unsupported]: 'unsupported',
  [LineClass.unrecognised]: 'unrecognised',
}

type ClassName = 'understood' | 'ignored' | 'unsupported' | 'unrecognised'

const KINDS = Object.fromEntries(Object.entries(LineKind).map(([name, kind]) => [kind, name]))

interface Inspection {
  readonly file: string
  readonly device: string
  readonly platform: { readonly name: string; readonly why: string }
  readonly coverage: { readonly name: string; readonly why: string }
  readonly release: unknown
  readonly lines: { readonly total: number; readonly understood: number }
  readonly tree: readonly TreeLine[]
  readonly facts: readonly FactLine[]
  /** From where the services of management take sessions, by their own access lists. */
  readonly management: readonly ShownReach[]
  readonly accessLists: readonly ShownList[]
  readonly notes: readonly { readonly kind: string; readonly message: string; readonly line?: number }[]
}

interface TreeLine {
  readonly line: number
  readonly depth: number
  readonly kind: string
  readonly mode: string
  readonly opens?: string
  readonly class?: ClassName
  /** Secrets hidden. */
  readonly text: string
}

interface FactLine {
  readonly setting: string
  readonly state: string
  readonly value?: unknown
  readonly by?: string
  readonly why?: unknown
  readonly line: number
}

function inspectionOf(reading: DeviceReading): Inspection {
  const { device, file, detection, coverage, notes } = reading
  const shown = shownOf(reading)
  const lineOfOffset = (offset: number): number => placeOf(shown.index, offset).line
  const identity = { release: device.release, train: device.train, box: device.box }
  return {
    file: file.path,
    device: device.name,
    platform: { name: device.platform, why: detection.why },
    coverage: { name: coverage.coverage, why: coverage.why },
    release: Object.fromEntries(
      Object.entries(identity).map(([name, fact]) => [
        name,
        fact.state === 'known'
          ? {
              state: fact.state,
              value: typeof fact.value === 'object' ? fact.value.text : fact.value,
              line: lineOfOffset(fact.at.span.start),
            }
          : { state: fact.state, ...(fact.state === 'unknown' && { why: fact.why }) },
      ]),
    ),
    lines: { total: reading.lines, understood: reading.linesUnderstood },
    tree: treeOf(reading, shown),
    facts: [...factsOf(device)].map(({ at, ...fact }) => ({ ...fact, line: lineOfOffset(at.span.start) })),
    management: reachOf(device, lineOfOffset),
    accessLists: listsOf(device, lineOfOffset),
    notes: notes.map(({ kind, message, at }) => ({ kind, message, ...(at && { line: lineOfOffset(at.span.start) }) })),
  }
}

function treeOf({ table, classes }: DeviceReading, shown: Shown): TreeLine[] {
  const depths: number[] = []
  const tree: TreeLine[] = []
  for (let line = 0; line < table.count; line++) {
    const { parent, mode, opens, kind } = lineAt(table, line)
    const depth = parent < 0 ? 0 : (depths[parent] ?? 0) + 1
    depths.push(depth)
    if (kind === LineKind.blank) continue
    const name = CLASSES[classes[line] ?? 0]
    tree.push({
      line: line + 1,
      depth,
      kind: KINDS[kind] ?? '',
      mode,
      ...(opens !== undefined && { opens }),
      ...(name !== undefined && { class: name }),
      text: kind === LineKind.opaque ? '<encoded>' : drawLine(shown, line + 1).text.trim(),
    })
  }
  return tree
}

const MARKS: Readonly<Record<ClassName, string>> = {
  understood: ' ',
  ignored: '-',
  unsupported: '!',
  unrecognised: '?',
}

function pretty(inspection: Inspection, io: Io): string {
  const style: Style = { color: wantsColor(io.env, io.terminal !== undefined), width: io.terminal?.columns ?? 100 }
  const { file, device, platform, coverage, release, lines, tree, facts, management, accessLists, notes } = inspection
  const dim = (text: string): string => paint(style, 'dim', text)
  const head = (text: string): string => paint(style, 'bold', text)
  const share = lines.total === 0 ? 100 : Math.floor((100 * lines.understood) / lines.total)
  const width = String(tree.at(-1)?.line ?? 0).length
  const known = facts.filter(({ state }) => state === 'known')
  const unread = tree.filter((line) => line.class === 'unrecognised' || line.class === 'unsupported')
  const sections = [
    [
      head(`${harmless(device)}  ${harmless(file)}`),
      `platform  ${platform.name}: ${harmless(platform.why)}`,
      `coverage  ${coverage.name}: ${harmless(coverage.why)}`,
      ...Object.entries(release as Record<string, { state: string; value?: string; line?: number }>).map(
        ([name, { state, value, line }]) =>
          `${name.padEnd(8)}  ${value === undefined ? state : `${harmless(value)}${line === undefined ? '' : ` (line ${line})`}`}`,
      ),
      `lines     ${lines.total}, ${share}% understood; ${unread.length} not read`,
    ],
    [
      head('Lines'),
      ...tree.map((line) => {
        const mark = line.class === undefined ? '·' : MARKS[line.class]
        const body = `${'  '.repeat(line.depth)}${line.text}`
        const painted =
          line.class === 'unrecognised' || line.class === 'unsupported'
            ? paint(style, 'yellow', body)
            : line.class === 'understood'
              ? body
              : dim(body)
        return `${dim(padStart(String(line.line), width))} ${mark} ${painted}${line.opens === undefined ? '' : dim(`  [${line.opens}]`)}`
      }),
    ],
    [head('Facts'), ...known.map((fact) => factText(fact, dim)), ...unknownFacts(facts, dim)],
    management.length === 0 ? [] : [head('Who reaches the management'), ...reachTable(management)],
    accessLists.length === 0 ? [] : [head('Access lists'), ...listTable(accessLists)],
    notes.length === 0
      ? []
      : [
          head('Notes'),
          ...notes.map(
            ({ kind, message, line }) => `${kind}${line === undefined ? '' : ` (line ${line})`}: ${harmless(message)}`,
          ),
        ],
  ]
  return sections
    .filter((section) => section.length > 0)
    .map((section) => `${section.join('\n')}\n`)
    .join('\n')
}

function factText({ setting, value, by, line }: FactLine, dim: (text: string) => string): string {
  const origin = by === 'default' ? 'by default' : `line ${line}`
  return `${harmless(setting)} = ${harmless(JSON.stringify(value) ?? 'yes')}  ${dim(`(${origin})`)}`
}

function unknownFacts(facts: readonly FactLine[], dim: (text: string) => string): string[] {
  const unknown = facts.filter(({ state }) => state === 'unknown').map(({ setting }) => setting)
  const absent = facts.filter(({ state }) => state === 'absent').map(({ setting }) => setting)
  return [
    ...(unknown.length > 0 ? [dim(`unknown: ${unknown.map(harmless).join(', ')}`)] : []),
    ...(absent.length > 0 ? [dim(`absent: ${absent.map(harmless).join(', ')}`)] : []),
  ]
}
