import { describe, expect, test } from 'vitest'
import type { Data } from '../src/data.ts'
import { loadInventory, type Inventory } from '../src/inventory.ts'
import { hostsOf } from '../src/inventory/pattern.ts'
import { expandHosts } from '../src/inventory/ranges.ts'
import { ProjectReader } from '../src/project/reader.ts'
import { memoryFiles, place } from './project.ts'

function load(texts: Readonly<Record<string, string>>, ...paths: readonly string[]) {
  const reader = new ProjectReader(memoryFiles(texts))
  const loaded = loadInventory(paths.length > 0 ? paths : Object.keys(texts), reader)
  return { ...loaded, notes: reader.notes.map(({ message }) => message) }
}

function plain(data: Data | undefined): unknown {
  return data === undefined || !('value' in data) ? data?.kind : data.value
}

const names = (inventory: Inventory, pattern: string): string[] => hostsOf(pattern, inventory).map(({ name }) => name)

const ini = `# the network
lone ansible_host=192.0.2.1

[pe]
pe[01:03] site=emea
[ce]
ce-[a:c]
r[1:5:2].example

[edge:children]
pe
ce

[edge:vars]
ansible_network_os = cisco.ios.ios
timeout = 30
`

test.each([
  ['pe[01:03]', ['pe01', 'pe02', 'pe03']],
  ['pe[1:5:2].net', ['pe1.net', 'pe3.net', 'pe5.net']],
  ['[a:c]1', ['a1', 'b1', 'c1']],
  ['s[1:2]-[x:y]', ['s1-x', 's1-y', 's2-x', 's2-y']],
  ['pe1', ['pe1']],
  ['pe[3:1]', undefined],
  ['pe[1:999999999]', undefined],
])('range %s', (pattern, expected) => {
  expect(expandHosts(pattern)).toEqual(expected)
})

describe('INI', () => {
  const { inventory, notes } = load({ 'hosts.ini': ini })

  test('hosts and groups of groups', () => {
    expect(notes).toEqual([])
    expect(names(inventory, 'all')).toEqual([
      'lone',
      'pe01',
      'pe02',
      'pe03',
      'ce-a',
      'ce-b',
      'ce-c',
      'r1.example',
      'r3.example',
      'r5.example',
    ])
    expect(names(inventory, 'ungrouped')).toEqual(['lone'])
    expect(names(inventory, 'edge').length).toBe(9)
    const pe = inventory.hosts.get('pe01')
    expect(pe && inventory.groupsOf(pe).map(({ name }) => name)).toEqual(['all', 'edge', 'pe'])
  })

  test.each([
    ['5', 5],
    ['True', true],
    ['true', 'true'],
    ['yes', 'yes'],
    ['"a b"', 'a b'],
    ['10.0.0.1', '10.0.0.1'],
    ['1.5', 1.5],
    ['010', '010'],
    ['None', 'null'],
    ["['a', 2]", 'list'],
    ["{'a': 1}", 'dict'],
    ['plain # text', 'plain # text'],
    ['5 # text', 5],
  ])('a variable %s', (text, expected) => {
    const vars = load({ 'h.ini': `[pe]\npe1\n[pe:vars]\nv=${text}\n` }).inventory.groups.get('pe')?.vars
    const value = vars?.get('v')
    expect(value?.kind === 'null' ? 'null' : plain(value)).toBe(expected)
  })

  test('the places of values', () => {
    const host = load({ 'h.ini': 'pe1 a=x b="y z" # no\n' }).inventory.hosts.get('pe1')
    expect([...(host?.vars ?? [])].map(([name, value]) => [name, plain(value), value.at && place(value.at)])).toEqual([
      ['a', 'x', 'h.ini:1:7'],
      ['b', 'y z', 'h.ini:1:12'],
    ])
  })

  test('what makes no sense is told, and the rest goes on', () => {
    const found = load({ 'h.ini': '[a:children]\nb\n[b:children]\na\n[c:nonsense]\n[d]\nd1\n' })
    expect(found.notes).toEqual(['inventory: the groups go in a circle', 'inventory: the section has no such form'])
    expect(names(found.inventory, 'd')).toEqual(['d1'])
  })
})

describe('patterns', () => {
  const { inventory } = load({ 'hosts.ini': ini })
  test.each([
    ['pe:ce', 9],
    ['edge:!pe', 6],
    ['edge:&pe', 3],
    ['pe,lone', 4],
    ['pe*', 3],
    ['~(pe|r)\\d+', 6],
    ['pe[0]', 1],
    ['pe[0:1]', 2],
    ['!pe', 7],
    ['localhost', 1],
    ['nobody', 0],
  ])('%s', (pattern, count) => {
    expect(names(inventory, pattern).length).toBe(count)
  })
})

test('YAML, folders and lists', () => {
  const { inventory, open } = load(
    {
      'inv/a.yml': 'all:\n  children:\n    pe:\n      hosts:\n        pe[1:2]: {x: 1}\n      vars: {y: 2}\n',
      'inv/b': '[ce]\nce1\n',
      'inv/ignored.ini': 'nobody\n',
      'inv/group_vars/pe.yml': 'z: 3\n',
    },
    'inv',
    'one,two',
  )
  expect(names(inventory, 'all')).toEqual(['pe1', 'pe2', 'ce1', 'one', 'two'])
  expect(plain(inventory.hosts.get('pe2')?.vars.get('x'))).toBe(1)
  expect(plain(inventory.groups.get('pe')?.vars.get('y'))).toBe(2)
  expect(open).toBe(false)
})

test('a script is not run', () => {
  expect(load({ 'inv.py': '#!/usr/bin/env python\n' })).toMatchObject({
    open: true,
    notes: ['the inventory script inv.py was not run: its hosts are not known'],
  })
})
