import { harmless } from '../../text/harmless.ts'
import { paint } from '../../text/style.ts'
import { counted, table, thousands, type Cell } from '../../text/table.ts'
import type { Report } from '../report.ts'
import { placeText } from './parts.ts'

const SHOWN = 25

/** What few devices of a fleet have, the rarest first; of one device nothing can be unusual. */
export function unusualSection({ results: { unusual }, style }: Report): string[][] {
  const rare = (unusual ?? []).filter(({ devices, of }) => of > 1 && devices * 2 <= of)
  if (rare.length === 0) return []
  const dim = (text: string): string => paint(style, 'dim', text)
  const rows = rare
    .slice(0, SHOWN)
    .map(({ devices, of, trait, on, location }): Cell[] => [
      { text: `${thousands(devices)} of ${thousands(of)}` },
      { text: harmless(trait), paint: (text) => paint(style, 'bold', text) },
      { text: named(on, devices) },
      { text: placeText(location), paint: dim },
    ])
  const rest = rare.length - SHOWN
  return [
    [
      paint(style, 'bold', 'Unusual among these devices: the rarer, the more it wants an explanation'),
      ...table(rows, 4).map((line) => line.trimEnd()),
      ...(rest > 0 ? [dim(`… and ${counted(rest, 'thing')} more (--format json lists them)`)] : []),
    ],
  ]
}

function named(on: readonly string[], devices: number): string {
  const [first = ''] = on
  return devices === 1 ? harmless(first) : `${harmless(first)} and ${thousands(devices - 1)} more`
}
