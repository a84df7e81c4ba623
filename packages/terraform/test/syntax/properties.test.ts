import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseConfig } from '../../src/syntax/parse.ts'
import { printConfig } from '../../src/syntax/print.ts'
import { fixtures } from '../fixtures.ts'

const WORDS = [
  'resource "a" "b" {\n',
  'x = ',
  '"${',
  '}',
  '{',
  '[',
  ']',
  '(',
  ')',
  '"',
  '\n',
  '<<-EOT\n',
  'EOT\n',
  '${',
  '%{ if ',
]
const MORE = [
  'endif }',
  'for',
  ' in ',
  'a',
  '.b',
  '[*]',
  '.*',
  '...',
  '=>',
  ':',
  '?',
  '1',
  '0.1',
  '\\n',
  '$${',
  '#',
  '/*',
  '*/',
  ',',
]

test.each(fixtures.map((file) => [file.path, file] as const))(
  '%s has no problem and comes back as it was',
  (_, file) => {
    const tree = parseConfig(file)
    expect(tree.problems).toEqual([])
    expect(printConfig(tree)).toBe(file.text)
  },
)

test.each(fixtures.map((file) => [file.path, file] as const))(
  'every prefix of %s parses and comes back',
  (path, file) => {
    for (let end = 0; end <= file.text.length; end++) {
      const text = file.text.slice(0, end)
      expect(printConfig(parseConfig({ path, text }))).toBe(text)
    }
  },
)

test('any text parses and comes back', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.constantFrom(...WORDS, ...MORE), { maxLength: 40 }).map((words) => words.join('')),
    fc.array(fc.constantFrom(...WORDS, ...MORE), { maxLength: 40 }).map((words) => words.join(' ')),
  )
  fc.assert(
    fc.property(text, fc.constantFrom('main.tf', 'main.tf.json', 'x.tfvars'), (text, path) => {
      expect(printConfig(parseConfig({ path, text }))).toBe(text)
    }),
    { numRuns: 1500, seed: 20_261_124 },
  )
})

test.each([
  ['parentheses', `a = ${'('.repeat(50_000)}`],
  ['lists', `a = ${'['.repeat(50_000)}`],
  ['objects', `a = ${'{x='.repeat(50_000)}`],
  ['negations', `a = ${'!'.repeat(50_000)}b`],
  ['operators', `a = ${'1 + '.repeat(50_000)}1`],
  ['conditionals', `a = ${'b ? c : '.repeat(50_000)}d`],
  ['steps', `a = b${'.c'.repeat(50_000)}`],
  ['splats', `a = b${'[*]'.repeat(50_000)}`],
  ['templates', `a = ${'"${'.repeat(50_000)}`],
  ['directives', `a = "${'%{ if b }'.repeat(50_000)}"`],
  ['blocks', 'a {\n'.repeat(50_000)],
])('deeply nested %s are a problem and no crash', (_, text) => {
  const tree = parseConfig({ path: 'main.tf', text })
  expect(tree.problems.length).toBeGreaterThan(0)
  expect(printConfig(tree)).toBe(text)
})

test.each([
  ['comments without an end', '/*'.repeat(200_000)],
  ['heredocs without an end', Array.from({ length: 3000 }, (_, n) => `resource "a" "b" {\n x = <<E${n}\n`).join('')],
  ['quotes', '"'.repeat(200_000)],
  ['closing braces', '}'.repeat(100_000)],
  ['broken lines', 'a = [ 1 2\n'.repeat(20_000)],
  ['broken blocks', 'a {\n b = )\n'.repeat(10_000)],
])('much of the same: %s', (_, text) => {
  expect(printConfig(parseConfig({ path: 'main.tf', text }))).toBe(text)
})
