import {
  Draft,
  reveal,
  Secret,
  type AccessEntry,
  type DraftItem,
  type IdOf,
  type ListName,
  type MappedText,
  type Origin,
  type Reason,
  type SettingName,
  type Statement,
  vocabulary,
} from '@breakwater/core'
import { wordsBetween } from '../commands/command.ts'
import type { Word } from '../syntax/words.ts'
import { HoleWord, type LineState } from './line-state.ts'
import { PlacedItem, sameWhen, type Field, type Item } from './placed-item.ts'
import { attribute, holds } from './words.ts'

/**
 * The draft of a text with holes. Rows write to it as to any other; places are led back to where a person edits, what a hole
 * decides is unknown, and what stands under an undecidable condition is joined with what stood before.
 */
export class TemplateDraft extends Draft {
  readonly #map: MappedText
  readonly #placed = new WeakMap<object, Item>()
  readonly #secrets = new WeakMap<Secret, Secret>()
  /** Items that a line under a condition would have replaced, and those beside them. */
  readonly #beside = new Map<string, string[]>()
  #line: LineState | undefined

  constructor(map: MappedText) {
    super()
    this.#map = map
  }

  /** A line begins; its words come through `watched`. */
  begin(start: number, end: number, negated: boolean): void {
    this.#line = {
      why: this.#map.holesIn(start, end)[0]?.why,
      negated,
      conditional: this.#map.whenAt(start, end).length > 0,
      looked: false,
      told: false,
      compared: false,
      added: [],
      unset: [],
      removed: new Set(),
    }
  }

  /** A line ends. What a hole may have said, and nothing that was stated shows, is unknown. */
  end(): void {
    const line = this.#line
    this.#line = undefined
    if (line?.why === undefined || line.negated || !(line.compared || (line.looked && !line.told))) return
    for (const forget of line.unset) forget()
    for (const item of line.added) {
      for (const field of fieldsOf(item.list))
        if (item.stated(field as Field) === undefined) item.unknown(field as Field, line.why, item.at)
    }
  }

  /** Words that tell when somebody looks at a hole. */
  watched(words: readonly Word[]): readonly Word[] {
    const line = this.#line
    if (line?.why === undefined) return words
    return words.map((word) => (holds(word.text) ? new HoleWord(word, line) : word))
  }

  override set(setting: SettingName, value: never, at: Origin): void {
    this.#write(value, at, (statement, join) => this.state(setting, statement, join))
  }

  override unset(setting: SettingName, at: Origin): void {
    const place = this.place(at)
    const why = this.#line?.why
    if (why !== undefined)
      this.#line?.unset.push(() => {
        if (this.stated(setting)?.state === 'unset') this.state(setting, { state: 'unknown', why, at: place }, false)
      })
    this.state(setting, { state: 'unset', at: place }, place.when !== undefined)
  }

  override unknown(setting: SettingName, why: Reason, at: Origin): void {
    const place = this.place(at)
    this.#told()
    this.state(setting, { state: 'unknown', why: this.#line?.why ?? why, at: place }, place.when !== undefined)
  }

  override add<P extends ListName>(list: P, key: string, id: IdOf<P>, at: Origin): DraftItem<P> {
    const line = this.#line
    const place = list === 'secrets' ? this.#wordPlace(at) : this.place(at)
    const isNamedByHole = holds(key)
    if (isNamedByHole && list !== 'secrets') this.open(list)
    // What it refers to is as little known as the item that the line would make of a hole.
    if ((isNamedByHole && list === 'references') || this.#isUndecided(list, id)) {
      this.open(list)
      this.#told()
      return this.#item(new Draft().add(list, key, id, place))
    }
    if (holds(id)) this.#told()
    const beside = line?.removed.has(`${list} ${key}`) === true && this.find(list, key) !== undefined
    const name = beside ? this.#nameBeside(list, key) : key
    const known = this.find(list, name)
    const item = super.add(list, name, this.#own(id), place)
    if (known === undefined) line?.added.push(this.#item(item))
    return this.#item(item)
  }

  override find<P extends ListName>(list: P, key: string): DraftItem<P> | undefined {
    const item = super.find(list, key)
    return item === undefined ? undefined : this.#item(item)
  }

  override items<P extends ListName>(list: P): readonly DraftItem<P>[] {
    return super.items(list).map((item) => this.#item(item))
  }

  /** A line under a condition takes nothing away for sure: what it would replace stays beside what it adds. */
  override remove(list: ListName, key: string): void {
    const line = this.#line
    if (line?.conditional === true && list !== 'lines' && list !== 'secrets') {
      line.removed.add(`${list} ${key}`)
      return
    }
    for (const other of this.#beside.get(`${list} ${key}`) ?? []) super.remove(list, other)
    this.#beside.delete(`${list} ${key}`)
    super.remove(list, key)
  }

  /** What a statement of the current line is, and whether it stands beside what was there. For items. */
  write(value: unknown, at: Origin, item: Item, state: (statement: Statement, join: boolean) => void): void {
    this.#write(value, at, (statement, join) => state(statement, join && !sameWhen(statement.at, item.at)))
  }

  /** For items: that a line puts a field back. */
  putBack(item: Item, field: Field, at: Origin): Origin {
    const place = this.place(at)
    const why = this.#line?.why
    if (why !== undefined)
      this.#line?.unset.push(() => {
        if (item.stated(field)?.state === 'unset') item.unknown(field, why, place)
      })
    return place
  }

  /** For items: why the current line cannot tell. */
  reason(why: Reason): Reason {
    this.#told()
    return this.#line?.why ?? why
  }

  /** Where a place of the text is edited. */
  place(at: Origin): Origin {
    const { file, start, end } = at.span
    return file === this.#map.file ? this.#map.lineAt(start, end) : at
  }

  /** After the last line: places inside of values, and lists of which nothing but holes is left. */
  finish(opened: readonly Item[]): void {
    for (const item of super.items('accessLists')) {
      const entries = item.id.entries as AccessEntry[]
      if (entries.length === 0 && opened.some(({ list, key }) => list === 'accessLists' && key === item.key)) {
        super.remove('accessLists', item.key)
        this.open('accessLists')
      }
      for (const [index, entry] of entries.entries()) {
        const { span } = entry.at
        if (span.file === this.#map.file) entries[index] = { ...entry, at: this.#entryPlace(entry.at) }
      }
    }
  }

  /** What makes an entry too wide is a word for everything: the place is where that is written. */
  #entryPlace({ span: { start, end } }: Origin): Origin {
    const words = wordsBetween(this.#map.file.text, start, end)
    const wide = words.filter(({ text }) => EVERYTHING.test(text))
    const isFilled = (word: Word): boolean => !this.#map.isOwn(word.start, word.end)
    const filled = wide.find(isFilled) ?? (wide.length > 0 ? undefined : words.find(isFilled))
    return filled === undefined ? this.#map.lineAt(start, end) : this.#map.wordAt(filled.start, filled.end)
  }

  #wordPlace(at: Origin): Origin {
    const { file, start, end } = at.span
    return file === this.#map.file ? this.#map.wordAt(start, end) : at
  }

  #write(value: unknown, at: Origin, state: (statement: Statement, join: boolean) => void): void {
    const { file, start, end } = at.span
    if (file !== this.#map.file) return state({ state: 'known', value, at }, at.when !== undefined)
    const { at: place, parts, why, said } = attribute(this.#map, value, start, end)
    const join = place.when !== undefined
    const line = this.#line
    if (why !== undefined) {
      this.#told()
      return state({ state: 'unknown', why, at: place }, join)
    }
    if (!said && line?.looked === true && line.why !== undefined && !line.told)
      return state({ state: 'unknown', why: line.why, at: place }, join)
    const own = value instanceof Secret ? this.#secret(value) : value
    state({ state: 'known', value: own, at: place, ...(parts !== undefined && { parts }) }, join)
  }

  #told(): void {
    if (this.#line !== undefined) this.#line.told = true
  }

  /** A part of the item's name is missing where a hole was looked at, and no part has the hole in it. */
  #isUndecided(list: ListName, id: object): boolean {
    const line = this.#line
    if (line?.why === undefined || !line.looked || line.told || list === 'secrets' || holds(id)) return false
    return Object.values(id).some((part) => part === undefined)
  }

  #nameBeside(list: ListName, key: string): string {
    const names = this.#beside.get(`${list} ${key}`) ?? []
    const name = `${key} (${names.length + 2})`
    this.#beside.set(`${list} ${key}`, [...names, name])
    return name
  }

  #item(item: object): Item {
    if (item instanceof PlacedItem) return item
    let placed = this.#placed.get(item)
    if (placed === undefined) this.#placed.set(item, (placed = new PlacedItem(this, item as Item)))
    return placed
  }

  #own<I extends object>(id: I): I {
    const secret = (id as { secret?: unknown }).secret
    return secret instanceof Secret ? { ...id, secret: this.#secret(secret) } : id
  }

  /** The secret with the offsets of the file where it stands. */
  #secret(secret: Secret): Secret {
    let own = this.#secrets.get(secret)
    if (own === undefined) {
      const { start, end } = this.#map.wordAt(secret.start, secret.end).span
      own = new Secret(reveal(secret), secret.storage, start, end, secret.redacted)
      this.#secrets.set(secret, own)
      this.#secrets.set(own, own)
    }
    return own
  }
}

const EVERYTHING = /^(?:any[46]?|0\.0\.0\.0|255\.255\.255\.255|\S*\/0)$/i

/** The fields of a list's items. */
function fieldsOf(list: string): readonly string[] {
  const [group = '', member] = list.split('.')
  const declared = (vocabulary as Readonly<Record<string, object>>)[group] as Record<string, unknown>
  const found = (member === undefined ? declared : declared[member]) as { fields?: object } | undefined
  return Object.keys(found?.fields ?? {})
}
