import { coversAll } from './condition.ts'
import type { Absent, Fact, ItemRef, Known, Reason, Unknown } from './fact.ts'
import type { Origin } from './source.ts'
import {
  vocabulary,
  type FieldValue,
  type FieldsOf,
  type IdOf,
  type Item,
  type ListName,
  type SettingName,
  type ValueAt,
} from './vocabulary.ts'
import type { Leaf, List } from './vocabulary/declare.ts'

/** A line that puts a setting back to its default (`no …`, `default …`). */
export interface Unset {
  readonly state: 'unset'
  readonly at: Origin
}

/** Lines under conditions that nobody can decide, joined with what stood before. */
export interface Joined {
  readonly state: 'joined'
  readonly before: Plain | undefined
  readonly may: readonly Plain[]
  /** Of the last line. */
  readonly at: Origin
}

type Plain = Known<unknown> | Unknown<unknown> | Absent | Unset

export type Stated = Plain | Joined

/** What a line states of a setting. */
export type Statement =
  | { readonly state: 'known'; readonly value: unknown; readonly at: Origin; readonly parts?: readonly Origin[] }
  | { readonly state: 'unknown'; readonly why: Reason; readonly at: Origin }
  | { readonly state: 'unset'; readonly at: Origin }

/** Decides what the silence of a source means; given by `buildDevice`. */
export type Silence = (setting: string, item: ItemRef | undefined, unset: Origin | undefined) => Fact<unknown>

/** What a front-end writes of one item of a list. */
export interface DraftItem<P extends ListName> extends ItemRef {
  set<K extends keyof FieldsOf<P> & string>(field: K, value: FieldValue<P, K>, at: Origin): void
  unset(field: keyof FieldsOf<P> & string, at: Origin): void
  unknown(field: keyof FieldsOf<P> & string, why: Reason, at: Origin): void
  /** What a line states, in place of what stood before, or with `join` beside it. */
  state(field: keyof FieldsOf<P> & string, statement: Statement, join: boolean): void
  /** Something out of view may state what nothing in view does. */
  open(why: Reason): void
  /** What has been stated so far. */
  stated(field: keyof FieldsOf<P> & string): Stated | undefined
  /** Every field stated so far. */
  all(): ReadonlyMap<string, Stated>
  readonly id: IdOf<P>
}

/** The base of every item. The facts of its list are getters that `classOf` adds. */
class ItemBase implements ItemRef {
  readonly key: string
  readonly list: string
  readonly at: Origin
  readonly id: object
  #stated: Map<string, Stated> | undefined
  /** What silence and conditions were decided to mean: many rules ask for the same. */
  #decided: Map<string, Fact<unknown>> | undefined
  #silence: Silence | undefined
  #open: Reason | undefined

  constructor(list: string, key: string, id: object, at: Origin) {
    this.key = key
    this.list = list
    this.at = at
    this.id = id
    Object.assign(this, id)
  }

  set(field: string, value: unknown, at: Origin): void {
    this.#state(field, { state: 'known', value, by: 'config', at, setting: `${this.list}[].${field}`, item: this })
  }

  unset(field: string, at: Origin): void {
    this.#state(field, { state: 'unset', at })
  }

  unknown(field: string, why: Reason, at: Origin): void {
    this.#state(field, { state: 'unknown', why, at, setting: `${this.list}[].${field}`, item: this })
  }

  state(field: string, statement: Statement, join: boolean): void {
    const stated = plain(statement, `${this.list}[].${field}`, this)
    this.#state(field, join ? joined(this.stated(field), stated) : stated)
  }

  open(why: Reason): void {
    this.#open = why
  }

  stated(field: string): Stated | undefined {
    return this.#stated?.get(field)
  }

  all(): ReadonlyMap<string, Stated> {
    return this.#stated ?? NOTHING
  }

  join(silence: Silence): void {
    this.#silence = silence
  }

  fact(field: string, setting: string): Fact<unknown> {
    const stated = this.#stated?.get(field)
    if (stated !== undefined && stated.state !== 'unset' && stated.state !== 'joined') return stated
    const decided = this.#decided?.get(field)
    if (decided !== undefined) return decided
    const fact =
      stated?.state === 'joined'
        ? join(stated, setting, this, (unset) => this.#silent(setting, unset))
        : this.#silent(setting, stated?.at)
    this.#decided ??= new Map()
    this.#decided.set(field, fact)
    return fact
  }

  #silent(setting: string, unset: Origin | undefined): Fact<unknown> {
    if (this.#silence === undefined) throw new Error(`${setting} is read before its device is built`)
    return this.#open !== undefined && unset === undefined
      ? { state: 'unknown', why: this.#open, at: this.at, setting, item: this }
      : this.#silence(setting, this, unset)
  }

  #state(field: string, stated: Stated): void {
    this.#stated ??= new Map()
    this.#stated.set(field, stated)
  }
}

const NOTHING: ReadonlyMap<string, Stated> = new Map()

function plain(statement: Statement, setting: string, item: ItemRef | undefined): Plain {
  switch (statement.state) {
    case 'known':
      return { ...statement, by: 'config', setting, item }
    case 'unknown':
      return { ...statement, setting, item }
    case 'unset':
      return statement
  }
}

function joined(before: Stated | undefined, may: Plain): Joined {
  return before?.state === 'joined'
    ? { ...before, may: [...before.may, may], at: may.at }
    : { state: 'joined', before, may: [may], at: may.at }
}

/** All that the setting can be. What stood before is out where the conditions leave no way to it. */
export function join(
  { before, may, at }: Joined,
  setting: string,
  item: ItemRef | undefined,
  silent: (unset: Origin | undefined) => Fact<unknown>,
): Fact<unknown> {
  const factOf = (stated: Plain | undefined): Fact<unknown> =>
    stated === undefined || stated.state === 'unset' ? silent(stated?.at) : stated
  // An unset line is told apart from silence by its place, which has the condition.
  const possible = may.map(factOf)
  if (!coversAll(may.map((one) => one.at.when ?? []))) possible.unshift(factOf(before))
  return { state: 'unknown', why: CONDITIONAL, at, setting, item, possible }
}

const CONDITIONAL = { kind: 'conditional' } as const

type AnyList = List<object, Readonly<Record<string, Leaf<unknown>>>>
type ItemClass = new (list: string, key: string, id: object, at: Origin) => ItemBase

const classes = new Map<string, ItemClass>()

for (const [group, declared] of Object.entries(vocabulary)) {
  if (isList(declared)) classes.set(group, classOf(group, declared))
  else
    for (const [name, member] of Object.entries(declared))
      if (isList(member)) classes.set(`${group}.${name}`, classOf(`${group}.${name}`, member))
}

/** Whether a member of the vocabulary is a list. */
export function isList(declared: object): declared is AnyList {
  return 'kind' in declared && declared.kind === 'list'
}

function classOf(list: string, declared: AnyList): ItemClass {
  const ListItem = class extends ItemBase {}
  for (const field of Object.keys(declared.fields)) {
    const setting = `${list}[].${field}`
    Object.defineProperty(ListItem.prototype, field, {
      enumerable: true,
      get(this: ItemBase) {
        return this.fact(field, setting)
      },
    })
  }
  return ListItem
}

interface DraftList {
  readonly items: Map<string, ItemBase>
  open: boolean
  /** What says of this list that it is all there is. */
  closed: Origin | undefined
}

/** The settings that a front-end has read, with their origins: what `buildDevice` makes a device of. */
export class Draft {
  readonly #stated = new Map<string, Stated>()
  readonly #lists = new Map<string, DraftList>()
  #opened: Reason | undefined

  set<P extends SettingName>(setting: P, value: ValueAt<P>, at: Origin): void {
    this.#stated.set(setting, { state: 'known', value, by: 'config', at, setting, item: undefined })
  }

  /** The setting is put back to its default, by a line at `at`. */
  unset(setting: SettingName, at: Origin): void {
    this.#stated.set(setting, { state: 'unset', at })
  }

  unknown(setting: SettingName, why: Reason, at: Origin): void {
    this.#stated.set(setting, { state: 'unknown', why, at, setting, item: undefined })
  }

  /** What a line states, in place of what stood before, or with `join` beside it. */
  state(setting: SettingName, statement: Statement, join: boolean): void {
    const stated = plain(statement, setting, undefined)
    this.#stated.set(setting, join ? joined(this.#stated.get(setting), stated) : stated)
  }

  /** Something out of view may state whatever nothing in view does, and add to every list, also to those closed before. */
  openAll(why: Reason): void {
    this.#opened ??= why
    for (const list of this.#lists.values()) list.closed = undefined
  }

  /** The items in view are all there is, whatever else of the device is out of view. `at`: what says so. */
  close(list: ListName, at: Origin): void {
    const drafted = this.#list(list)
    drafted.closed = at
    drafted.open = false
  }

  /** Why everything is open. */
  get opened(): Reason | undefined {
    return this.#opened
  }

  /** What has been stated so far. */
  stated(setting: SettingName): Stated | undefined {
    return this.#stated.get(setting)
  }

  /** Adds an item, or gives the one that has the key already: sections that are opened again merge. */
  add<P extends ListName>(list: P, key: string, id: IdOf<P>, at: Origin): DraftItem<P> {
    const { items } = this.#list(list)
    let item = items.get(key)
    if (item === undefined) {
      const ListItem = classes.get(list)
      if (ListItem === undefined) throw new RangeError(`no list is called ${list}`)
      item = new ListItem(list, key, id, at)
      items.set(key, item)
    }
    return item as unknown as DraftItem<P>
  }

  find<P extends ListName>(list: P, key: string): DraftItem<P> | undefined {
    return this.#lists.get(list)?.items.get(key) as DraftItem<P> | undefined
  }

  items<P extends ListName>(list: P): readonly DraftItem<P>[] {
    const drafted = this.#lists.get(list)
    return drafted === undefined ? [] : ([...drafted.items.values()] as unknown as DraftItem<P>[])
  }

  remove(list: ListName, key: string): void {
    this.#lists.get(list)?.items.delete(key)
  }

  /** There may be more items than those in view. */
  open(list: ListName): void {
    this.#list(list).open = true
  }

  /** For `buildDevice` alone. */
  read(setting: string): Stated | undefined {
    return this.#stated.get(setting)
  }

  /** For `buildDevice` alone. */
  members<P extends ListName>(
    list: P,
    silence: Silence,
  ): { items: readonly Item<P>[]; open: boolean; closed: Origin | undefined } {
    const drafted = this.#lists.get(list)
    if (drafted === undefined) return { items: [], open: false, closed: undefined }
    const items = [...drafted.items.values()]
    for (const item of items) item.join(silence)
    return { items: items as unknown as Item<P>[], open: drafted.open, closed: drafted.closed }
  }

  #list(list: ListName): DraftList {
    let drafted = this.#lists.get(list)
    if (drafted === undefined) {
      drafted = { items: new Map(), open: false, closed: undefined }
      this.#lists.set(list, drafted)
    }
    return drafted
  }
}
