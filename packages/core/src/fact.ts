import type { Origin } from './source.ts'

/** Why a fact is not known. */
export type Reason =
  /** A variable, lookup or object whose value nothing in view gives. */
  | { readonly kind: 'unresolved'; readonly name: string }
  /** It depends on a condition that cannot be decided. */
  | { readonly kind: 'conditional' }
  /** The source shows only a part of the device, or a line that is always printed is missing. */
  | { readonly kind: 'not-in-view' }
  /** A line is there, but it could not be read. */
  | { readonly kind: 'unreadable' }
  /** The default depends on the release or the hardware; `needs` says what would decide it. */
  | { readonly kind: 'release'; readonly needs: string }
  /** Only the site can say; `needs` names the knowledge or the option. */
  | { readonly kind: 'site'; readonly needs: string }

/** What a fact belongs to: the item of a list, as far as settings and messages need it. */
export interface ItemRef {
  /** Name of the item within its list, such as `vty 0 4`. Never a secret. */
  readonly key: string
  /** Path of the list, such as `lines` or `snmp.communities`. */
  readonly list: string
  /** Where the item is opened, such as the section's header. */
  readonly at: Origin
}

interface About {
  /** Path of the setting in the vocabulary, such as `ssh.version` or `lines[].execTimeout`. */
  readonly setting: string
  readonly item: ItemRef | undefined
  readonly at: Origin
}

/** The value is proven: by the configuration, or by the default that holds for this release. */
export interface Known<T> extends About {
  readonly state: 'known'
  readonly value: T
  readonly by: 'config' | 'default'
  /** The places of a list's elements, where they are not all the fact's own. */
  readonly parts?: readonly Origin[]
}

/** The setting is not there. `at` is where one would write it. */
export interface Absent extends About {
  readonly state: 'absent'
}

/** Nobody can know from what is in view. `oneOf` holds what it can be, where that is bounded. */
export interface Unknown<T> extends About {
  readonly state: 'unknown'
  readonly why: Reason
  readonly oneOf?: readonly T[]
  /** What lines under conditions that nobody can decide make of it, each with its place, and what it is without them. */
  readonly possible?: readonly Fact<T>[]
}

export type Fact<T> = Known<T> | Absent | Unknown<T>

export interface FactList<E> {
  /** Path of the list, such as `snmp.communities`. */
  readonly setting: string
  readonly items: readonly E[]
  /** Whether `items` is all there is. */
  readonly complete: boolean
  /** Where one would add an item. */
  readonly at: Origin
}

/** The path of a fact's setting with the key of its item: `lines[vty 0 4].execTimeout`. */
export function settingPath(fact: { readonly setting: string; readonly item?: ItemRef | undefined }): string {
  return fact.item === undefined ? fact.setting : fact.setting.replace('[]', () => `[${fact.item?.key ?? ''}]`)
}

/** The value of a fact that is known, else undefined. */
export function valueOf<T>(fact: Fact<T>): T | undefined {
  return fact.state === 'known' ? fact.value : undefined
}
