import { expect, test } from 'vitest'
import { parseConfig } from '../../src/syntax/parse.ts'
import { printConfig } from '../../src/syntax/print.ts'
import type { ConfigFile } from '../../src/syntax/tree.ts'
import { fixtures } from '../fixtures.ts'

/** Items of the top level: what they are, and how much stands in them. */
function itemsOf({ body }: ConfigFile): readonly string[] {
  return body.items.flatMap((item) => {
    switch (item.kind) {
      case 'attribute':
        return [`${item.name.name} =`]
      case 'block':
        return [`${[item.type, ...item.labels].map(({ name }) => name).join(' ')} {${item.body.items.length}}`]
      case 'error':
        return []
    }
  })
}

function parse(text: string): ConfigFile {
  return parseConfig({ path: 'main.tf', text })
}

function problemsOf({ problems, file }: ConfigFile): readonly string[] {
  return problems.map(({ message, start }) => `${file.text.slice(0, start).split('\n').length}: ${message}`)
}

const NEXT = 'resource "next" "one" {\n  y = 1\n}\n'

test.each<[string, string, readonly string[], readonly string[]]>([
  [
    'a quote without its partner',
    'a "b" "c" {\n  x = "open\n  z = 1\n}\n',
    ['a b c {2}'],
    ['2: a quoted text must end on its line'],
  ],
  ['a label without its quote', 'a "b" "c {\n  x = 1\n}\n', ['a b c {1}'], ['1: a quoted text must end on its line']],
  [
    'a block without its end',
    'a "b" {\n  x = 1\n',
    ['a b {1}'],
    ['1: this block is not closed before the next one begins'],
  ],
  [
    'blocks without their ends',
    'a "b" {\n  c {\n    x = 1\n',
    ['a b {1}'],
    [
      '1: this block is not closed before the next one begins',
      '2: this block is not closed before the next one begins',
    ],
  ],
  [
    'a block without its brace',
    'a "b"\n  x = 1\n}\n',
    ['a b {1}'],
    ['1: a block needs "{" on the line of its type and labels'],
  ],
  ['a list without its end', 'a "b" {\n  x = [1,\n  z = 2\n}\n', ['a b {2}'], ['3: expected "," or "]" after an item']],
  [
    'an object without its end',
    'a "b" {\n  x = {\n    k = 1\n',
    ['a b {1}'],
    ['1: this block is not closed before the next one begins', '4: expected "}": the next block begins here'],
  ],
  [
    'a heredoc without its end',
    'a "b" {\n  x = <<EOT\ntext\n',
    ['a b {1}'],
    ['1: this block is not closed before the next one begins', '2: the heredoc has no line "EOT" at its end'],
  ],
  [
    'an interpolation without its end',
    'a "b" {\n  x = "${y"\n  z = 1\n}\n',
    ['a b {2}'],
    ['2: expected "}" at the end of the template sequence'],
  ],
  [
    'one brace too many',
    'a "b" {\n  c {\n  }}\n  z = 1\n}\n',
    ['a b {2}'],
    ['3: expected a new line', '5: no block is open that "}" could close'],
  ],
  ['an argument without a value', 'a "b" {\n  x =\n  z = 1\n}\n', ['a b {2}'], ['2: expected an expression']],
  ['something that is no item', 'a "b" {\n  = 3\n  z = 1\n}\n', ['a b {2}'], ['2: expected an argument or a block']],
  [
    'two arguments on one line',
    'a "b" { x = 1, y = 2 }\n',
    ['a b {1}'],
    ['1: a block on one line holds one argument at most, and ends with "}"'],
  ],
  [
    'an argument that is set twice',
    'a "b" {\n  x = 1\n  x = 2\n}\n',
    ['a b {2}'],
    ['3: "x" is set twice in one block'],
  ],
  ['an escape that is none', 'a "b" {\n  x = "\\d"\n}\n', ['a b {1}'], ['2: no such escape in a quoted text']],
  ['a template in a label', 'a "${b}" {\n}\n', ['a  {0}'], ['1: a label is plain text: no template may stand in it']],
])('%s is a problem at its place, and the next block is whole', (_, text, items, problems) => {
  const tree = parse(text + NEXT)
  expect(itemsOf(tree)).toEqual([...items, 'resource next one {1}'])
  expect(problemsOf(tree).toSorted()).toEqual([...problems].toSorted())
  expect(printConfig(tree)).toBe(text + NEXT)
})

/** Numbers that are the same at every run. */
function* numbersFrom(seed: number): Generator<(below: number) => number> {
  let state = seed
  for (;;) {
    yield (below) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff
      return state % below
    }
  }
}

type Mutation = (text: string, next: (below: number) => number) => string

function without(text: string, pattern: RegExp, next: (below: number) => number): string {
  const places = [...text.matchAll(pattern)].map(({ index }) => index)
  const at = places[next(places.length)] ?? 0
  return text.slice(0, at) + text.slice(at + 1)
}

const MUTATIONS: readonly Mutation[] = [
  (text, next) => without(text, /[^]/g, next),
  (text, next) => without(text, /[()[\]{}]/g, next),
  (text, next) => without(text, /"/g, next),
  (text, next) => {
    const at = next(text.length)
    return text.slice(0, at) + '{}[]()"$=,'.charAt(next(10)) + text.slice(at)
  },
]

test('after a mutation at least 92 of 100 items of the top level are what they were', () => {
  let kept = 0
  let total = 0
  const [next] = numbersFrom(20_261_124)
  if (next === undefined) throw new Error('no numbers')
  for (const file of fixtures.filter(({ path }) => path.endsWith('.tf'))) {
    const before = itemsOf(parse(file.text))
    for (let turn = 0; turn < 500; turn++) {
      const mutate = MUTATIONS[turn % MUTATIONS.length] as Mutation
      const mutant = parse(mutate(file.text, next))
      if (mutant.problems.length === 0) continue
      const after = itemsOf(mutant)
      kept += before.filter((item) => after.includes(item)).length
      total += before.length
    }
  }
  expect(total).toBeGreaterThan(5000)
  expect(kept / total).toBeGreaterThan(0.92)
})
