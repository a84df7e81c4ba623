import type { Evidence } from './evidence.ts'
import type { SchemeName } from './release.ts'
import { parseRelease, schemes } from './schemes/index.ts'

/** Where a value stands in its text. */
export interface Place {
  readonly start: number
  readonly end: number
}

// What inventories call ios is IOS and IOS XE alike.
const schemesOf = (platform: SchemeName): readonly SchemeName[] =>
  platform === 'ios' || platform === 'iosxe' ? ['ios', 'iosxe'] : [platform]

/**
 * A release or a train that something beside the configuration tells, such as `ansible_net_version`. `undefined` for a
 * text that is neither.
 */
export const readFacts = (
  platform: SchemeName,
  value: string,
  place: Place = { start: 0, end: 0 },
): Evidence | undefined => {
  const { start, end } = place
  const common = { value, source: 'facts' as const, start, end }
  const release = schemesOf(platform).find((scheme) => parseRelease(scheme, value) !== undefined)
  if (release !== undefined) return { what: 'release', scheme: release, ...common }
  const train = [platform, ...schemesOf(platform)].find((scheme) => schemes[scheme].train(value) !== undefined)
  return train === undefined ? undefined : { what: 'train', scheme: train, ...common }
}
