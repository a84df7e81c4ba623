import { styleText } from 'node:util'
import type { Severity } from '../results.ts'

/** How a report for people is drawn. */
export interface Style {
  readonly color: boolean
  /** Columns of the terminal. */
  readonly width: number
}

export const plain: Style = { color: false, width: 100 }

type Format = Parameters<typeof styleText>[0]

/** Our own decision stands, not that of styleText, which newer Nodes make by looking at stdout. */
const DECIDED = { validateStream: false }

export function paint({ color }: Style, format: Format, text: string): string {
  return color && text !== '' ? styleText(format, text, DECIDED) : text
}

const FORMATS: Readonly<Record<Severity, Format>> = {
  critical: ['bold', 'magenta'],
  high: ['bold', 'red'],
  medium: ['bold', 'yellow'],
  low: ['bold', 'blue'],
  info: ['bold', 'cyan'],
}

export function paintSeverity(style: Style, severity: Severity, text: string = severity): string {
  return paint(style, FORMATS[severity], text)
}

/** `NO_COLOR` is the user's last word, then `FORCE_COLOR`, then whether somebody watches. */
export function wantsColor(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (env['NO_COLOR']) return false
  const force = env['FORCE_COLOR']
  if (force !== undefined) return force !== '0' && force !== 'false'
  return isTerminal && env['TERM'] !== 'dumb'
}
