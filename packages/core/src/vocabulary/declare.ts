declare const type: unique symbol

/** A setting with one value of type `T`. */
export interface Leaf<T> {
  readonly kind: 'leaf'
  /** What it is, with its unit. */
  readonly doc: string
  readonly [type]?: T
}

/** Things of which a device may have many. `Id` is what names each; `fields` are its settings. */
export interface List<Id extends object, F extends Readonly<Record<string, Leaf<unknown>>>> {
  readonly kind: 'list'
  readonly doc: string
  readonly fields: F
  readonly [type]?: Id
}

/** Declares a setting. `doc` says what it is, with its unit. */
export function leaf<T>(doc: string): Leaf<T> {
  return { kind: 'leaf', doc }
}

/** Names that every item has for itself. */
interface Taken {
  readonly key?: never
  readonly list?: never
  readonly at?: never
  readonly id?: never
}

/** Declares a list: `list<{ readonly name: string }>()('doc', { field: leaf<number>('…') })`. */
export function list<Id extends object>() {
  return <F extends Readonly<Record<string, Leaf<unknown>>> & Taken>(doc: string, fields: F): List<Id, F> => ({
    kind: 'list',
    doc,
    fields,
  })
}
