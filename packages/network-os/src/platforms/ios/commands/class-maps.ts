import type { Change, Origin } from '@breakwater/core'
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
  /** Classes of policy maps by the line that opens them. */
  readonly policyClasses: Map<number, { readonly policy: string; readonly name: string; acts: boolean }>
  /** Sections of the control plane by their line: `aggregate`, `host`, … */
  readonly planes: Map<number, string>
}

const MEMORY = 'accessLists.classMaps'

function classMapsOf(to: Lowering): ClassMaps {
  let maps = to.memory.get(MEMORY) as ClassMaps | undefined
  if (maps === undefined)
    to.memory.set(
      MEMORY,
      (maps = {
        sections: new Map(),
        matches: [],
        classes: [],
        controlPlane: new Set(),
        policyClasses: new Map(),
        planes: new Map(),
      }),
    )
  return maps
}

function open(list: 'controlPlane.classMaps' | 'controlPlane.policyMaps') {
  return (line: Command, to: Lowering): void => {
    const name = line.words.at(-1)?.text ?? ''
    if (line.negated || line.defaulted) return to.draft.remove(list, name)
    classMapsOf(to).sections.set(line.line, name)
    to.draft.add(list, name, { name }, line.at)
  }
}

function sectionOf(line: Command, to: Lowering): string | undefined {
  return classMapsOf(to).sections.get(line.table.parent[line.line] ?? -1)
}

/** Counts the conditions of the class map around. */
function count(line: Command, to: Lowering): void {
  const item = to.draft.find('controlPlane.classMaps', sectionOf(line, to) ?? '')
  const before = item?.stated('matches')
  const known = before?.state === 'known' ? Number(before.value) : 0
  item?.set('matches', Math.max(0, known + (line.negated ? -1 : 1)), line.at)
}

function match(line: Command, to: Lowering): void {
  const classMap = sectionOf(line, to)
  count(line, to)
  const list = line.words.at(-1)?.text
  if (line.negated || line.defaulted || classMap === undefined || list === undefined) return
  classMapsOf(to).matches.push({ classMap, list, at: line.at })
}

/** Class maps name lists; those that a policy of the control plane uses decide what reaches the device itself. */
export function referFromClassMaps(to: Lowering): void {
  const maps = to.memory.get(MEMORY) as ClassMaps | undefined
  if (maps === undefined) return
  for (const item of to.draft.items('controlPlane.policyMaps')) {
    const classes = [...maps.policyClasses.values()].filter(({ policy }) => policy === item.key)
    item.set(
      'classes',
      classes.map(({ name, acts }) => ({ name, acts })),
      item.at,
    )
  }
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
  command('class-map <name>', open('controlPlane.classMaps')),
  command('class-map match-all <name>', open('controlPlane.classMaps')),
  command('class-map match-any <name>', open('controlPlane.classMaps')),
  command('policy-map <name>', open('controlPlane.policyMaps')),
  command('control-plane ...', openPlane),
]

export const classRows: readonly Row[] = [
  command('match access-group name <name>', match),
  command('match access-group <number>', match),
  command('match not access-group name <name>', match),
  command('match not access-group <number>', match),
  command('match ...', count),
  ...ignored('...'),
]

export const policyRows: readonly Row[] = [
  command('class <name> ...', (line, to) => {
    const policy = sectionOf(line, to)
    if (policy === undefined || line.negated) return
    const maps = classMapsOf(to)
    maps.classes.push({ policy, classMap: line.text(0) })
    maps.policyClasses.set(line.line, { policy, name: line.text(0), acts: false })
  }),
]

/** The class around does something with its packets. */
function act(line: Command, to: Lowering): void {
  const found = classMapsOf(to).policyClasses.get(line.table.parent[line.line] ?? -1)
  if (found !== undefined && !line.negated) found.acts = true
}

export const policyClassRows: readonly Row[] = [
  'police ...',
  'drop',
  'bandwidth ...',
  'shape ...',
  'service-policy ...',
].map((pattern) => command(pattern, act))

function openPlane(line: Command, to: Lowering): void {
  const plane = line.words[1]?.text ?? 'aggregate'
  classMapsOf(to).planes.set(line.line, plane)
  if (plane === 'aggregate') to.state('controlPlane.section', true, line.at)
}

const POLICIES: Readonly<Record<string, 'controlPlane.inputPolicy' | 'controlPlane.hostPolicy'>> = {
  aggregate: 'controlPlane.inputPolicy',
  host: 'controlPlane.hostPolicy',
}

export const controlPlaneRows: readonly Row[] = [
  command('service-policy input <name>', (line, to) => {
    const maps = classMapsOf(to)
    if (line.negated) maps.controlPlane.delete(line.text(0))
    else maps.controlPlane.add(line.text(0))
    const setting = POLICIES[maps.planes.get(line.table.parent[line.line] ?? -1) ?? '']
    if (setting === undefined) return
    if (line.negated) to.unset(setting, line.at)
    else to.state(setting, line.text(0), line.at)
  }),
  command('service-policy output <name>', (line, to) => {
    if (!line.negated) classMapsOf(to).controlPlane.add(line.text(0))
  }),
]

/** A policy for everything to begin with; its rate is the site's. */
export const controlPlaneWriters = {
  'controlPlane.inputPolicy': ({ value }: Change): string[] => [
    `policy-map ${String(value)}`,
    ' class class-default',
    '  police <RATE> conform-action transmit exceed-action drop',
    'control-plane',
    ` service-policy input ${String(value)}`,
  ],
}
