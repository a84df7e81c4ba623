import { describe, expect, it } from 'vitest'
import type { Data } from './data.ts'
import { parseYaml } from './yaml.ts'

function plain(data: Data): unknown {
  switch (data.kind) {
    case 'null':
      return null
    case 'bool':
    case 'int':
    case 'float':
    case 'string':
      return data.value
    case 'list':
      return data.items.map(plain)
    case 'dict':
      return Object.fromEntries([...data.entries].map(([key, entry]) => [String(key), plain(entry.value)]))
    case 'undefined':
    case 'unknown':
    case 'callable':
      return `<${data.kind}>`
  }
}

function read(text: string): unknown {
  return parseYaml({ path: 'a.yml', text }).documents.map(plain)
}

describe('scalars as PyYAML types them', () => {
  it.each<[string, unknown]>([
    ['yes', true],
    ['Off', false],
    ['y', 'y'],
    ['n', 'n'],
    ['010', 8],
    ['08', '08'],
    ['0x1F', 31],
    ['0b11', 3],
    ['1_000', 1000],
    ['1e5', '1e5'],
    ['1.0e+5', 100000],
    ['1.5', 1.5],
    ['.5', 0.5],
    ['.inf', Infinity],
    ['00:11:22:33:44:55', '00:11:22:33:44:55'],
    ['11:22', 682],
    ['~', null],
    ['null', null],
    ['9007199254740993', 9007199254740993n],
    ['-17', -17],
    ['"17"', '17'],
    ["'yes'", 'yes'],
    ['10.0.0.1', '10.0.0.1'],
    ['2024-01-31', '2024-01-31'],
    ['!!str 17', '17'],
    ['!vault abc', '<unknown>'],
  ])('%s', (text, value) => {
    expect(read(`a: ${text}\n`)).toEqual([{ a: value }])
  })
})

describe('what Ansible refuses or warns of', () => {
  it('an unquoted template is a note, not a mapping', () => {
    const file = parseYaml({ path: 'a.yml', text: 'a: {{ x }}\nb: 1\n' })
    expect(file.notes.map((note) => note.message)).toEqual([
      'YAML: a value that begins with {{ needs quotes: without them it is a YAML mapping, and Ansible refuses it',
    ])
    expect(file.notes[0]?.at?.span).toMatchObject({ start: 4, end: 9 })
  })

  it('of two keys of one name the last counts', () => {
    const file = parseYaml({ path: 'a.yml', text: 'a: 1\nb: 2\na: 3\n' })
    expect(file.documents.map(plain)).toEqual([{ a: 3, b: 2 }])
    expect(file.notes.map((note) => [note.message, note.at?.span.start])).toEqual([
      ['YAML: the key a stands twice; the last one counts', 10],
    ])
  })
})

it('merges and anchors', () => {
  expect(read('base: &b {x: 1, y: 2}\none:\n  <<: *b\n  y: 3\n')).toEqual([
    { base: { x: 1, y: 2 }, one: { x: 1, y: 3 } },
  ])
})

it('reads several documents', () => {
  expect(read('---\na: 1\n---\n- 2\n')).toEqual([{ a: 1 }, [2]])
})
