import type { Rule } from '@breakwater/core'
import { presets, rules, type Preset, type PresetName } from '@breakwater/rules'

/** Every rule, by id. The one place where the shell learns of them. */
export const catalogue: ReadonlyMap<string, Rule> = new Map(
  rules.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((rule) => [rule.id, rule]),
)

export const presetNames = Object.keys(presets) as readonly PresetName[]

/** Platforms whose configurations can be read. */
export const platformNames = ['ios', 'iosxe'] as const

export type ReadablePlatform = (typeof platformNames)[number]

/** `category/name` → `category`. */
export function categoryOf({ id }: Rule): string {
  return id.slice(0, id.indexOf('/'))
}

export function citations({ guidance }: Rule): string[] {
  return guidance.map(({ document, clause }) => `${document} ${clause}`)
}

export { presets, type Preset, type PresetName }
