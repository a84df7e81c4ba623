import type { Arguments } from '../arguments.ts'
import { catalogue } from '../catalogue.ts'
import type { Io } from '../io.ts'
import { listing, type RuleListing } from '../library/rules.ts'
import type { ExitCode } from '../main.ts'
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

function pretty(listed: readonly RuleListing[], io: Io): string {
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
