import { accessLists } from './vocabulary/access-lists.ts'
import { aaa } from './vocabulary/aaa.ts'
import { apis } from './vocabulary/apis.ts'
import { automation } from './vocabulary/automation.ts'
import { cloud } from './vocabulary/cloud.ts'
import { controlPlane } from './vocabulary/control-plane.ts'
import type { Leaf, List } from './vocabulary/declare.ts'
import { features } from './vocabulary/features.ts'
import { archive } from './vocabulary/archive.ts'
import { flows } from './vocabulary/flows.ts'
import { http } from './vocabulary/http.ts'
import { interfaces } from './vocabulary/interfaces.ts'
import { ldp } from './vocabulary/ldp.ts'
import { lines } from './vocabulary/lines.ts'
import { logging } from './vocabulary/logging.ts'
import { login } from './vocabulary/login.ts'
import { management } from './vocabulary/management.ts'
import { monitoring } from './vocabulary/monitoring.ts'
import { nat } from './vocabulary/nat.ts'
import { ntp } from './vocabulary/ntp.ts'
import { references } from './vocabulary/references.ts'
import { routing } from './vocabulary/routing.ts'
import { secrets } from './vocabulary/secrets.ts'
import { services } from './vocabulary/services.ts'
import { snmp } from './vocabulary/snmp.ts'
import { source } from './vocabulary/source.ts'
import { ssh } from './vocabulary/ssh.ts'
import { switching } from './vocabulary/switching.ts'
import { system } from './vocabulary/system.ts'
import { tls } from './vocabulary/tls.ts'
import { enable, users } from './vocabulary/users.ts'
import { vpn } from './vocabulary/vpn.ts'
import type { Fact, FactList, ItemRef } from './fact.ts'

/** Every setting that a front-end can state and a rule can read. The names are keys of drafts, defaults and fixes. */
export const vocabulary = {
  system,
  management,
  logging,
  login,
  ntp,
  archive,
  flows,
  lines,
  accessLists,
  references,
  ssh,
  snmp,
  http,
  tls,
  apis,
  aaa,
  source,
  users,
  enable,
  secrets,
  services,
  features,
  interfaces,
  switching,
  vpn,
  routing,
  nat,
  monitoring,
  automation,
  ldp,
  controlPlane,
  cloud,
} as const

export type Vocabulary = typeof vocabulary

type Group = Readonly<Record<string, Leaf<unknown> | List<object, Fields>>>
type Fields = Readonly<Record<string, Leaf<unknown>>>

/** An item of a list: what identifies it, and its facts. */
export type ItemOf<L> =
  L extends List<infer Id, infer F>
    ? Id & ItemRef & { readonly [K in keyof F]: F[K] extends Leaf<infer T> ? Fact<T> : never }
    : never

export type FactsOf<V> = {
  readonly [K in keyof V]: V[K] extends Leaf<infer T>
    ? Fact<T>
    : V[K] extends List<object, Fields>
      ? FactList<ItemOf<V[K]>>
      : V[K] extends Group
        ? FactsOf<V[K]>
        : never
}

type GroupName = { [K in keyof Vocabulary]: Vocabulary[K] extends List<object, Fields> ? never : K }[keyof Vocabulary]

/** Path of a setting that the device has once, such as `ssh.version`. */
export type SettingName = {
  [G in GroupName]: {
    [K in keyof Vocabulary[G]]: Vocabulary[G][K] extends Leaf<unknown> ? `${G}.${K & string}` : never
  }[keyof Vocabulary[G]]
}[GroupName]

/** Path of a list, such as `lines` or `snmp.communities`. */
export type ListName =
  | Exclude<keyof Vocabulary, GroupName>
  | {
      [G in GroupName]: {
        [K in keyof Vocabulary[G]]: Vocabulary[G][K] extends Leaf<unknown> ? never : `${G}.${K & string}`
      }[keyof Vocabulary[G]]
    }[GroupName]

type Declared<P extends string> = P extends keyof Vocabulary
  ? Vocabulary[P]
  : P extends `${infer G}.${infer K}`
    ? G extends keyof Vocabulary
      ? K extends keyof Vocabulary[G]
        ? Vocabulary[G][K]
        : never
      : never
    : never

export type ValueAt<P extends SettingName> = Declared<P> extends Leaf<infer T> ? T : never
export type IdOf<P extends ListName> = Declared<P> extends List<infer Id, Fields> ? Id : never
export type FieldsOf<P extends ListName> = Declared<P> extends List<object, infer F> ? F : never
export type FieldValue<P extends ListName, K extends keyof FieldsOf<P>> =
  FieldsOf<P>[K] extends Leaf<infer T> ? T : never
export type Item<P extends ListName> = ItemOf<Declared<P>>

/** Path of a field of a list's items, such as `lines[].execTimeout`. */
export type FieldName = { [P in ListName]: `${P}[].${keyof FieldsOf<P> & string}` }[ListName]
