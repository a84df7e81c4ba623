import type { Origin } from '@breakwater/core'
import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, ignored, type Row } from '../../../commands/row.ts'
import { referToAccessList } from '../references.ts'

interface ClassMaps {
  /** Names of class maps and policy maps by the line that opens the section. */
  readonly sections: Map<number, string>
  readonly matches: { readonly classMap: string; readonly list: string; readonly at: Origin }[]
  readonly classes: { readonly policy: string; readonly classMap: string }[]
  readonly controlPlane: Set<string>
}

const MEMORY = 'accessLists.classMaps'

function classMapsOf(to: Lowering): ClassMaps {
  let maps = to.memory.get(MEMORY) as ClassMaps | undefined
  if (maps === undefined)
    to.memory.set(MEMORY, (maps = { sections: new Map(), matches: [], classes: [], controlPlane: new Set() }))
  return maps
}

function open(line: Command, to: Lowering): void {
  if (!line.negated && !line.defaulted) classMapsOf(to).sections.set(line.line, line.words.at(-1)?.text ?? '')
}

function sectionOf(line: Command, to: Lowering): string | undefined {
  return classMapsOf(to).sections.get(line.table.parent[line.line] ?? -1)
}

function match(line: Command, to: Lowering): void {
  const classMap = sectionOf(line, to)
  const list = line.words.at(-1)?.text
  if (line.negated || line.defaulted || classMap === undefined || list === undefined) return
  classMapsOf(to).matches.push({ classMap, list, at: line.at })
}

/** Class maps name lists; those that a policy of the control plane uses decide what reaches the device itself. */
export function referFromClassMaps(to: Lowering): void {
  const maps = to.memory.get(MEMORY) as ClassMaps | undefined
  if (maps === undefined) return
  const policed = new Set(
    maps.classes.filter(({ policy }) => maps.controlPlane.has(policy)).map(({ classMap }) => classMap),
  )
  for (const { classMap, list, at } of maps.matches) {
    const filters = policed.has(classMap)
    const by = filters ? `control-plane class map ${classMap}` : `class map ${classMap}`
    referToAccessList(to, { name: list, family: 4, by, filters, manages: false, at })
  }
}

export const globalRows: readonly Row[] = [
  command('class-map <name>', open),
  command('class-map match-all <name>', open),
  command('class-map match-any <name>', open),
  command('policy-map <name>', open),
]

export const classRows: readonly Row[] = [
  command('match access-group name <name>', match),
  command('match access-group <number>', match),
  command('match not access-group name <name>', match),
  command('match not access-group <number>', match),
  ...ignored('...'),
]

export const policyRows: readonly Row[] = [
  command('class <name> ...', (line, to) => {
    const policy = sectionOf(line, to)
    if (policy !== undefined && !line.negated) classMapsOf(to).classes.push({ policy, classMap: line.text(0) })
  }),
]

export const controlPlaneRows: readonly Row[] = [
  command('service-policy input <name>', (line, to) => {
    if (line.negated) classMapsOf(to).controlPlane.delete(line.text(0))
    else classMapsOf(to).controlPlane.add(line.text(0))
  }),
  command('service-policy output <name>', (line, to) => {
    if (!line.negated) classMapsOf(to).controlPlane.add(line.text(0))
  }),
]
