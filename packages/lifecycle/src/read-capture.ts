import type { Evidence } from './evidence.ts'
import { linesOf } from './lines.ts'
import { readFacts } from './read-facts.ts'
import { readShowInventory } from './read-inventory.ts'
import { readShowVersion } from './read-version.ts'
import { type SchemeName, schemeNames } from './release.ts'

/** What one device's capture tells, and the name by which the device calls itself in it. */
export interface Capture {
  readonly name?: string
  readonly evidence: readonly Evidence[]
}

/** Lines in which a device says its name, beside `show version` and `show inventory`; the first that matches. */
const names: readonly RegExp[] = [
  /^(?:RP\/\S+?:)?([\w.-]{1,80})(?:\([^)]{0,40}\))?[#>] ?sh(?:ow?)? +(?:ver|inv|hard)/,
  /^[\w.-]{1,40}@([\w.-]{1,80})> show version/,
  /^([\w.-]{1,80}) uptime is /,
  /^\s*Device name:\s*([\w.-]{1,80})/,
  /^[Hh]ostname:\s*([\w.-]{1,80})/,
  /^([\w.-]{1,80}) up \d+ (?:year|day|hour|min|sec)/,
]

// NX-OS says "Kernel uptime is".
const noNames: ReadonlySet<string> = new Set(['Kernel', 'System', 'system'])

const nameIn = (text: string): string | undefined => {
  for (const { text: line } of linesOf(text)) {
    if (line.length > 400) continue
    for (const pattern of names) {
      const name = pattern.exec(line)?.[1]
      if (name !== undefined && !noNames.has(name)) return name
    }
  }
  return undefined
}

type Facts = Readonly<Record<string, unknown>>

const isFacts = (value: unknown): value is Facts =>
  typeof value === 'object' && value !== null && 'ansible_net_version' in value

/** Gathered facts, wherever in the JSON they stand. Deeper than this no tool writes them. */
const factsIn = (value: unknown, depth = 6): readonly Facts[] => {
  if (isFacts(value)) return [value]
  if (typeof value !== 'object' || value === null || depth === 0) return []
  return Object.values(value).flatMap((inner) => factsIn(inner, depth - 1))
}

const text = (facts: Facts, key: string): string | undefined => {
  const value = facts[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}

const schemeOf = (facts: Facts): SchemeName | undefined => {
  const system = text(facts, 'ansible_net_system') ?? text(facts, 'ansible_network_os') ?? ''
  const name = system.slice(system.lastIndexOf('.') + 1)
  return schemeNames.find((scheme) => scheme === name)
}

const captureOf = (facts: Facts, source: string): Capture => {
  const place = (value: string): { readonly start: number; readonly end: number } => {
    const start = Math.max(0, source.indexOf(JSON.stringify(value)) + 1)
    return { start, end: start + value.length }
  }
  const name = text(facts, 'ansible_net_hostname')
  const version = text(facts, 'ansible_net_version')
  const scheme = schemeOf(facts)
  const release = version === undefined || scheme === undefined ? undefined : readFacts(scheme, version, place(version))
  const stacked = facts['ansible_net_stacked_models']
  const models = Array.isArray(stacked) && stacked.length > 0 ? stacked : [text(facts, 'ansible_net_model')]
  const hardware = models
    .filter((model) => typeof model === 'string')
    .map((value): Evidence => ({ what: 'hardware', value, scheme: undefined, source: 'facts', ...place(value) }))
  return {
    ...(name === undefined ? {} : { name }),
    evidence: [...(release === undefined ? [] : [release]), ...hardware],
  }
}

/**
 * The captures in a file beside a configuration: the output of `show version` and `show inventory` of one device, or
 * JSON with the facts that Ansible gathered of one or many. Empty where the file tells nothing of the kind.
 */
export const readCaptures = (source: string): readonly Capture[] => {
  if (/^\s*[[{]/.test(source)) {
    try {
      return factsIn(JSON.parse(source)).map((facts) => captureOf(facts, source))
    } catch {
      return []
    }
  }
  const evidence = [...readShowVersion(source), ...readShowInventory(source)]
  if (evidence.length === 0) return []
  const name = nameIn(source)
  return [{ ...(name === undefined ? {} : { name }), evidence }]
}
