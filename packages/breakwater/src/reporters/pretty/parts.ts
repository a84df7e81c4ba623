import type { Location, Result, Why } from '../../results.ts'
import { codeFrame } from '../../text/frame.ts'
import { harmless } from '../../text/harmless.ts'
import { paint, type Style } from '../../text/style.ts'
import { widthOf } from '../../text/width.ts'
import type { Report } from '../report.ts'

/** The severity's column: as wide as `critical` and two blanks. */
export const MARGIN = 10
const LABEL = 7

export function indented(text: string): string {
  return `${' '.repeat(MARGIN)}${text}`
}

export function placeText({ file, startLine, startColumn }: Location): string {
  return `${harmless(file)}:${startLine}:${startColumn}`
}

/** The place, underlined, as far as its file can be shown. */
export function frameOf(result: Result, { source, style }: Report): string[] {
  const shown = source(result.location.file)
  if (shown === undefined) return []
  return codeFrame(shown, result.location, result.severity, { ...style, width: style.width - MARGIN }).map(indented)
}

/** Why it matters, who says so, the way from the place to the device, and the lines to enter. */
export function explanation(result: Result, { rules, style }: Report): string[] {
  const card = rules.get(result.rule)
  const via = (result.via ?? []).map(placeText)
  return [
    ...labelled('why', card === undefined ? '' : card.why, style),
    ...labelled('says', (card?.guidance ?? []).join(' · '), style),
    ...labelled('often', card?.indicator?.innocent ?? '', style),
    ...labelled('next', card?.indicator?.collect.join(' · ') ?? '', style),
    ...labelled('via', via.join(' → '), style),
    ...entered(result, style),
  ]
}

function entered({ remediation, applicability }: Result, style: Style): string[] {
  if (remediation === undefined || remediation.length === 0) return []
  const lines = remediation.map((line, index) =>
    indented(
      `${paint(style, 'dim', (index === 0 ? 'enter' : '').padEnd(LABEL))}${paint(style, 'green', harmless(line))}`,
    ),
  )
  const caution = applicability === undefined ? '' : cautions[applicability]
  return caution === '' ? lines : [...lines, indented(`${' '.repeat(LABEL)}${paint(style, 'dim', `(${caution})`)}`)]
}

/** What to heed when the lines of a remediation are entered; empty where there is nothing. */
export const cautions: Readonly<Record<NonNullable<Result['applicability']>, string>> = {
  safe: '',
  disruptive: 'can interrupt sessions or traffic',
  'lockout-risk': 'can lock you out: prove the other way in first',
  'needs-site-value': 'with your own values',
}

function labelled(label: string, text: string, style: Style): string[] {
  if (text === '') return []
  return wrapped(text, style.width - MARGIN - LABEL).map((line, index) =>
    indented(`${paint(style, 'dim', (index === 0 ? label : '').padEnd(LABEL))}${line}`),
  )
}

/** Words in lines of at most `width` columns; a longer word has its own line. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(last) + 1 + widthOf(word) <= Math.max(40, width))
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Why a fact is not known, in words. */
export function whyText(why: Why | undefined): string {
  if (why === undefined) return ''
  switch (why.kind) {
    case 'unresolved':
      return `${harmless(why.name ?? 'a value')} is not known here`
    case 'conditional':
      return 'depends on a condition'
    case 'not-in-view':
      return 'not in view'
    case 'unreadable':
      return 'the line could not be read'
    case 'release':
      return `depends on the release: ${harmless(why.needs ?? 'it is not known')}`
    case 'site':
      return `only the site knows: ${harmless(why.needs ?? 'not configured')}`
    default:
      return harmless(why.kind)
  }
}
