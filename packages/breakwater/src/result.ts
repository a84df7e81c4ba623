import type { Finding, SourceFile } from '@breakwater/core'
import { remediationOf, type Edit } from '@breakwater/network-os'
import type { Places } from './places.ts'
import type { Result, Suppressed } from './results.ts'
import type { Scrub } from './scrub.ts'

/** What a finding is told with. */
export interface Telling {
  /** The file that stands for the device. */
  readonly source: SourceFile
  readonly places: Places
  readonly scrub: Scrub
  /** Who accepted it, and why. */
  readonly suppressed: Suppressed | undefined
  /** Edits of `source` that mend it. */
  readonly edits?: readonly Edit[] | undefined
}

/** A finding as reports show it: with places in place of offsets, and nothing of the device. */
export function resultOf(
  { rule, device, severity, judgement, fingerprint }: Finding,
  { source, places, scrub, suppressed, edits }: Telling,
): Result {
  const { verdict, setting, message, at, why, changes, applicability } = judgement
  const remediation = changes === undefined ? [] : remediationOf(device.platform, changes).map(scrub)
  const location = places.of(at)
  const own = places.between(source, 0, 0).file
  return {
    rule: rule.id,
    verdict,
    severity,
    device: device.name,
    platform: device.platform,
    setting,
    message: scrub(message),
    location,
    ...(location.file !== own && { source: own }),
    ...(at.via.length > 0 && {
      via: at.via.map(({ role, span }) => ({ role, ...places.between(span.file, span.start, span.end) })),
    }),
    ...(why && { why }),
    ...(remediation.length > 0 && { remediation, ...(applicability && { applicability }) }),
    ...(edits &&
      applicability && {
        fix: {
          applicability,
          edits: edits.map(({ start, end, text }) => ({
            file: own,
            start,
            end,
            text,
            location: places.between(source, start, end),
          })),
        },
      }),
    ...(suppressed && { suppressed }),
    fingerprint,
  }
}
