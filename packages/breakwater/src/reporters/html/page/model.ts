import type { PageData, PageFinding } from '../data.ts'

/** Empty: anything. */
export interface Filters {
  readonly severities: ReadonlySet<number>
  readonly category: string
  readonly rule: string
  readonly clause: string
  readonly device: string
  readonly text: string
}

export interface SelectedFinding {
  readonly finding: PageFinding
  /** Where its places begin in `finding.places`. */
  readonly places: readonly number[]
}

export interface SelectedRule {
  readonly rule: number
  readonly worst: number
  readonly places: number
  readonly devices: number
  readonly findings: readonly SelectedFinding[]
}

export interface Model {
  readonly data: PageData
  readonly stride: number
  /** What tells a device from others: its name, or its file where others have that name. */
  readonly labelOf: (device: number) => string
  /** Rules with a finding that passes the filters: the worst first, then those with most places. */
  readonly select: (filters: Filters) => readonly SelectedRule[]
}

export function createModel(data: PageData, stride: number): Model {
  const lower = (...texts: readonly string[]): string => texts.join(' ').toLowerCase()
  const ruleTexts = data.rules.map(({ id, title, why, guidance, mappings }) =>
    lower(id, title, why, ...guidance, ...mappings),
  )
  const findingTexts = data.findings.map(({ rule, message, enter = [] }) =>
    lower(ruleTexts[rule] ?? '', message, ...enter),
  )
  const fileTexts = data.files.map((file) => lower(file))
  const deviceNames = data.devices.map(([name]) => lower(name))
  const homes = data.devices.map(([, , file]) => lower(data.files[file] ?? ''))
  const sameName = new Map<string, number>()
  for (const [name] of data.devices) sameName.set(name, (sameName.get(name) ?? 0) + 1)
  const deviceTexts = data.devices.map(([name, platform, file]) => lower(name, platform, data.files[file] ?? ''))

  /** Those of exactly that name or file; if there are none, those whose name or file holds the text. */
  function devicesOf(wanted: string): readonly boolean[] {
    const exactly = data.devices.map((_, index) => deviceNames[index] === wanted || homes[index] === wanted)
    if (exactly.includes(true)) return exactly
    return data.devices.map(
      (_, index) => deviceNames[index]?.includes(wanted) === true || homes[index]?.includes(wanted) === true,
    )
  }

  function labelOf(device: number): string {
    const name = data.devices[device]?.[0] ?? ''
    return (sameName.get(name) ?? 0) > 1 ? (data.files[data.devices[device]?.[2] ?? -1] ?? name) : name
  }

  function select({ severities, category, rule, clause, device, text }: Filters): readonly SelectedRule[] {
    const words = text
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '')
    const isOurs = devicesOf(device.toLowerCase())
    const groups = new Map<number, SelectedFinding[]>()
    for (const [index, finding] of data.findings.entries()) {
      const card = data.rules[finding.rule]
      if (card === undefined) continue
      if (severities.size > 0 && !severities.has(finding.severity)) continue
      if (category !== '' && card.category !== category) continue
      if (rule !== '' && card.id !== rule) continue
      if (clause !== '' && !card.guidance.includes(clause)) continue
      const open = words.filter((word) => findingTexts[index]?.includes(word) !== true)
      const places: number[] = []
      for (let at = 0; at < finding.places.length; at += stride) {
        const own = finding.places[at] ?? 0
        if (isOurs[own] !== true) continue
        const file = finding.places[at + 1] ?? 0
        if (open.every((word) => deviceTexts[own]?.includes(word) === true || fileTexts[file]?.includes(word) === true))
          places.push(at)
      }
      if (places.length === 0) continue
      const group = groups.get(finding.rule)
      if (group === undefined) groups.set(finding.rule, [{ finding, places }])
      else group.push({ finding, places })
    }
    const selected = [...groups].map(([rule, findings]): SelectedRule => {
      const devices = new Set<number>()
      let places = 0
      for (const { finding, places: own } of findings) {
        places += own.length
        for (const at of own) devices.add(finding.places[at] ?? 0)
      }
      const worst = Math.min(...findings.map(({ finding }) => finding.severity))
      return { rule, worst, places, devices: devices.size, findings }
    })
    return selected.toSorted((a, b) => a.worst - b.worst || b.places - a.places || a.rule - b.rule)
  }
  return { data, stride, labelOf, select }
}
