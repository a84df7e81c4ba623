import { compareText, type Result } from '../../results.ts'
import { harmless } from '../../text/harmless.ts'
import { paint } from '../../text/style.ts'
import { counted } from '../../text/table.ts'
import type { Report } from '../report.ts'
import { indented, MARGIN, placeText, whyText } from './parts.ts'

/** What was not a finding, and on what grounds: unknown and suppressed one by one, the rest by rule. */
export function evidenceSection(report: Report): string[][] {
  const { results } = report.results
  const unknown = results.filter(({ verdict, suppressed }) => verdict === 'unknown' && suppressed === undefined)
  const suppressed = results.filter((result) => result.suppressed !== undefined)
  return [unknownSection(unknown, report), suppressedSection(suppressed, report), passedSection(results, report)]
}

function unknownSection(results: readonly Result[], { style }: Report): string[] {
  return results.flatMap((result) => {
    const why = whyText(result.why)
    return [
      `${paint(style, ['bold', 'cyan'], 'unknown'.padEnd(MARGIN))}${harmless(result.message)}${why === '' ? '' : ` (${why})`}`,
      indented(paint(style, 'dim', `${placeText(result.location)}  ${harmless(result.device)}  ${result.rule}`)),
    ]
  })
}

function suppressedSection(results: readonly Result[], { style }: Report): string[] {
  return results.flatMap((result) => {
    const until = result.suppressed?.expires === undefined ? '' : `, until ${result.suppressed.expires}`
    return [
      `${paint(style, 'dim', 'accepted'.padEnd(MARGIN))}${harmless(result.message)}`,
      indented(`${harmless(result.suppressed?.reason ?? '')}${until}`),
      indented(paint(style, 'dim', `${placeText(result.location)}  ${harmless(result.device)}  ${result.rule}`)),
    ]
  })
}

function passedSection(results: readonly Result[], { style }: Report): string[] {
  const byRule = new Map<string, { pass: number; notapplicable: number }>()
  for (const { rule, verdict } of results) {
    if (verdict !== 'pass' && verdict !== 'notapplicable') continue
    const counts = byRule.get(rule) ?? { pass: 0, notapplicable: 0 }
    counts[verdict]++
    byRule.set(rule, counts)
  }
  return [...byRule]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([rule, { pass, notapplicable }]) => {
      const passed = pass === 0 ? '' : `${counted(pass, 'check')} passed`
      const skipped = notapplicable === 0 ? '' : `${notapplicable} not applicable`
      return `${paint(style, ['bold', 'green'], 'passed'.padEnd(MARGIN))}${rule}: ${[passed, skipped].filter((text) => text !== '').join(', ')}`
    })
}
