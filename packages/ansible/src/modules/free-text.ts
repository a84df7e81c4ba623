import type { Data, DictData } from '../data.ts'
import type { CommandLines } from './lines.ts'
import type { ModuleCall } from './module.ts'
import { given } from './state.ts'

/** A list of commands as a task gives it: a list, one text, or a text with commas. */
export function commandsOf(args: DictData, ...names: readonly string[]): readonly Data[] {
  for (const name of names) {
    const value = given(args, name)
    if (value === undefined) continue
    return value.kind === 'list' ? value.items : [value]
  }
  return []
}

/**
 * `ios_config`: `before`, then `lines` below their `parents`, then `after`; or the text that `src` names. `match` and
 * `replace` choose what is sent for want of it on the device: in the end the device has these lines.
 */
export function enterConfig(args: DictData, call: ModuleCall, to: CommandLines): void {
  enterLines(0, given(args, 'before'), call, to)
  let depth = 0
  for (const parent of commandsOf(args, 'parents')) enterLine(depth++, parent, call, to)
  for (const name of ['lines', 'commands']) enterLines(depth, given(args, name), call, to)
  const source = given(args, 'src')
  if (source !== undefined) enterSource(source, call, to)
  // They stand in the section that the lines left open, where it has such a command; the parser knows.
  enterLines(0, given(args, 'after'), call, to)
}

/** Commands as a list or as one text. */
function enterLines(depth: number, lines: Data | undefined, call: ModuleCall, to: CommandLines): void {
  if (lines === undefined) return
  for (const line of lines.kind === 'list' ? lines.items : [lines]) enterLine(depth, line, call, to)
  if (lines.kind === 'list' && lines.open !== undefined) to.open(depth, lines.open, lines.at ?? call.at)
}

function enterLine(depth: number, line: Data, call: ModuleCall, to: CommandLines): void {
  if (line.kind === 'null') return
  if (line.kind === 'undefined') return to.open(depth, { kind: 'unresolved', name: line.name }, line.at ?? call.at)
  if (line.kind === 'list') {
    for (const item of line.items) enterLine(depth, item, call, to)
    return
  }
  if (line.kind === 'unknown' && line.pieces === undefined && line.choice === undefined)
    return to.open(depth, line.why, line.at ?? call.at)
  to.add(depth, [line], line.at ?? call.at)
}

/** `src` is a text, or the path of a template. */
function enterSource(source: Data, call: ModuleCall, to: CommandLines): void {
  const at = source.at ?? call.at
  if (source.kind === 'string' && !source.value.includes('\n')) {
    const pieces = call.source?.(source.value)
    if (pieces !== undefined) return to.text(pieces)
    return to.open(0, { kind: 'unresolved', name: source.value }, at)
  }
  enterLine(0, source, call, to)
}

/** `cli_config`: a text. With `rollback` alone it enters nothing. */
export function enterCliConfig(args: DictData, call: ModuleCall, to: CommandLines): void {
  const config = given(args, 'config')
  if (config !== undefined) enterSource(config, call, to)
}

/** `ios_banner`: the text between delimiters that it does not hold. */
export function enterBanner(args: DictData, call: ModuleCall, no: boolean, to: CommandLines): void {
  const kind = given(args, 'banner')
  if (kind === undefined) return
  if (no) return to.add(0, ['no banner ', kind], call.at)
  const text = given(args, 'text')
  if (text !== undefined) to.add(0, ['banner ', kind, ' ^C\n', text, '\n^C'], call.at)
}
