import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseExpression, parseTemplate } from './parse.ts'
import { printTemplate } from './syntax.ts'

const pieces = fc.constantFrom(
  '{{ ',
  ' }}',
  '{% if x %}',
  '{% endif %}',
  '{%- for a in b -%}',
  '{% endfor %}',
  '{# ',
  ' #}',
  '{% raw %}',
  '{% endraw %}',
  'text ',
  '\n',
  '\r\n',
  "'",
  '"',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  'x | f(1)',
  ' is not defined',
  '{% set a = 1 %}',
  '{% else %}',
  '{% macro m(a=1) %}',
  '{% endmacro %}',
  '{% block b %}',
  '{% include "x" %}',
  '~',
  'not ',
  '\\',
  '%}',
  '{%',
  'é',
  '\u{1f600}',
  '{% set b %}',
  '{% endset %}',
)
const texts = fc.oneof(
  fc.string(),
  fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
)

it('prints every text back, byte for byte', () => {
  fc.assert(
    fc.property(texts, (text) => printTemplate(parseTemplate(text)) === text),
    { numRuns: 2000 },
  )
})

it('reads every expression', () => {
  fc.assert(
    fc.property(texts, (text) => parseExpression(text).expression.start >= 0),
    { numRuns: 1000 },
  )
})

it('reads every prefix of a template', () => {
  const text =
    "{% macro m(a, b='x') %}\n{{ a | join(', ') }}{% endmacro %}\n{% for i in l if i %}{{ m(i)[0].b }}{% else %}-{% endfor %}{% call m(1) %}x{% endcall %}"
  for (let end = 0; end <= text.length; end++)
    expect(printTemplate(parseTemplate(text.slice(0, end)))).toBe(text.slice(0, end))
})

it.each([
  ['{% if x %}a', '{% if %} is never closed'],
  ['a {{ x', '{{ is never closed'],
  ['{% endif %}', '{% endif %} closes nothing'],
  ['{% nosuch %}', '{% nosuch %} is no tag of Jinja'],
  ['{{ 1 + }}', 'the expression ends too early'],
  ['{{ a b }}', 'unexpected text in an expression'],
])('%s', (text, message) => {
  expect(parseTemplate(text).problems.map((problem) => problem.message)).toEqual([message])
})

it('gives up what nests too deeply', () => {
  const deep = `{{ ${'('.repeat(5000)}1${')'.repeat(5000)} }}`
  expect(parseTemplate(deep).problems.map((problem) => problem.message)).toEqual(['nested too deeply'])
  const blocks = '{% if a %}'.repeat(3000)
  expect(printTemplate(parseTemplate(blocks))).toBe(blocks)
})
