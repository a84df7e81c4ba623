import type { Standing } from '@breakwater/lifecycle'
import { harmless } from '../text/harmless.ts'
import { paint, type Style } from '../text/style.ts'
import { table, thousands, type Cell } from '../text/table.ts'
import { milestoneText, type DeviceLife } from './device-life.ts'

interface Group {
  readonly name: string
  readonly standing: Standing
  devices: number
  exposed: number
}

const isExposed = ({ exploited }: DeviceLife): boolean => exploited.some(({ verdict }) => verdict === 'exposed')

/** For fleets: how many devices each release and each product has, and where it stands. */
export function groupsOf(lives: readonly DeviceLife[], style: Style): string[] {
  const releases = count(lives, ({ platform, release, train, os }) => [
    { name: `${platform} ${release ?? train ?? 'of unknown release'}`, standing: os },
  ])
  const products = count(lives, ({ hardware }) => hardware)
  return [
    ...rowsOf('release', releases, style),
    ...(products.length === 0 ? [] : ['', ...rowsOf('hardware', products, style)]),
  ]
}

function count(
  lives: readonly DeviceLife[],
  named: (life: DeviceLife) => readonly { readonly name: string; readonly standing: Standing }[],
): Group[] {
  const groups = new Map<string, Group>()
  for (const life of lives) {
    for (const { name, standing } of named(life)) {
      const key = `${name.toLowerCase()} ${standing.text}`
      const group = groups.get(key) ?? { name, standing, devices: 0, exposed: 0 }
      groups.set(key, group)
      group.devices++
      if (isExposed(life)) group.exposed++
    }
  }
  return [...groups.values()].toSorted((a, b) => b.devices - a.devices || (a.name < b.name ? -1 : 1))
}

function rowsOf(title: string, groups: readonly Group[], style: Style): string[] {
  const dim = (text: string): string => paint(style, 'dim', text)
  const head = [title, 'milestone', 'date', 'devices', 'days', 'exposed'].map((text): Cell => ({ text, paint: dim }))
  const rows = groups.map(({ name, standing, devices, exposed }): Cell[] => [
    { text: harmless(name) },
    { text: milestoneText(standing) },
    { text: standing.date ?? (standing.derivedFrom === undefined ? '' : 'derived') },
    { text: thousands(devices) },
    { text: standing.days === undefined ? '' : String(standing.days) },
    { text: exposed === 0 ? '' : thousands(exposed), paint: (text) => paint(style, 'red', text) },
  ])
  return table([head, ...rows], 3)
}
