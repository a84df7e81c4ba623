import type { Traffic } from '@breakwater/core'

const LAST = 65_535
const ALL = { from: 0, to: LAST } as const

/** Every port of every protocol. */
export const EVERYTHING: readonly Traffic[] = [
  { protocol: 'tcp', ...ALL },
  { protocol: 'udp', ...ALL },
  { protocol: 'other', ...ALL },
]

/** The ports of a protocol as a cloud writes it: by name or number; `all`, `-1`, `*` and `any` are every protocol. */
export function trafficOf(protocol: string, ports: readonly { from: number; to: number }[]): readonly Traffic[] {
  const name = protocol.toLowerCase()
  if (name === 'tcp' || name === '6') return ports.map((range) => ({ protocol: 'tcp', ...range }))
  if (name === 'udp' || name === '17') return ports.map((range) => ({ protocol: 'udp', ...range }))
  if (isEveryProtocol(name))
    return ports.flatMap((range) => EVERYTHING.map(({ protocol: each }) => ({ protocol: each, ...range })))
  return [{ protocol: 'other', ...ALL }]
}

export function isEveryProtocol(protocol: string): boolean {
  return /^(?:-1|all|\*|any)$/i.test(protocol)
}

export const EVERY_PORT: readonly { from: number; to: number }[] = [ALL]

/** The range of `22`, `8000-8080` or `*`; undefined for anything else. */
export function portsOf(text: string): { from: number; to: number } | undefined {
  const trimmed = text.trim()
  if (trimmed === '*') return ALL
  const [, first, last = first] = /^(\d{1,5})(?:\s*-\s*(\d{1,5}))?$/.exec(trimmed) ?? []
  return first === undefined ? undefined : { from: Number(first), to: Number(last) }
}

/** What is left of traffic without other traffic. */
export function without(traffic: readonly Traffic[], taken: readonly Traffic[]): readonly Traffic[] {
  let left = traffic
  for (const { protocol, from, to } of taken) {
    left = left.flatMap((one): Traffic[] => {
      if (one.protocol !== protocol || one.to < from || one.from > to) return [one]
      return [
        ...(one.from < from ? [{ ...one, to: from - 1 }] : []),
        ...(one.to > to ? [{ ...one, from: to + 1 }] : []),
      ]
    })
  }
  return left
}
