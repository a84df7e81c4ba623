import type { Condition, DraftItem, ListName, Origin, Reason, Stated, Statement } from '@breakwater/core'
import type { TemplateDraft } from './draft.ts'

export type Item = DraftItem<ListName>
export type Field = Parameters<Item['unset']>[0]

/** An item whose places are led back as they are written. */
export class PlacedItem implements Item {
  readonly #draft: TemplateDraft
  readonly #item: Item
  readonly key: string
  readonly list: string
  readonly at: Origin
  readonly id: Item['id']

  constructor(draft: TemplateDraft, item: Item) {
    this.#draft = draft
    this.#item = item
    this.key = item.key
    this.list = item.list
    this.at = item.at
    this.id = item.id
  }

  set(field: Field, value: unknown, at: Origin): void {
    this.#draft.write(value, at, this, (statement, join) => this.#item.state(field, statement, join))
  }

  unset(field: Field, at: Origin): void {
    const place = this.#draft.putBack(this, field, at)
    this.#item.state(field, { state: 'unset', at: place }, place.when !== undefined && !sameWhen(place, this.at))
  }

  unknown(field: Field, why: Reason, at: Origin): void {
    const place = this.#draft.place(at)
    const join = place.when !== undefined && !sameWhen(place, this.at)
    this.#item.state(field, { state: 'unknown', why: this.#draft.reason(why), at: place }, join)
  }

  state(field: Field, statement: Statement, join: boolean): void {
    this.#item.state(field, statement, join)
  }

  open(why: Reason): void {
    this.#item.open(why)
  }

  stated(field: Field): Stated | undefined {
    return this.#item.stated(field)
  }

  all(): ReadonlyMap<string, Stated> {
    return this.#item.all()
  }
}

/** Whether two places are under the same conditions. */
export function sameWhen({ when = [] }: Origin, { when: other = [] }: Origin): boolean {
  const tell = (conditions: readonly Condition[]): string =>
    conditions.map(({ kind, text, holds: falls }) => `${kind} ${falls} ${text}`).join('\n')
  return tell(when) === tell(other)
}
