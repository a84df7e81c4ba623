import { Draft, originAt } from '@breakwater/core'
import { expect, test } from 'vitest'
import { text } from '../evaluate/make.ts'
import type { Value } from '../evaluate/value.ts'
import type { Attribute, Body, Resource } from '../project/project.ts'
import { contextOf } from './context.ts'
import { passedOver } from './passed-over.ts'
import { cloudResources, type CloudRow } from './tables.ts'

const at = originAt({ path: 'main.tf', text: '' }, 0, 0)

/** Arguments that are all absent, or `*`; keeps the names of those that are asked for. */
class Asked extends Map<string, Attribute> {
  readonly #within: string
  readonly #asked: Set<string>
  readonly #value: Value | undefined

  constructor(within: string, asked: Set<string>, value: Value | undefined) {
    super()
    this.#within = within
    this.#asked = asked
    this.#value = value
  }

  override get(name: string): Attribute | undefined {
    this.#asked.add(this.#within + name)
    return this.#value && { name, key: at, value: this.#value }
  }
}

/** A body with one block of each type that `reads` looks into. */
function bodyOf(reads: readonly string[], within: string, asked: Set<string>, value: Value | undefined): Body {
  const below = reads.filter((path) => path.startsWith(within)).map((path) => path.slice(within.length))
  const types = new Set(below.filter((path) => path.includes('.')).map((path) => path.slice(0, path.indexOf('.'))))
  const blocks = [...types].map((type) => ({
    type,
    labels: [],
    body: bodyOf(reads, `${within}${type}.`, asked, value),
  }))
  return { at, attributes: new Asked(within, asked, value), blocks, complete: true }
}

function ask(type: string, row: CloudRow, asked: Set<string>, value: Value | undefined): void {
  const resource: Resource = {
    mode: 'managed',
    type,
    name: 'x',
    address: `${type}.x`,
    config: `${type}.x`,
    module: '',
    index: undefined,
    provider: { name: 'x', source: 'x/x', version: undefined, alias: undefined, address: 'x', body: undefined, at },
    body: bodyOf(row.reads, '', asked, value),
    dependsOn: new Set(),
    at,
  }
  if (row.kind === 'vpn') row.lower(new Draft(), resource)
  else {
    row.read(resource, contextOf([resource]))
    row.filter?.(resource, contextOf([resource]))
  }
}

const rows = Object.entries(cloudResources).flatMap(([type, row]) => (row === undefined ? [] : [[type, row] as const]))

test.each(rows)('%s names the arguments that it reads, and no others', (type, row) => {
  const asked = new Set(row.secrets)
  ask(type, row, asked, undefined)
  ask(type, row, asked, text('*', at))
  expect([...asked].toSorted()).toEqual([...row.reads].toSorted())
})

test('what is read is not passed over', () => {
  expect(rows.map(([type]) => type).filter((type) => passedOver.has(type))).toEqual([])
})
