import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Data } from '../data.ts'
import { readBlocks } from './block.ts'
import { composeDocuments } from './compose.ts'

/** A value with the places of its scalars and keys; of collections, where they begin. */
function shape(data: Data): unknown {
  const { start, end } = data.at?.span ?? { start: -1, end: -1 }
  switch (data.kind) {
    case 'null':
      return null
    case 'bool':
    case 'int':
    case 'float':
      return [data.kind, data.value, start, end]
    case 'string':
      return [data.kind, data.value, data.template, start, end]
    case 'list':
      return [start, data.template, data.items.map(shape)]
    case 'dict':
      return [start, data.template, [...data.entries.values()].map(({ key, value }) => [shape(key), shape(value)])]
    case 'undefined':
    case 'unknown':
    case 'callable':
      return data.kind
  }
}

const line = fc.tuple(
  fc.constantFrom('', '  ', '    ', '      ', '- ', '  - ', '    - ', '  - - ', ' '),
  fc.constantFrom(
    'a:',
    'b: 1',
    'c: text',
    "d: 'quoted'",
    'e: "x"',
    'f: {{ x }}',
    "g: '{{ x }}'",
    'h: yes # why',
    'i: -1',
    'j: 2001:db8::1',
    'k: a: b',
    'plain',
    '# comment',
    '',
    '1.5',
    'no: 1',
    '---',
    '...',
    '<<: *x',
    'a b: c d ',
    'l: [1]',
    'm: |',
    "n: it's",
    "o: 'a''b'",
    '-',
    '"q": 1',
    'p:q',
    'r: "a\\n"',
    's: 00:11:22:33:44:55',
    't: #x',
    'u: x#y',
    'v: &a 1',
    'w: *a',
    'x: !vault q',
    'y: ~',
    '? z',
    'é: ü',
    '=: 1',
    '- v',
    ': 1',
    'a: >',
    '-x',
    'k: ---',
    '0x1F: 010',
  ),
)
const documents = fc
  .array(line, { minLength: 1, maxLength: 8 })
  .map((lines) => lines.map((parts) => parts.join('')).join('\n'))

it('reads what the library reads, with the same places', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const file = { path: 'a.yml', text }
      const fast = readBlocks(file)
      if (fast === undefined) return
      const slow = composeDocuments(file)
      expect(fast.documents.map(shape)).toEqual(slow.documents.map(shape))
      expect(fast.notes).toEqual(slow.notes)
    }),
    { numRuns: 3000 },
  )
})

it('reads an inventory by itself', () => {
  const text =
    'all:\n  hosts:\n    pe1: # edge\n      ansible_host: 10.0.0.1\n    pe2:\n  vars:\n    dns:\n    - 10.0.0.53\n    - name: x\n      ip: "10.0.0.54"\n'
  expect(readBlocks({ path: 'a.yml', text })).toBeDefined()
})
