import { LineKind, type LineTable } from '../../syntax/lines.ts'
import { lineText } from '../../syntax/view.ts'

export interface Coverage {
  readonly coverage: 'whole' | 'part'
  readonly why: string
  /** The line of the host name, or -1. */
  readonly hostname: number
}

/** Commands that people type into scripts and no running configuration prints. */
const TYPED =
  /^(no shut(down)?|conf(igure)? t(erm(inal)?)?|do |enable secret 0 |username \S+ (privilege \d+ )?secret 0 |wr(ite)?( mem(ory)?)?$|copy run)/i

/**
 * A running configuration has a host name, and a `version` line or an `end`. With an `end` alone it may be a start-up
 * script, in which missing lines mean nothing: such a script shows by commands that no device prints.
 */
export function coverageOf(table: LineTable): Coverage {
  let hostname = -1
  let version = false
  let end = false
  let typed: string | undefined
  for (let line = 0; line < table.count; line++) {
    const kind = table.kind[line]
    if (kind === LineKind.exit) {
      if (lineText(table, line) === 'end') end = true
      continue
    }
    if (kind !== LineKind.command) continue
    const start = table.text.charCodeAt(table.body[line] ?? 0) | 32
    // Only lines that begin with h, v, n, c, d, e, u or w can be of interest here.
    if (
      start !== 104 &&
      start !== 118 &&
      start !== 110 &&
      start !== 99 &&
      start !== 100 &&
      start !== 101 &&
      start !== 117 &&
      start !== 119
    )
      continue
    const text = lineText(table, line)
    const top = (table.parent[line] ?? -1) < 0
    if (top && text.startsWith('hostname ')) hostname = line
    else if (top && /^version \d/.test(text)) version = true
    else if (TYPED.test(text)) typed ??= text
  }
  if (hostname < 0) return { coverage: 'part', why: 'no hostname line', hostname }
  if (version) return { coverage: 'whole', why: 'hostname and version lines', hostname }
  if (!end) return { coverage: 'part', why: 'a hostname, but neither a version line nor an end', hostname }
  if (typed !== undefined)
    return { coverage: 'part', why: `a script: no device prints "${typed.split(' ').slice(0, 2).join(' ')}"`, hostname }
  return { coverage: 'whole', why: 'hostname and end lines', hostname }
}
