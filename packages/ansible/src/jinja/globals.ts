import {
  dict,
  exact,
  int,
  list,
  NULL,
  string,
  unknownData,
  unresolved,
  type CallableData,
  type Data,
  type DictEntry,
  type Key,
} from '../data.ts'
import type { Scope } from './rendered.ts'

const MAX_RANGE = 100_000
type Call = NonNullable<CallableData['call']>

/** What a rendering gives to the functions that templates call by name. */
interface Globals {
  readonly scope: Scope
  force(data: Data): Data
}

function callable(name: string, call: Call): CallableData {
  return { kind: 'callable', name, members: undefined, call, at: undefined }
}

function range(args: readonly Data[]): Data {
  const unsure = args.find((data) => data.kind === 'unknown')
  if (unsure?.kind === 'unknown') return unknownData(unsure.why, unsure.by)
  const numbers = args.map((data) => (data.kind === 'int' ? Number(exact(data.value)) : Number.NaN))
  if (numbers.length === 0 || numbers.some(Number.isNaN)) return unknownData({ kind: 'unreadable' })
  const [first = 0, second, step = 1] = numbers
  const [from, to] = second === undefined ? [0, first] : [first, second]
  const count = Math.max(Math.ceil((to - from) / step), 0)
  if (step === 0) return unknownData({ kind: 'unreadable' })
  if (count > MAX_RANGE) return unknownData({ kind: 'unreadable' }, 'limit')
  return list(Array.from({ length: count }, (_, index) => int(from + index * step)))
}

function namespace(args: readonly Data[], named: ReadonlyMap<string, Data>): Data {
  const members = new Map<string, Data>()
  for (const data of args)
    if (data.kind === 'dict') for (const [key, entry] of data.entries) members.set(String(key), entry.value)
  for (const [name, value] of named) members.set(name, value)
  return { kind: 'callable', name: 'namespace', members, call: undefined, at: undefined }
}

function dictOf(args: readonly Data[], named: ReadonlyMap<string, Data>): Data {
  const entries = new Map<Key, DictEntry>()
  for (const data of args) {
    if (data.kind === 'unknown') return unknownData(data.why, data.by)
    if (data.kind === 'dict') for (const [key, entry] of data.entries) entries.set(key, entry)
    if (data.kind !== 'list') continue
    for (const pair of data.items) {
      const [key, value] = pair.kind === 'list' ? pair.items : []
      if (key?.kind === 'string' && value !== undefined) entries.set(key.value, { key, value })
    }
  }
  for (const [name, value] of named) entries.set(name, { key: string(name), value })
  return dict(entries)
}

function cycler(args: readonly Data[]): Data {
  let at = 0
  const members = new Map<string, Data>()
  const step = (): Data => {
    const current = args[at] ?? NULL
    at = args.length === 0 ? 0 : (at + 1) % args.length
    members.set('current', args[at] ?? NULL)
    return current
  }
  members.set('current', args[0] ?? NULL)
  members.set('next', callable('next', step))
  members.set(
    'reset',
    callable('reset', () => {
      at = 0
      return NULL
    }),
  )
  return { kind: 'callable', name: 'cycler', members, call: undefined, at: undefined }
}

function joiner(args: readonly Data[]): Data {
  let used = false
  return callable('joiner', () => {
    if (used) return args[0] ?? string(', ')
    used = true
    return string('')
  })
}

const FIXED: Readonly<Record<string, Data>> = {
  range: callable('range', range),
  namespace: callable('namespace', namespace),
  dict: callable('dict', dictOf),
  cycler: callable('cycler', cycler),
  joiner: callable('joiner', joiner),
  now: callable('now', () => unresolved('now()', 'lookup')),
  undef: callable('undef', () => unresolved('undef()')),
  lipsum: callable('lipsum', () => unresolved('lipsum()')),
}

const known = new WeakMap<Globals, Readonly<Record<string, Data>>>()

/** Functions of Jinja and Ansible. A lookup reads what is outside the project: its result is not known. */
export function globals(run: Globals): Readonly<Record<string, Data>> {
  let names = known.get(run)
  if (names === undefined) {
    const lookup = callable('lookup', (args, named) => lookupOf(run, args, named))
    names = { ...FIXED, lookup, query: lookup, q: lookup }
    known.set(run, names)
  }
  return names
}

function lookupOf(run: Globals, args: readonly Data[], named: ReadonlyMap<string, Data>): Data {
  const [plugin, term] = args
  const name = plugin?.kind === 'string' ? plugin.value : ''
  if (/^(?:ansible\.builtin\.)?vars$/.test(name) && term?.kind === 'string') {
    const found = run.force(run.scope.lookup(term.value))
    return found.kind === 'undefined' ? (named.get('default') ?? found) : found
  }
  return unresolved(`lookup ${name}`, 'lookup')
}
