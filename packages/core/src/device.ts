import { isList, join, type Draft } from './draft.ts'
import type { Fact, FactList, ItemRef } from './fact.ts'
import type { Origin } from './source.ts'
import {
  vocabulary,
  type FactsOf,
  type FieldName,
  type FieldValue,
  type FieldsOf,
  type Item,
  type ListName,
  type SettingName,
  type ValueAt,
  type Vocabulary,
} from './vocabulary.ts'

export type Platform = 'ios' | 'iosxe' | 'nxos' | 'iosxr' | 'eos' | 'junos' | 'aws' | 'azure' | 'gcp'

/** A release of a network OS, as `@breakwater/lifecycle` reads it. */
export interface Release {
  readonly scheme: string
  readonly text: string
  readonly train: string
}

export type Box = 'router' | 'switch' | 'firewall' | 'virtual'

/** What the device is, apart from its settings. */
export interface Identity {
  /** The host name, else the file's name. */
  readonly name: string
  readonly platform: Platform
  /** `whole`: a line that is missing is not configured. `part`: it may stand elsewhere. */
  readonly coverage: 'whole' | 'part'
  /** Where one would write a setting that the device does not have: the host name's line, else the first. */
  readonly at: Origin
  readonly release: Fact<Release>
  /** The release without its last letters and digits, such as `15.2` of IOS. */
  readonly train: Fact<string>
  readonly box: Fact<Box>
  /** Part numbers of the hardware. `provisioned`: a stack is set up for it; the member itself may be absent. */
  readonly hardware: FactList<{ readonly pid: string; readonly at: Origin; readonly provisioned?: true }>
}

export interface Resolver {
  /** The access list of that name: absent where the configuration does not define it, unknown where it may be out of view. */
  resolve(kind: 'accessList', name: string, family: 4 | 6): Fact<Item<'accessLists'>>
}

export type Device = Identity & Resolver & FactsOf<Vocabulary>

/** What a platform does when a setting is not written. */
export type DefaultAnswer<T> =
  /** This value. */
  | { readonly kind: 'value'; readonly value: T }
  /** Nothing: the feature is not there. */
  | { readonly kind: 'none' }
  /** The configuration always prints it, so silence tells of an edited file. */
  | { readonly kind: 'printed' }
  /** It depends; `needs` says on what, `oneOf` what it can be. */
  | { readonly kind: 'varies'; readonly needs: string; readonly oneOf?: readonly T[] }

export type Default<T, I = undefined> = DefaultAnswer<T> | ((device: Device, item: I) => DefaultAnswer<T>)

type FieldDefault<N extends FieldName> = N extends `${infer P extends ListName}[].${infer K}`
  ? K extends keyof FieldsOf<P>
    ? Default<FieldValue<P, K>, Item<P>>
    : never
  : never

/** The defaults of a platform by setting. A setting without a row is absent when it is not written. */
export type Defaults = { readonly [P in SettingName]?: Default<ValueAt<P>> } & {
  readonly [N in FieldName]?: FieldDefault<N>
}

interface Build extends Identity {
  readonly draft: Draft
  readonly defaults: Defaults
}

class BuiltDevice {
  readonly #build: Build
  /** By the order of the vocabulary. */
  readonly #groups: (object | undefined)[] = []
  readonly #lists = new Map<string, FactList<unknown>>()
  readonly #facts = new Map<string, Fact<unknown>>()
  #accessLists: Map<string, Item<'accessLists'>> | undefined
  readonly name: string
  readonly platform: Platform
  readonly coverage: 'whole' | 'part'
  readonly at: Origin
  readonly release: Fact<Release>
  readonly train: Fact<string>
  readonly box: Fact<Box>
  readonly hardware: Identity['hardware']

  constructor(build: Build) {
    this.#build = build
    this.name = build.name
    this.platform = build.platform
    this.coverage = build.coverage
    this.at = build.at
    this.release = build.release
    this.train = build.train
    this.box = build.box
    this.hardware = build.hardware
  }

  group(index: number, View: new (device: BuiltDevice) => object): object {
    return (this.#groups[index] ??= new View(this))
  }

  list(name: ListName): FactList<unknown> {
    let list = this.#lists.get(name)
    if (list === undefined) {
      const { items, open, closed } = this.#build.draft.members(name, this.silence)
      list = {
        setting: name,
        items,
        complete:
          !open && (closed !== undefined || (this.coverage === 'whole' && this.#build.draft.opened === undefined)),
        at: closed ?? this.at,
      }
      this.#lists.set(name, list)
    }
    return list
  }

  fact(setting: string): Fact<unknown> {
    let fact = this.#facts.get(setting)
    if (fact === undefined) {
      fact = this.#decide(setting)
      this.#facts.set(setting, fact)
    }
    return fact
  }

  #decide(setting: string): Fact<unknown> {
    const stated = this.#build.draft.read(setting)
    if (stated?.state === 'joined')
      return join(stated, setting, undefined, (unset) => this.silence(setting, undefined, unset))
    if (stated !== undefined && stated.state !== 'unset') return stated
    return this.silence(setting, undefined, stated?.at)
  }

  /** The one place where silence is decided. */
  readonly silence = (setting: string, item: ItemRef | undefined, unset: Origin | undefined): Fact<unknown> => {
    const at = unset ?? item?.at ?? this.at
    if (unset === undefined) {
      const why = this.#build.draft.opened ?? (this.coverage === 'part' ? NOT_IN_VIEW : undefined)
      if (why !== undefined) return { state: 'unknown', why, at, setting, item }
    }
    const row = this.#build.defaults[setting as SettingName] as Default<unknown, unknown> | undefined
    if (row === undefined) return { state: 'absent', at, setting, item }
    const answer = typeof row === 'function' ? row(this as unknown as Device, item) : row
    switch (answer.kind) {
      case 'value':
        return { state: 'known', value: answer.value, by: 'default', at, setting, item }
      case 'none':
        return { state: 'absent', at, setting, item }
      case 'printed':
        return unset === undefined
          ? { state: 'unknown', why: NOT_IN_VIEW, at, setting, item }
          : { state: 'absent', at, setting, item }
      case 'varies': {
        const why = { kind: 'release', needs: answer.needs } as const
        return {
          state: 'unknown',
          why,
          at,
          setting,
          item,
          ...(answer.oneOf === undefined ? {} : { oneOf: answer.oneOf }),
        }
      }
    }
  }

  resolve(_kind: 'accessList', name: string, family: 4 | 6): Fact<Item<'accessLists'>> {
    const lists = this.list('accessLists') as FactList<Item<'accessLists'>>
    this.#accessLists ??= new Map(lists.items.map((list) => [`${list.family}:${list.name}`, list]))
    const found = this.#accessLists.get(`${family}:${name}`)
    const setting = 'accessLists'
    if (found !== undefined) return { state: 'known', value: found, by: 'config', at: found.at, setting, item: found }
    if (lists.complete) return { state: 'absent', at: this.at, setting, item: undefined }
    return { state: 'unknown', why: NOT_IN_VIEW, at: this.at, setting, item: undefined }
  }
}

const NOT_IN_VIEW = { kind: 'not-in-view' } as const

for (const [index, [name, declared]] of Object.entries(vocabulary).entries()) {
  if (isList(declared)) {
    define(BuiltDevice.prototype, name, (device: BuiltDevice) => device.list(name as ListName))
    continue
  }
  const View = class {
    readonly device: BuiltDevice
    constructor(device: BuiltDevice) {
      this.device = device
    }
  }
  for (const [member, { kind }] of Object.entries(declared as Record<string, { kind: 'leaf' | 'list' }>)) {
    const setting = `${name}.${member}`
    if (kind === 'list')
      define(View.prototype, member, (view: { device: BuiltDevice }) => view.device.list(setting as ListName))
    else define(View.prototype, member, (view: { device: BuiltDevice }) => view.device.fact(setting))
  }
  define(BuiltDevice.prototype, name, (device: BuiltDevice) => device.group(index, View))
}

function define<T>(prototype: object, name: string, read: (self: T) => unknown): void {
  Object.defineProperty(prototype, name, {
    enumerable: true,
    get(this: T) {
      return read(this)
    },
  })
}

/** Makes a device of a draft. What the draft leaves unsaid is decided here, by coverage and defaults, and nowhere else. */
export function buildDevice(build: Build): Device {
  return new BuiltDevice(build) as unknown as Device
}
