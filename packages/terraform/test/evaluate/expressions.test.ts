import { expect, test } from 'vitest'
import { printJson } from '../../src/evaluate/functions/json.ts'
import { loadProject } from '../../src/index.ts'
import { filesOf, placeOf, plain } from '../files.ts'
import { expressions } from './expressions.ts'

function evaluated(expression: string, rest = '') {
  const project = loadProject(filesOf({ 'main.tf': `output "x" {\n  value = ${expression}\n}\n${rest}` }), '')
  const value = project.outputs[0]?.value
  if (value === undefined) throw new Error('no output')
  return { value, notes: project.notes }
}

test.each(expressions)('%s', (expression, json) => {
  const { value, notes } = evaluated(expression)
  expect({ json: printJson(value), notes }).toEqual({ json, notes: [] })
})

test.each([
  ['1 + "a"'],
  ['{}.a'],
  ['[1][2]'],
  ['tonumber("x")'],
  ['range(1e9)'],
  ['range(0, 5, 0)'],
  ['cidrhost("10.0.0.0/24", 256)'],
  ['cidrsubnet("10.0.0.0/24", 9, 0)'],
  ['parseint("12", 2)'],
  ['slice(["a"], 0, 2)'],
  ['element([], 0)'],
  ['one([1, 2])'],
  ['jsondecode("{")'],
  ['yamldecode("a: [")'],
  ['base64decode("/w==")'],
  ['regex("b", "a")'],
  ['formatlist("%s%s", ["a"], ["b", "c"])'],
  ['"a" < 1'],
  ['null ? 1 : 2'],
  ['1 / 0'],
  ['replace("a", "/(/", "b")'],
])('%s is an error, and so unreadable', (expression) => {
  expect(plain(evaluated(expression).value)).toBe('<unreadable>')
})

const UNKNOWN = 'variable "u" {}\nvariable "l" { type = list(string) }\n'

test.each<[string, unknown]>([
  ['var.u', '<var.u>'],
  ['timestamp()', '<timestamp()>'],
  ['uuid()', '<uuid()>'],
  ['provider::utils::yaml_merge([])', '<provider::utils::yaml_merge()>'],
  ['var.u ? 1 : 2', { oneOf: [1, 2] }],
  ['var.u ? "a" : "a"', 'a'],
  ['(var.u ? 22 : 443) + 1', { oneOf: [23, 444] }],
  ['upper(var.u ? "a" : "b")', { oneOf: ['A', 'B'] }],
  ['{ a = 1 }[var.u ? "a" : "a"]', 1],
  ['var.u && false', false],
  ['var.u || true', true],
  ['var.u && true', '<var.u>'],
  ['"a${var.u}b"', 'a<>b'],
  ['"x-${var.u ? "a" : "b"}"', { oneOf: ['x-a', 'x-b'] }],
  ['"%{ if var.u }on%{ else }off%{ endif }"', { oneOf: ['on', 'off'] }],
  ['concat([1], var.l)', [1, { rest: [] }]],
  ['concat(var.l, [1])', [{ rest: [1] }]],
  ['length(concat([1], var.l))', '<var.l>'],
  ['merge({ a = 1 }, var.u)', { a: '<var.u>', rest: [] }],
  ['merge(var.u, { a = 1 })', { a: 1, rest: [] }],
  ['lookup(merge(var.u, { a = 1 }), "a", 2)', 1],
  ['[for x in var.l : { port = 22 }]', [{ rest: [{ port: 22 }] }]],
  ['{ for x in var.l : x => { port = 22 } }', { rest: [{ port: 22 }] }],
  ['[for x in [1, 2] : x if var.u]', [{ rest: [1, 2] }]],
  ['[for x in (var.u ? ["a"] : []) : x]', { oneOf: [['a'], []] }],
  ['flatten([["a"], var.l])', ['a', { rest: [] }]],
  ['contains(concat(["a"], var.l), "a")', true],
  ['contains(concat(["a"], var.l), "b")', '<var.l>'],
  ['join(",", ["a", var.u])', 'a,<>'],
  ['format("%s-%s", "a", var.u)', 'a-<>'],
  ['trimspace(" a ${var.u} ")', 'a <>'],
  ['indent(2, "a\\n${var.u}\\nb")', 'a\n  <>\n  b'],
  ['try(var.u.x, "d")', '<var.u>'],
  ['can(var.u)', '<var.u>'],
  ['coalesce(var.u, "d")', '<var.u>'],
  ['jsonencode({ a = var.u })', '<var.u>'],
  ['bcrypt("a")', '<bcrypt()>'],
  ['file("../outside")', '<file outside the project>'],
  ['file("/etc/passwd")', '<file outside the project>'],
  ['try(file("missing"), "d")', 'd'],
  ['fileexists("main.tf")', true],
  ['nothing.at_all', '<nothing.at_all>'],
])('%s with unknown variables', (expression, expected) => {
  expect(plain(evaluated(expression, UNKNOWN).value)).toEqual(expected)
})

test('a regular expression that would take long is matched in linear time', () => {
  const { value } = evaluated('can(regex("^(a+)+$", format("%s!", join("", [for x in range(1000) : "a"]))))')
  expect(plain(value)).toBe(false)
})

test.each([
  [
    'doubling texts',
    'local.a30',
    Array.from({ length: 30 }, (_, n) => `a${n + 1} = "\${local.a${n}}\${local.a${n}}"`),
    'a0 = "xxxxxxxxxxxxxxxx"',
  ],
  [
    'doubling lists',
    'jsonencode(local.a40)',
    Array.from({ length: 40 }, (_, n) => `a${n + 1} = [local.a${n}, local.a${n}]`),
    'a0 = "x"',
  ],
  [
    'equal trees',
    'local.a40 == local.b40',
    Array.from(
      { length: 40 },
      (_, n) => `a${n + 1} = [local.a${n}, local.a${n}]\nb${n + 1} = [local.b${n}, local.b${n}]`,
    ),
    'a0 = "x"\nb0 = "x"',
  ],
  ['long chains', 'local.a5000', Array.from({ length: 5000 }, (_, n) => `a${n + 1} = local.a${n}`), 'a0 = "x"'],
])('%s end in something unknown', (_, expression, lines, first) => {
  const { value } = evaluated(expression, `locals {\n${first}\n${lines.join('\n')}\n}\n`)
  expect(value.kind).toBe('unknown')
})

test('nested loops end', () => {
  const { value, notes } = evaluated(
    'length([for a in range(1000) : [for b in range(1000) : [for c in range(1000) : [for d in range(1000) : d]]]])',
  )
  expect(value.kind).not.toBe('string')
  expect(notes.map(({ kind, message }) => [kind, message])).toEqual([
    ['limit', 'a value has more than 1000000 members: it is unknown'],
    ['limit', 'the project takes too much work to evaluate: the rest is unknown'],
  ])
}, 120_000)

test('a name that refers to itself is noted', () => {
  const { value, notes } = evaluated('local.a', 'locals {\n  a = local.b\n  b = "x${local.a}"\n}\n')
  expect(plain(value)).toBe('x<>')
  expect(notes.map(({ message, at }) => [message, at && placeOf(at)])).toEqual([
    ['local.a refers to itself', 'main.tf:5'],
  ])
})
