import { originAt } from '@breakwater/core'
import { compileRegex, search } from '../jinja/regex/match.ts'
import type { Host, Inventory } from './model.ts'

/** The hosts of a pattern such as `pe:&emea:!lab`, `pe*,ce1`, `~(pe|ce)\d+`, `pe[0:4]`, in the order of the inventory. */
export function hostsOf(pattern: string, inventory: Inventory): readonly Host[] {
  const parts = partsOf(pattern)
  const rank = (part: string): number => (part.startsWith('!') ? 2 : part.startsWith('&') ? 1 : 0)
  const ordered = parts.toSorted((a, b) => rank(a) - rank(b))
  let found = new Set<Host>(ordered.length > 0 && rank(ordered[0] ?? '') > 0 ? inventory.hosts.values() : [])
  for (const part of ordered) {
    const hosts = new Set(named(part.replace(/^[!&]/, ''), inventory))
    switch (rank(part)) {
      case 0:
        for (const host of hosts) found.add(host)
        break
      case 1:
        found = new Set([...found].filter((host) => hosts.has(host)))
        break
      default:
        for (const host of hosts) found.delete(host)
    }
  }
  return [...found]
}

function partsOf(pattern: string): string[] {
  const parts = pattern.includes(',')
    ? pattern.split(',')
    : pattern.startsWith('~')
      ? [pattern]
      : pattern.split(/:(?![^[]*\])/)
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

function named(part: string, inventory: Inventory): readonly Host[] {
  const range = part.startsWith('~') ? null : /^(.+)\[(-?\d+)(?:[:-](-?\d*))?\]$/.exec(part)
  const name = range?.[1] ?? part
  const hosts = matching(name, inventory)
  if (range === null) return hosts
  const from = Number(range[2])
  if (range[3] === undefined) return hosts.slice(from, from === -1 ? undefined : from + 1)
  const to = range[3] === '' ? -1 : Number(range[3])
  return hosts.slice(from, to === -1 ? undefined : to + 1)
}

function matching(name: string, inventory: Inventory): readonly Host[] {
  if (name === 'all' || name === '*') return [...inventory.hosts.values()]
  const group = inventory.groups.get(name)
  if (group !== undefined) return inventory.hostsOf(group)
  const host = inventory.hosts.get(name)
  if (host !== undefined) return [host]
  const test = name.startsWith('~')
    ? regexTest(name.slice(1))
    : /[*?[]/.test(name)
      ? regexTest(globSource(name))
      : undefined
  if (test !== undefined) {
    const found = new Set<Host>()
    for (const one of inventory.groups.values())
      if (test(one.name)) for (const member of inventory.hostsOf(one)) found.add(member)
    for (const one of inventory.hosts.values()) if (test(one.name)) found.add(one)
    return [...found]
  }
  // It is there without being in any inventory, and in no group.
  if (name === 'localhost' || name === '127.0.0.1')
    return [{ name, at: originAt({ path: '', text: '' }, 0, 0), vars: new Map(), groups: new Set() }]
  return []
}

function globSource(glob: string): string {
  const body = glob.split('').map((character) => {
    if (character === '*') return '.*'
    if (character === '?') return '.'
    return /[[\]\w-]/.test(character) ? character : `\\${character}`
  })
  return `${body.join('')}$`
}

/** Matches at the beginning, within limits: a pattern is a stranger's. */
function regexTest(source: string): (text: string) => boolean {
  const regex = compileRegex(`^(?:${source})`, '')
  if (regex === undefined) return () => false
  let left = 2_000_000
  const budget = { spend: (steps: number) => (left -= steps) > 0 }
  return (text) => (search(regex, text, 0, budget) ?? undefined) !== undefined
}
