import { defineRule, fail, pass, unknown, valueOf, type Change, type Fact } from '@breakwater/core'
import { cleartext, isMany, isOfUnknownRange, lineName, takesNoSession, vtyLines, type TerminalLine } from '../lines.ts'

export default defineRule({
  id: 'mgmt/vty-ranges-complete',
  title: 'Configure every VTY range, not only 0 4',
  severity: 'high',
  why: 'A login lands on whichever line is free: the range that was forgotten is the door',
  guidance: [
    { document: 'EVHG', clause: 'E74' },
    { document: 'NISG', clause: '7.2' },
  ],
  mappings: { cis: ['1.2.2', '1.2.5', '1.2.8'], stig: ['CISC-ND-000010'], nist: ['AC-10', 'AC-17', 'CM-6'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: line vty in several ranges, in 15 of them'],
  *check(device) {
    const open = vtyLines(device).filter((line) => !takesNoSession(line))
    if (open.length === 0) return
    let weak = false
    const compared = PROTECTIONS.map((protection) => compare(protection, open))
    for (const line of open) {
      const gaps = compared.flatMap((comparison) => gapOf(comparison, line))
      if (gaps.length === 0) continue
      weak = true
      const [{ better } = {}] = gaps
      const changes = gaps.flatMap((gap) => gap.change)
      yield fail(
        line,
        `${lineName(line)} ${isMany(line) ? 'are' : 'is'} weaker than ${better === undefined ? 'the others' : lineName(better).replace('VTY ', '')}: ${gaps.map(({ what }) => what).join(', ')}`,
        {
          changes,
          applicability: 'lockout-risk',
        },
      )
    }
    for (const line of open) {
      if (!compared.some(({ strengths, anyProtects }) => anyProtects && strengths.get(line) === undefined)) continue
      weak = true
      yield unknown(line, `${lineName(line)} are as well protected as the other VTY lines`, { kind: 'not-in-view' })
    }
    if (weak) return
    const [first] = open
    if (first === undefined) return
    const last = open.some(isOfUnknownRange) ? undefined : Math.max(...vtyLines(device).map((line) => line.last))
    const isSwitch = valueOf(device.box) === 'switch' && device.hardware.items.length > 0
    if (last === 4 && isSwitch && device.coverage === 'whole' && isProtected(first)) {
      yield fail(first, 'VTY lines 5-15 are not configured, and lack what protects lines 0-4')
    } else if (last === undefined || (open.length === 1 && device.coverage === 'part'))
      yield unknown(first, 'whether there are more VTY lines', { kind: 'not-in-view' })
    else yield pass(first)
  },
})

function isProtected({ accessClassIn, transportInput }: TerminalLine): boolean {
  const protocols = valueOf(transportInput)
  return accessClassIn.state === 'known' || (protocols !== undefined && cleartext(protocols).length === 0)
}

interface Protection {
  /** How well the line is protected, the more the better; undefined where nobody knows. */
  readonly strength: (line: TerminalLine) => number | undefined
  readonly what: (line: TerminalLine) => string
  readonly setting: 'accessClassIn' | 'transportInput' | 'login' | 'execTimeout'
}

const LOGINS = { none: 0, line: 1, local: 2, tacacs: 2, aaa: 2 } as const

const PROTECTIONS: readonly Protection[] = [
  {
    setting: 'accessClassIn',
    strength: ({ accessClassIn: { state } }) => (state === 'unknown' ? undefined : state === 'known' ? 1 : 0),
    what: () => 'no access class',
  },
  {
    setting: 'transportInput',
    strength: ({ transportInput }) => {
      const protocols = valueOf(transportInput)
      return protocols === undefined ? undefined : cleartext(protocols).length > 0 ? 0 : 1
    },
    what: ({ transportInput }) => `transport input ${valueOf(transportInput)?.join(' ') ?? ''}`,
  },
  {
    setting: 'login',
    strength: ({ login }) => (login.state === 'known' ? LOGINS[login.value] : undefined),
    what: ({ login }) => (valueOf(login) === 'none' ? 'no login' : 'line password only'),
  },
  {
    setting: 'execTimeout',
    // Zero is never, and so the longest.
    strength: ({ execTimeout }) =>
      execTimeout.state === 'known'
        ? -(execTimeout.value === 0 ? Number.MAX_SAFE_INTEGER : execTimeout.value)
        : undefined,
    what: ({ execTimeout }) => (valueOf(execTimeout) === 0 ? 'no idle timeout' : 'longer idle timeout'),
  },
]

interface Comparison {
  readonly protection: Protection
  readonly strengths: ReadonlyMap<TerminalLine, number | undefined>
  /** Strength → the first line that is better protected. */
  readonly better: ReadonlyMap<number, TerminalLine>
  /** One is known to be protected: where another is not known they may differ. Two that say nothing share the default. */
  readonly anyProtects: boolean
}

function compare(protection: Protection, open: readonly TerminalLine[]): Comparison {
  const strengths = new Map(open.map((line) => [line, protection.strength(line)]))
  const firsts = new Map<number, number>()
  for (const [index, strength] of [...strengths.values()].entries())
    if (strength !== undefined && !firsts.has(strength)) firsts.set(strength, index)
  const better = new Map<number, TerminalLine>()
  let first: number | undefined
  for (const [strength, index] of [...firsts].toSorted(([a], [b]) => b - a)) {
    const line = first === undefined ? undefined : open[first]
    if (line !== undefined) better.set(strength, line)
    first = Math.min(first ?? index, index)
  }
  return { protection, strengths, better, anyProtects: [...firsts.keys()].some((strength) => strength !== 0) }
}

function gapOf(
  { protection: { what, setting }, strengths, better }: Comparison,
  line: TerminalLine,
): { what: string; better: TerminalLine; change: Change[] }[] {
  const own = strengths.get(line)
  const other = own === undefined ? undefined : better.get(own)
  if (other === undefined) return []
  const fact: Fact<unknown> = other[setting]
  const value = valueOf(fact)
  const change = value === undefined ? [] : [{ setting: `lines[].${setting}`, item: line, value }]
  return [{ what: what(line), better: other, change }]
}
