import type { Standing } from '@breakwater/lifecycle'
import { csv } from '../text/csv.ts'
import { harmless, harmlessJson } from '../text/harmless.ts'
import { markdownTable } from '../text/markdown.ts'
import { paint, type Style } from '../text/style.ts'
import { counted, table, type Cell } from '../text/table.ts'
import { exposureCounts, milestoneText, releaseOf, worstOf, type DeviceLife } from './device-life.ts'
import { groupsOf } from './groups.ts'

/** What is printed: the devices, the day, and how old the data are. */
export interface LifecycleReport {
  readonly today: string
  readonly horizonMonths: number
  readonly dataAsOf: { readonly lifecycle: string; readonly exploited: string }
  readonly remarks: readonly string[]
  readonly lives: readonly DeviceLife[]
}

export const lifecycleFormats = ['pretty', 'json', 'markdown', 'csv'] as const

const FEW = 25

const HEAD = [
  'device',
  'platform',
  'release',
  'by',
  'hardware',
  'milestone',
  'date',
  'days',
  'known exploited',
] as const

export function printLives(report: LifecycleReport, format: (typeof lifecycleFormats)[number], style: Style): string {
  const { lives } = report
  switch (format) {
    case 'pretty':
      return pretty(report, style)
    case 'json':
      return `${harmlessJson(JSON.stringify(asJson(report), undefined, 2))}\n`
    case 'markdown':
      return [
        `End of life on ${report.today}\n`,
        markdownTable(
          HEAD,
          lives.map(cellsOf).map((cells) => cells.map(String)),
        ),
        ...report.remarks.map((remark) => `${harmless(remark)}.\n`),
      ].join('\n')
    case 'csv':
      return csv([
        ['file', ...HEAD, 'verdict', 'CVEs exposed', 'contradictions', 'source'],
        ...lives.map((life) => {
          const worst = worstOf(life)
          return [
            life.file,
            ...cellsOf(life),
            worst.verdict,
            exposedOf(life).join(' '),
            life.contradictions.join('; '),
            worst.source ?? '',
          ]
        }),
      ])
  }
}

const exposedOf = ({ exploited }: DeviceLife): string[] =>
  exploited.filter(({ verdict }) => verdict === 'exposed').map(({ cve }) => cve)

function cellsOf(life: DeviceLife): (string | number)[] {
  const worst = worstOf(life)
  return [
    life.device,
    life.platform,
    releaseOf(life),
    life.by ?? '',
    life.hardware.map(({ name }) => name).join(', '),
    milestoneText(worst),
    worst.date ?? (worst.derivedFrom === undefined ? '' : 'derived'),
    worst.days ?? '',
    exposureCounts(life),
  ]
}

const standingJson = ({ text, ...answer }: Standing): object => ({ ...answer, text })

function asJson({ today, horizonMonths, dataAsOf, remarks, lives }: LifecycleReport): object {
  return {
    schema: 'breakwater/lifecycle@1',
    today,
    horizonMonths,
    dataAsOf,
    remarks,
    devices: lives.map(({ os, hardware, exploited, ...life }) => ({
      ...life,
      os: standingJson(os),
      hardware: hardware.map(({ standing, ...product }) => ({ ...product, ...standingJson(standing) })),
      exploited: exploited.map(({ cve, verdict, text, needs, answer }) => ({
        cve,
        verdict,
        text,
        ...(needs !== undefined && { needs }),
        name: answer.name,
        firstFixed: answer.firstFixed,
        added: answer.added,
        due: answer.due,
        ransomware: answer.ransomware,
        source: answer.source,
      })),
    })),
  }
}

const COLOURS = {
  'past-support': 'red',
  'past-vulnerability-support': 'red',
  'maintenance-ended': 'yellow',
  ending: 'yellow',
  supported: 'green',
  unknown: 'dim',
} as const

function pretty(report: LifecycleReport, style: Style): string {
  const { lives, remarks } = report
  const dim = (text: string): string => paint(style, 'dim', text)
  const head: Cell[] = HEAD.map((text) => ({ text, paint: dim }))
  const rows = lives.map((life): Cell[] => {
    const { verdict } = worstOf(life)
    const colour = (text: string): string => paint(style, COLOURS[verdict], text)
    return cellsOf(life).map((value, column) => ({
      text: harmless(String(value)),
      ...(column >= 5 && column <= 7 && { paint: colour }),
      ...(column === 8 && exposedOf(life).length > 0 && { paint: (text: string) => paint(style, 'red', text) }),
    }))
  })
  const listed =
    lives.length <= FEW
      ? table([head, ...rows], HEAD.length)
      : [...groupsOf(lives, style), '', 'breakwater lifecycle --format csv lists every device']
  const contradictions = lives.flatMap(({ device, contradictions: found }) =>
    found.map((message) => `${paint(style, 'yellow', 'note')}  ${harmless(`${device}: ${message}`)}`),
  )
  const shown = contradictions.slice(0, FEW)
  const sections = [
    listed,
    contradictions.length > shown.length
      ? [...shown, dim(`… and ${counted(contradictions.length - shown.length, 'more note')}`)]
      : shown,
    remarks.map((remark) => `${paint(style, 'yellow', 'note')}  ${remark}`),
    [
      dim(
        `${counted(lives.length, 'device')} on ${report.today}, ends within ${counted(report.horizonMonths, 'month')} told`,
      ),
    ],
  ].filter((section) => section.length > 0)
  return `${sections.map((section) => section.map((line) => line.trimEnd()).join('\n')).join('\n\n')}\n`
}
