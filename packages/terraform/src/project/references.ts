import type { Origin } from '@breakwater/core'
import { list, object, unresolved, withRest } from '../evaluate/make.ts'
import type { Entry, Value } from '../evaluate/value.ts'
import { localAddress, type ConfigBlock } from './config.ts'
import type { Instance } from './instances.ts'
import type { Body } from './project.ts'

export function configAddress(module: string, block: ConfigBlock): string {
  const local = localAddress(block)
  return module === '' ? local : `${module}.${local}`
}

export function indexText(index: string | number | undefined): string {
  if (index === undefined) return ''
  return typeof index === 'number' ? `[${index}]` : `["${index}"]`
}

/** A path of the project as it is seen from another folder of it. */
export function relative(folder: string, from: string): string {
  const to = folder === '' || folder === '.' ? [] : folder.split('/')
  const base = from === '' || from === '.' ? [] : from.split('/')
  let shared = 0
  while (shared < to.length && shared < base.length && to[shared] === base[shared]) shared++
  const path = [...Array.from({ length: base.length - shared }, () => '..'), ...to.slice(shared)].join('/')
  return path === '' ? '.' : path
}

/** What a reference to a resource gives: what is written of it; all else only applying tells. */
export function attributesOf(address: string, body: Body, at: Origin): Value {
  const entries = new Map<string, Entry>()
  for (const { name, key, value } of body.attributes.values())
    if (value.kind !== 'null') entries.set(name, { key, value })
  return { kind: 'object', collection: 'object', entries, resource: address, at, sensitive: false }
}

/** One object, a list of them for `count`, a map for `for_each`. */
export function gathered(
  by: 'count' | 'for_each' | undefined,
  all: readonly { readonly instance: Instance; readonly value: Value }[],
  at: Origin,
): Value {
  const certain = all.filter(({ instance }) => instance.repeats === undefined)
  const open = all.filter(({ instance }) => instance.repeats !== undefined)
  const why = open[0]?.instance.repeats
  const rest = why === undefined ? undefined : { why: why.why, at: why.at, each: open.map(({ value }) => value) }
  switch (by) {
    case undefined:
      return all[0]?.value ?? unresolved('instance', at)
    case 'count':
      return withRest(
        list(
          certain.map(({ value }) => value),
          at,
        ),
        rest,
      )
    case 'for_each': {
      const entries = new Map<string, Entry>()
      for (const { instance, value } of certain) entries.set(String(instance.index ?? ''), { key: at, value })
      return withRest(object(entries, at), rest)
    }
  }
}
