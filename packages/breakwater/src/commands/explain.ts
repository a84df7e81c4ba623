import type { Rule } from '@breakwater/core'
import { guidanceDocuments } from '@breakwater/rules'
import type { Arguments } from '../arguments.ts'
import { catalogue } from '../catalogue.ts'
import { UsageError } from '../errors.ts'
import type { Io } from '../io.ts'
import { listing } from '../library/rules.ts'
import type { ExitCode } from '../main.ts'
import { didYouMean } from '../nearest.ts'
import { readPage } from '../pages.ts'
import { wrapped } from '../reporters/pretty/parts.ts'
import { harmlessJson } from '../text/harmless.ts'
import { paint, paintSeverity, wantsColor, type Style } from '../text/style.ts'

const options = {
  format: { short: 'f', value: 'name', choices: ['pretty', 'json'], help: 'How to print' },
} as const

/** What a rule wants, why, who says so, and good and bad on each platform. */
export const explain = {
  spec: {
    name: 'explain',
    operands: '<rule>',
    summary: 'Tells what a rule wants, why, and who says so, with examples.',
    options,
  },
  run: (args: Arguments, io: Io): ExitCode => {
    const [id, another] = args.operands
    if (id === undefined || another !== undefined)
      throw new UsageError('give one rule: breakwater explain mgmt/no-telnet')
    const rule = catalogue.get(id)
    if (rule === undefined)
      throw new UsageError(`no rule is called "${id}"${didYouMean(id, catalogue.keys())}\nbreakwater rules lists them`)
    const { format } = (args as unknown as Arguments<typeof options>).options
    const page = readPage(id)
    io.write(format === 'json' ? json(rule, page) : pretty(rule, page, io))
    return 0
  },
}

/** The names behind the marks of citations. */
const documents: Readonly<Record<string, string>> = {
  ...Object.fromEntries(guidanceDocuments.map(({ id, title }) => [id, title])),
  NISG: 'Network Infrastructure Security Guide (NSA)',
  'NSA-PW': 'Cisco Password Types: Best Practices (NSA, February 2022)',
  'CISCO-RI': 'Resilient Infrastructure: features that Cisco warns of, restricts and removes (2026)',
  'BOD-23-02': 'Binding Operational Directive 23-02: internet-exposed management interfaces (CISA, June 2023)',
  'BOD-26-02': 'Binding Operational Directive 26-02: end-of-support edge devices (CISA, February 2026)',
}

function json(rule: Rule, page: string | undefined): string {
  const { why, mappings, since, verifiedBy, indicator } = rule
  const whole = { ...listing(rule), why, mappings, since, indicator, options: rule.options, verifiedBy, page }
  return `${harmlessJson(JSON.stringify(whole, undefined, 2))}\n`
}

function pretty(rule: Rule, page: string | undefined, io: Io): string {
  const style: Style = {
    color: wantsColor(io.env, io.terminal !== undefined),
    width: Math.min(100, io.terminal?.columns ?? 100),
  }
  const { title, why, platforms, presets, guidance } = { ...listing(rule), why: rule.why }
  const label = (name: string): string => paint(style, 'dim', name.padEnd(11))
  const row = (name: string, text: string): string[] =>
    wrapped(text, style.width - 11).map((line, index) => `${label(index === 0 ? name : '')}${line}`)
  const cited = [...new Set(rule.guidance.map(({ document }) => document))].filter(
    (document) => documents[document] !== undefined,
  )
  const mappings = Object.entries(rule.mappings ?? {}).map(
    ([name, ids]) => `${name.toUpperCase()} ${(ids as readonly string[]).join(', ')}`,
  )
  const lines = [
    paint(style, 'bold', title),
    '',
    `${label('rule')}${rule.id}`,
    `${label('severity')}${paintSeverity(style, rule.severity)}`,
    ...row('why', why),
    ...row('says', guidance.join(', ')),
    ...cited.flatMap((document) => row('', `${document}: ${documents[document]}`)),
    ...(mappings.length > 0 ? row('maps to', mappings.join('; ')) : []),
    ...row('platforms', platforms.join(', ')),
    ...row('presets', presets.join(', ')),
    ...(rule.options === undefined ? [] : row('options', JSON.stringify(rule.options.defaults))),
    ...(page === undefined ? [] : ['', ...pageBody(page, style)]),
  ]
  return `${lines.join('\n')}\n`
}

/** The page without its heading and its line of facts, which stand above already. */
function pageBody(page: string, style: Style): string[] {
  const lines = page.split('\n')
  const from = lines.findIndex((line, index) => index > 0 && line !== '' && !line.startsWith('**Rule**'))
  let fence = false
  const body: string[] = []
  for (const line of from < 0 ? [] : lines.slice(from)) {
    if (line.startsWith('```')) {
      fence = !fence
      const [language = ''] = line.slice(3).split(' ')
      if (fence && language !== '') body.push(`    ${paint(style, 'dim', language)}`)
      continue
    }
    if (fence)
      body.push(`    ${/^\s*[!#] expect:/.test(line) ? paint(style, 'dim', line) : paint(style, 'green', line)}`)
    else if (line.startsWith('#')) body.push(paint(style, 'bold', line.replace(/^#+\s*/, '')))
    else body.push(...wrapped(line, style.width))
  }
  return body.join('\n').trim().split('\n')
}
