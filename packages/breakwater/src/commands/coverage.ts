import { coverageOf, guidanceDocuments, type ClauseCoverage, type ClauseStanding } from '@breakwater/rules'
import { readArguments, type Arguments } from '../arguments.ts'
import { catalogue } from '../catalogue.ts'
import { ClauseCounter, type ClauseStandings } from '../clause-standing.ts'
import { frontends } from '../frontends.ts'
import type { Io } from '../io.ts'
import type { ExitCode } from '../main.ts'
import { wrapped } from '../reporters/pretty/parts.ts'
import { csv } from '../text/csv.ts'
import { harmlessJson } from '../text/harmless.ts'
import { markdownTable } from '../text/markdown.ts'
import { paint, wantsColor, type Style } from '../text/style.ts'
import { counted, thousands } from '../text/table.ts'
import { checkCommand } from './check.ts'

const options = {
  format: { short: 'f', value: 'name', choices: ['pretty', 'json', 'markdown', 'csv'], help: 'How to print' },
  config: { short: 'c', value: 'file', help: 'The configuration, in place of the one that is found' },
  'no-config': { help: 'Look for no configuration' },
  today: { value: 'date', help: 'The day to judge by, YYYY-MM-DD' },
} as const

/** The guidance, clause by clause. */
export const coverage = {
  spec: {
    name: 'coverage',
    operands: '[paths…]',
    summary: 'Tells of every clause of the guidance which rules check it, and what no configuration can show and why.',
    options,
    more: 'With paths it also tells how many of the devices there meet each clause. It ends with 0 whatever they do.',
  },
  run: async (args: Arguments, io: Io): Promise<ExitCode> => {
    const { options: given, operands } = args as unknown as Arguments<typeof options>
    const clauses = coverageOf(catalogue.values())
    const counter = new ClauseCounter(clauses)
    if (operands.length > 0) {
      const status = await judge(given, operands, counter, io)
      if (counter.devices === 0) return status
    }
    const rows = clauses.map((clause, index): Row => ({
      ...clause,
      devices: operands.length > 0 ? counter.standings()[index] : undefined,
    }))
    io.write(print(rows, (given.format ?? 'pretty') as Format, counter.devices, io))
    return 0
  },
}

interface Row extends ClauseCoverage {
  /** How the devices stand, where some were given. */
  readonly devices: ClauseStandings | undefined
}

/** Judges the devices below the paths by every rule, and prints nothing but what is wrong with the files. */
function judge(
  given: Arguments<typeof options>['options'],
  operands: readonly string[],
  counter: ClauseCounter,
  io: Io,
): Promise<ExitCode> {
  const command = checkCommand(frontends, { onDevice: (worst, open) => counter.add(worst, open) })
  const argv = [
    '--preset',
    'all',
    '--format',
    'compact',
    '--quiet',
    ...(given.config === undefined ? [] : ['--config', given.config]),
    ...(given['no-config'] ? ['--no-config'] : []),
    ...(given.today === undefined ? [] : ['--today', given.today]),
    '--',
    ...operands,
  ]
  return Promise.resolve(command.run(readArguments(command.spec, argv), { ...io, write: () => undefined }))
}

type Format = (typeof options.format.choices)[number]

const STATES = ['pass', 'fail', 'unknown', 'notapplicable'] as const

function print(rows: readonly Row[], format: Format, devices: number, io: Io): string {
  switch (format) {
    case 'pretty':
      return pretty(rows, devices, io)
    case 'json': {
      const clauses = rows.map(({ document, clause, text, rules, reason, devices: standing }) => ({
        document,
        clause,
        text,
        rules,
        ...(reason !== undefined && { reason }),
        ...(standing !== undefined && { devices: standing }),
      }))
      return `${harmlessJson(JSON.stringify(clauses, undefined, 2))}\n`
    }
    case 'markdown':
      return guidanceDocuments
        .map(({ id, title }) => {
          const head = ['Clause', 'Recommendation', 'Standing', 'Rules', 'What is left to people']
          const body = rows
            .filter(({ document }) => document === id)
            .map(({ clause, text, standing, rules, reason, devices: own }) => [
              clause,
              text,
              standing,
              rules.map((rule) => `\`${rule}\``).join(', '),
              reason ?? '',
              ...(own === undefined ? [] : STATES.map((state) => String(own[state]))),
            ])
          return `## ${title}\n\n${markdownTable([...head, ...(devices > 0 ? STATES : [])], body)}`
        })
        .join('\n')
    case 'csv':
      return csv([
        ['document', 'clause', 'text', 'standing', 'rules', 'reason', ...(devices > 0 ? STATES : [])],
        ...rows.map(({ document, clause, text, standing, rules, reason, devices: own }) => [
          document,
          clause,
          text,
          standing,
          rules.join(' '),
          reason ?? '',
          ...(own === undefined ? [] : STATES.map((state) => own[state])),
        ]),
      ])
  }
}

const COLOURS = { checked: 'green', partly: 'yellow', 'not checkable': 'dim', 'not yet checked': 'red' } as const

function pretty(clauses: readonly Row[], devices: number, io: Io): string {
  const style: Style = {
    color: wantsColor(io.env, io.terminal !== undefined),
    width: Math.min(120, io.terminal?.columns ?? 100),
  }
  const sections = guidanceDocuments.map(({ id, title }) => {
    const own = clauses.filter(({ document }) => document === id)
    return [paint(style, 'bold', title), '', ...own.flatMap((clause) => clauseLines(clause, style))].join('\n')
  })
  const counts = (Object.keys(COLOURS) as ClauseStanding[])
    .map((standing) => [clauses.filter((clause) => clause.standing === standing).length, standing] as const)
    .filter(([count]) => count > 0)
    .map(([count, standing]) => `${count} ${standing}`)
  const judged = devices > 0 ? `; ${counted(devices, 'device')} judged` : ''
  return `${[...sections, `${counted(clauses.length, 'clause')}: ${counts.join(', ')}${judged}`].join('\n\n')}\n`
}

const MARGIN = 23

function clauseLines({ clause, text, standing, rules, reason, devices }: Row, style: Style): string[] {
  const below = (words: string, colour: 'cyan' | 'dim'): string[] =>
    wrapped(words, style.width - MARGIN).map((line) => `${' '.repeat(MARGIN)}${paint(style, colour, line)}`)
  const [first = '', ...rest] = wrapped(text, style.width - MARGIN)
  return [
    `${clause.padEnd(6)}${paint(style, COLOURS[standing], standing.padEnd(MARGIN - 6))}${first}`,
    ...rest.map((line) => `${' '.repeat(MARGIN)}${line}`),
    ...(rules.length > 0 ? below(rules.join(', '), 'cyan') : []),
    ...(devices === undefined || rules.length === 0 ? [] : [`${' '.repeat(MARGIN)}${standingText(devices, style)}`]),
    ...(reason === undefined ? [] : below(`left to people: ${reason}`, 'dim')),
  ]
}

function standingText({ pass, fail, unknown, notapplicable }: ClauseStandings, style: Style): string {
  const parts = [
    [fail, 'fail', 'red'],
    [unknown, 'unknown', 'yellow'],
    [pass, 'pass', 'green'],
    [notapplicable, 'not applicable', 'dim'],
  ] as const
  return parts
    .filter(([count]) => count > 0)
    .map(([count, name, colour]) => paint(style, colour, `${thousands(count)} ${name}`))
    .join(', ')
}
