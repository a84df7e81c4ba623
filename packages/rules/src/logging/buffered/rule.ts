import { defineRule, must, type ValueAt } from '@breakwater/core'

const SMALLEST = 8192

function fault(buffer: ValueAt<'logging.buffer'>): string | undefined {
  if (buffer === 'off') return 'There is no local log buffer'
  const { size, level } = buffer
  if (size !== undefined && size < SMALLEST)
    return `The local log buffer has ${size} bytes; give it ${SMALLEST} at the least`
  if (level !== undefined && level < 6)
    return `The local log buffer takes messages up to severity ${level} only; take informational ones (6) too`
  return undefined
}

export default defineRule({
  id: 'logging/buffered',
  title: 'Keep a local log buffer of useful size and level',
  severity: 'low',
  why: 'The buffer is the first evidence in an incident',
  guidance: [
    { document: 'EVHG', clause: 'E09' },
    { document: 'EVHG', clause: 'E11' },
    { document: 'NISG', clause: '6.1' },
  ],
  mappings: { cis: ['2.2.2'], stig: ['CISC-ND-000980'], nist: ['AU-4'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['logging buffered lines of the test corpus, size before level'],
  *check({ logging }) {
    const { buffer } = logging
    yield must(buffer, (it) => fault(it) === undefined, {
      message: (it) =>
        it === undefined
          ? 'nothing is said of the local log buffer'
          : (fault(it) ?? 'the local log buffer is too small'),
      fix: { size: 64_000, level: 6 },
      applicability: 'safe',
    })
  },
})
