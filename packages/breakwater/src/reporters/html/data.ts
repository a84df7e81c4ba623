import { severityRank, type Result } from '../../results.ts'
import { harmless } from '../../text/harmless.ts'
import { worstFirst } from '../pretty/findings.ts'
import { cautions } from '../pretty/parts.ts'
import type { Report } from '../report.ts'
import { deviceKey } from '../shared.ts'
import { createFrames, type FrameBudget } from './frames.ts'

/** Numbers that tell of one place: device, file, line, column, frame and way (−1: none). */
export const STRIDE = 6

export interface PageRule {
  readonly id: string
  readonly title: string
  readonly why: string
  readonly category: string
  readonly guidance: readonly string[]
  /** `NIST CM-7`. */
  readonly mappings: readonly string[]
  readonly innocent?: string
  readonly collect?: readonly string[]
}

/** What is said in the same words by the same rule, at all its places. */
export interface PageFinding {
  /** Index into `rules`. */
  readonly rule: number
  /** 0 is the worst. */
  readonly severity: number
  readonly message: string
  readonly enter?: readonly string[]
  readonly caution?: string
  /** `STRIDE` numbers a place. */
  readonly places: readonly number[]
}

/** All that the script of the page reads. Every text is harmless. */
export interface PageData {
  readonly rules: readonly PageRule[]
  /** Name, platform, index into `files`. */
  readonly devices: readonly (readonly [string, string, number])[]
  readonly files: readonly string[]
  readonly frames: readonly string[]
  /** Ways from the place to the device. */
  readonly ways: readonly (readonly string[])[]
  readonly findings: readonly PageFinding[]
}

export interface Collected {
  readonly data: PageData
  /** Places whose frame was left out. */
  readonly frameless: number
}

/** Findings with the same words are one; texts, files, ways and frames are stored once. The worst come first. */
export function collect(report: Report, findings: readonly Result[], budget?: FrameBudget): Collected {
  const files = createTable<string>()
  const ways = createTable<readonly string[]>()
  const rules = createTable<PageRule>()
  const devices = createTable<readonly [string, string, number]>()
  const frames = createFrames(report, budget)
  const fileOf = (file: string): number => files.indexOf(file, () => harmless(`${report.prefix}${file}`))
  for (const { name, platform, file } of report.devices)
    devices.indexOf(`${file}\0${name}`, () => [harmless(name), harmless(platform), fileOf(file)])
  const groups = new Map<string, PageFinding & { places: number[] }>()
  for (const result of worstFirst(findings)) {
    const { rule, severity, message, location, device, platform, via = [] } = result
    const key = [rule, severity, message, result.applicability, ...(result.remediation ?? [])].join('\0')
    const group = groups.get(key) ?? { ...findingOf(result, rules, report), places: [] }
    groups.set(key, group)
    const way = via.map((hop) => harmless(`${hop.role} ${report.prefix}${hop.file}:${hop.startLine}`))
    group.places.push(
      devices.indexOf(deviceKey(result), () => [
        harmless(device),
        harmless(platform),
        fileOf(result.source ?? location.file),
      ]),
      fileOf(location.file),
      location.startLine,
      location.startColumn,
      frames.indexOf(result),
      way.length === 0 ? -1 : ways.indexOf(way.join('\0'), () => way),
    )
  }
  const data: PageData = {
    rules: rules.values,
    devices: devices.values,
    files: files.values,
    frames: frames.texts(),
    ways: ways.values,
    findings: [...groups.values()],
  }
  return { data, frameless: frames.leftOut() }
}

function findingOf(
  { rule, severity, message, remediation = [], applicability }: Result,
  rules: Table<PageRule>,
  { rules: cards }: Report,
): Omit<PageFinding, 'places'> {
  const caution = applicability === undefined ? '' : cautions[applicability]
  return {
    rule: rules.indexOf(rule, () => pageRule(rule, cards)),
    severity: severityRank(severity),
    message: harmless(message),
    ...(remediation.length > 0 && { enter: remediation.map(harmless) }),
    ...(remediation.length > 0 && caution !== '' && { caution }),
  }
}

function pageRule(id: string, cards: Report['rules']): PageRule {
  const card = cards.get(id)
  return {
    id: harmless(id),
    title: harmless(card?.title ?? id),
    why: harmless(card?.why ?? ''),
    category: harmless(card?.category ?? id.replace(/\/.*/, '')),
    guidance: (card?.guidance ?? []).map(harmless),
    mappings: Object.entries(card?.mappings ?? {}).map(([name, ids]) => harmless(named(name, ids))),
    ...(card?.indicator && { innocent: card.indicator.innocent, collect: card.indicator.collect }),
  }
}

/** `NIST CM-7`; but `CVE-2018-0171`, which names its catalogue itself. */
function named(name: string, ids: readonly string[]): string {
  const list = ids.join(', ')
  return ids.every((id) => id.startsWith(`${name}-`)) ? list : `${name} ${list}`
}

interface Table<Value> {
  readonly values: readonly Value[]
  /** Where the value of a key stands; it is made when the key is new. */
  readonly indexOf: (key: string, make: () => Value) => number
}

function createTable<Value>(): Table<Value> {
  const values: Value[] = []
  const known = new Map<string, number>()
  return {
    values,
    indexOf: (key, make) => {
      const before = known.get(key)
      if (before !== undefined) return before
      const value = make()
      known.set(key, values.length)
      values.push(value)
      return values.length - 1
    },
  }
}
