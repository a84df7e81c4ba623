import { LineClass, type DeviceReading } from '@breakwater/network-os'
import type { Location, ReportNote } from './results.ts'

interface Shape {
  readonly kind: 'unsupported' | 'unrecognised'
  readonly words: string
  readonly location: Location
  count: number
  devices: number
  last: DeviceReading
}

const MOST_SHAPES = 1000
const SECRETIVE = /pass|secret|key|community|md5|sha|auth|priv|cred|token|hash|string|user|psk/i

export interface ShapeCounter {
  /** `locate` gives the place of a line of the table. */
  add: (reading: DeviceReading, locate: (line: number) => Location) => void
  /** One note for each shape of line that is not read, with its first place. */
  notes: () => ReportNote[]
}

/** Counts lines that no table row reads, by the words with which they begin. */
export function shapeCounter(): ShapeCounter {
  const shapes = new Map<string, Shape>()
  let beyond = 0
  return {
    add: (reading, locate) => {
      const { classes, table } = reading
      for (let line = 0; line < classes.length; line++) {
        const known = classes[line]
        if (known !== LineClass.unrecognised && known !== LineClass.unsupported) continue
        const kind = known === LineClass.unsupported ? 'unsupported' : 'unrecognised'
        const words = shapeOf(table.text.slice(table.body[line], table.end[line]))
        const key = `${kind} ${words}`
        const shape = shapes.get(key)
        if (shape !== undefined) {
          shape.count++
          if (shape.last !== reading) shape.devices++
          shape.last = reading
        } else if (shapes.size < MOST_SHAPES)
          shapes.set(key, { kind, words, location: locate(line), count: 1, devices: 1, last: reading })
        else beyond++
      }
    },
    notes: () => [
      ...[...shapes.values()].map(({ kind, words, location, count, devices }) => ({
        kind,
        message: `"${words}" is not read: ${count} ${count === 1 ? 'line' : 'lines'} on ${devices} ${devices === 1 ? 'device' : 'devices'}`,
        location,
        count,
      })),
      ...(beyond > 0
        ? [{ kind: 'limit' as const, message: `${beyond} more lines of other shapes are not read`, count: beyond }]
        : []),
    ],
  }
}

/**
 * The first two words, without what differs from device to device. A word that may be a secret is left out: nobody
 * knows what stands in a line that is not read.
 */
function shapeOf(text: string): string {
  const words = text.trim().split(/\s+/, 3)
  const from = words[0] === 'no' ? 1 : 0
  const shown = words.slice(0, from + 2).map((word, index) => {
    if (index === from + 1 && SECRETIVE.test(words[from] ?? '')) return '…'
    return /^[A-Za-z][A-Za-z-]*$/.test(word) ? word : '…'
  })
  return `${shown.join(' ')}${words.length > from + 2 || shown.includes('…') ? ' …' : ''}`.replace(/(?: …)+$/, ' …')
}
