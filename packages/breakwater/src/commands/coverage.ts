import { coverageOf, guidanceDocuments, type ClauseCoverage, type ClauseStanding } from '@breakwater/rules'
import type { Arguments } from '../arguments.ts'
import { catalogue } from '../catalogue.ts'
import type { Io } from '../io.ts'
import type { ExitCode } from '../main.ts'
import { wrapped } from '../reporters/pretty/parts.ts'
import { csv } from '../text/csv.ts'
import { harmlessJson } from '../text/harmless.ts'
import { markdownTable } from '../text/markdown.ts'
import { paint, wantsColor, type Style } from '../text/style.ts'
import { counted } from '../text/table.ts'

const options = {
  format: { short: 'f', value: 'name', choices: ['pretty', 'json', 'markdown', 'csv'], help: 'How to print' },
} as const

/** The guidance, clause by clause. */
export const coverage = {
  spec: {
    name: 'coverage',
    operands: '',
    summary: 'Tells of every clause of the guidance which rules check it, and what no configuration can show and why.',
    options,
  },
  run: (args: Arguments, io: Io): ExitCode => {
    const { format = 'pretty' } = (args as unknown as Arguments<typeof options>).options
    const clauses = coverageOf(catalogue.values())
    io.write(print(clauses, format as Format, io))
    return 0
  },
}

type Format = (typeof options.format.choices)[number]

function print(clauses: readonly ClauseCoverage[], format: Format, io: Io): string {
  switch (format) {
    case 'pretty':
      return pretty(clauses, io)
    case 'json': {
      const rows = clauses.map(({ document, clause, text, rules, reason }) => ({
        document,
        clause,
        text,
        rules,
        ...(reason !== undefined && { reason }),
      }))
      return `${harmlessJson(JSON.stringify(rows, undefined, 2))}\n`
    }
    case 'markdown':
      return guidanceDocuments
        .map(({ id, title }) => {
          const rows = clauses
            .filter(({ document }) => document === id)
            .map(({ clause, text, standing, rules, reason }) => [
              clause,
              text,
              standing,
              rules.map((rule) => `\`${rule}\``).join(', '),
              reason ?? '',
            ])
          return `## ${title}\n\n${markdownTable(['Clause', 'Recommendation', 'Standing', 'Rules', 'What is left to people'], rows)}`
        })
        .join('\n')
    case 'csv':
      return csv([
        ['document', 'clause', 'text', 'standing', 'rules', 'reason'],
        ...clauses.map(({ document, clause, text, standing, rules, reason }) => [
          document,
          clause,
          text,
          standing,
          rules.join(' '),
          reason ?? '',
        ]),
      ])
  }
}

const COLOURS = { checked: 'green', partly: 'yellow', 'not checkable': 'dim', 'not yet checked': 'red' } as const

function pretty(clauses: readonly ClauseCoverage[], io: Io): string {
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
  return `${[...sections, `${counted(clauses.length, 'clause')}: ${counts.join(', ')}`].join('\n\n')}\n`
}

const MARGIN = 23

function clauseLines({ clause, text, standing, rules, reason }: ClauseCoverage, style: Style): string[] {
  const below = (words: string, colour: 'cyan' | 'dim'): string[] =>
    wrapped(words, style.width - MARGIN).map((line) => `${' '.repeat(MARGIN)}${paint(style, colour, line)}`)
  const [first = '', ...rest] = wrapped(text, style.width - MARGIN)
  return [
    `${clause.padEnd(6)}${paint(style, COLOURS[standing], standing.padEnd(MARGIN - 6))}${first}`,
    ...rest.map((line) => `${' '.repeat(MARGIN)}${line}`),
    ...(rules.length > 0 ? below(rules.join(', '), 'cyan') : []),
    ...(reason === undefined ? [] : below(`left to people: ${reason}`, 'dim')),
  ]
}
