import type { Rule } from '@breakwater/core'
import type { Spec } from './spec.ts'

/** The page of a rule as readers see it: what the rule says of itself, then its specification without edge cases. */
export function printPage(rule: Rule, spec: Spec): string {
  const [title = '', ...body] = spec.page.split('\n')
  const facts = [
    `**Rule** \`${rule.id}\``,
    `**Severity** ${rule.severity}`,
    `**Platforms** ${rule.platforms.join(', ')}`,
    `**Guidance** ${rule.guidance.map(({ document, clause }) => `${document} ${clause}`).join(', ') || '–'}`,
  ]
  const mappings = Object.entries(rule.mappings ?? {}).map(
    ([name, ids]) => `**${name.toUpperCase()}** ${(ids as readonly string[]).join(', ')}`,
  )
  const { indicator } = rule
  const sign =
    indicator === undefined
      ? []
      : [
          '',
          '## When it is found',
          '',
          `A sign, never a proof. Often innocent: ${lowered(indicator.innocent)} Keep the evidence, find out how far it reaches, and change nothing before. Look next at:`,
          '',
          ...indicator.collect.map((what) => `- ${what}`),
        ]
  const options =
    rule.options === undefined
      ? []
      : ['', '## Options', '', 'Defaults:', '', '```json', JSON.stringify(rule.options.defaults, undefined, 2), '```']
  const verified =
    rule.verifiedBy === undefined
      ? []
      : ['', '## Checked against', '', ...rule.verifiedBy.map((source) => `- ${source}`)]
  return `${[title, '', [...facts, ...mappings].join(' · '), ...body, ...sign, ...options, ...verified].join('\n').trimEnd()}\n`
}

function lowered(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
}
