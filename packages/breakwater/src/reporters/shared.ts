import { compareText, type Result } from '../results.ts'
import { counted } from '../text/table.ts'
import { harmless } from '../text/harmless.ts'
import type { DeviceCard } from './report.ts'

/** One thing to say: what several devices have from the same place, by the same rule, in the same words. */
export interface Shared {
  /** Stands for all. */
  readonly first: Result
  readonly results: readonly Result[]
}

/** Puts together what a person mends in one place. The order is that of the first of each. */
export function sharedFindings(findings: readonly Result[]): Shared[] {
  const groups = new Map<string, { first: Result; results: Result[] }>()
  for (const result of findings) {
    const { file, startLine, startColumn, endLine, endColumn } = result.location
    const key = [result.rule, file, startLine, startColumn, endLine, endColumn, result.severity, result.message].join(
      '\0',
    )
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { first: result, results: [result] })
    else group.results.push(result)
  }
  return [...groups.values()]
}

/** Two files can hold devices of the same name. */
export function deviceKey({ device, location, source }: Result): string {
  return `${source ?? location.file}\0${device}`
}

const NAMED = 3

/** `pe1`; `pe1, pe2`; `412 devices of group pe`, which are all of that group. A host that several playbooks reach is one. */
export function deviceText(results: readonly Result[], devices: readonly DeviceCard[]): string {
  const hosts = new Set(devices.flatMap(({ name, groups }) => (groups === undefined ? [] : [name])))
  const keys = new Set(results.map((result) => (hosts.has(result.device) ? result.device : deviceKey(result))))
  const names = [...new Set(results.map(({ device }) => device))]
  const [one = ''] = names
  if (keys.size <= 1) return harmless(one)
  const group = groupOf(names, devices)
  if (group !== undefined) return `${counted(names.length, 'device')} of group ${harmless(group)}`
  if (names.length <= NAMED) return names.map(harmless).join(', ')
  return `${counted(keys.size, 'device')}: ${names.slice(0, NAMED).map(harmless).join(', ')}, …`
}

/** The group that has all of them and no other device of the report. A host that several playbooks reach is one. */
function groupOf(names: readonly string[], devices: readonly DeviceCard[]): string | undefined {
  const own = new Set(names)
  const members = new Map<string, Set<string>>()
  for (const { name, groups = [] } of devices) {
    for (const group of groups) {
      const known = members.get(group)
      if (known === undefined) members.set(group, new Set([name]))
      else known.add(name)
    }
  }
  return [...members]
    .flatMap(([group, inside]) => (inside.size === own.size && names.every((name) => inside.has(name)) ? [group] : []))
    .toSorted(compareText)[0]
}
