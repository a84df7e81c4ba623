import type { VlanRange } from '@breakwater/core'

/** The VLANs that a port can carry. */
export const EVERY_VLAN: readonly VlanRange[] = [[1, 4094]]

/** `10,20-30`, in order and joined; undefined where it cannot be read. */
export function readVlans(text: string): readonly VlanRange[] | undefined {
  const ranges: VlanRange[] = []
  for (const part of text.replaceAll(/\s+/g, '').split(',')) {
    const [, first, last] = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(part) ?? []
    if (first === undefined) return undefined
    ranges.push([Number(first), Number(last ?? first)])
  }
  return joined(ranges)
}

export function writeVlans(ranges: readonly VlanRange[]): string {
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',')
}

export function withVlans(some: readonly VlanRange[], more: readonly VlanRange[]): readonly VlanRange[] {
  return joined([...some, ...more])
}

export function withoutVlans(some: readonly VlanRange[], gone: readonly VlanRange[]): readonly VlanRange[] {
  let left = [...some]
  for (const [from, to] of gone) {
    left = left.flatMap(([first, last]): VlanRange[] => {
      if (last < from || first > to) return [[first, last]]
      const around: VlanRange[] = [
        [first, from - 1],
        [to + 1, last],
      ]
      return around.filter(([low, high]) => low <= high)
    })
  }
  return left
}

function joined(ranges: readonly VlanRange[]): readonly VlanRange[] {
  const found: [number, number][] = []
  for (const [first, last] of ranges.toSorted((one, other) => one[0] - other[0])) {
    const before = found.at(-1)
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last)
    else found.push([first, last])
  }
  return found
}
