import type { Rule } from '@breakwater/core'
import type { Arguments } from '../arguments.ts'
import { catalogue, categoryOf, citations, presets, type Preset } from '../catalogue.ts'
import type { Io } from '../io.ts'
import type { ExitCode } from '../main.ts'
import type { Severity } from '../results.ts'
import { harmlessJson } from '../text/harmless.ts'
import { paint, paintSeverity, wantsColor, type Style } from '../text/style.ts'
import { table } from '../text/table.ts'

const options = {
  format: { short: 'f', value: 'name', choices: ['pretty', 'json'], help: 'How to list' },
} as const

/** The catalogue. */
export const rules = {
  spec: {
    name: 'rules',
    operands: '',
    summary: 'Lists the rules: id, severity, platforms, presets, guidance.',
    options,
  },
  run: (args: Arguments, io: Io): ExitCode => {
    const listed = [...catalogue.values()].map(listing)
    const { format } = (args as unknown as Arguments<typeof options>).options
    io.write(format === 'json' ? `${harmlessJson(JSON.stringify(listed, undefined, 2))}\n` : pretty(listed, io))
    return 0
  },
}

/** A rule as `rules --format json` gives it. */
export interface Listing {
  readonly id: string
  readonly title: string
  readonly severity: Severity
  readonly category: string
  readonly platforms: readonly string[]
  readonly presets: readonly string[]
  readonly guidance: readonly string[]
}

export function listing(rule: Rule): Listing {
  const { id, title, severity, platforms } = rule
  const names = Object.entries(presets).filter(([, preset]: [string, Preset]) => preset.has(rule))
  return {
    id,
    title,
    severity,
    category: categoryOf(rule),
    platforms,
    presets: names.map(([name]) => name),
    guidance: citations(rule),
  }
}

function pretty(listed: readonly Listing[], io: Io): string {
  const style: Style = { color: wantsColor(io.env, io.terminal !== undefined), width: io.terminal?.columns ?? 100 }
  const dim = (text: string): string => paint(style, 'dim', text)
  const rows = listed.map(({ id, title, severity, platforms, presets: sets, guidance }) => [
    { text: id },
    { text: severity, paint: (text: string) => paintSeverity(style, severity, text) },
    { text: title },
    { text: platforms.join(', '), paint: dim },
    { text: sets.join(', '), paint: dim },
    { text: guidance.join(', '), paint: dim },
  ])
  return `${[...table(rows, 6).map((line) => line.trimEnd()), '', `${listed.length} rules; breakwater explain <rule> tells more of one`].join('\n')}\n`
}
