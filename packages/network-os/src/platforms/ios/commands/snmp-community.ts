import { reveal, type Origin, type Reason, type Secret } from '@breakwater/core'
import { isWellKnownCommunity } from '../../../communities.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { addSecret } from '../secrets.ts'

const ORDINALS = 'snmp.communities'

/** The name under which a community is known: strings are secrets, and stay in the file. */
export function pseudonymOf(to: Lowering, community: Secret): string {
  let ordinals = to.memory.get(ORDINALS) as Map<string, number> | undefined
  if (ordinals === undefined) to.memory.set(ORDINALS, (ordinals = new Map()))
  const bare = stringOf(community)
  const ordinal = ordinals.get(bare) ?? ordinals.size + 1
  ordinals.set(bare, ordinal)
  return `community #${ordinal}`
}

function stringOf(community: Secret): string {
  const text = reveal(community)
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text
}

interface WithCommunity {
  set(field: 'wellKnown', value: boolean, at: Origin): void
  unknown(field: 'wellKnown', why: Reason, at: Origin): void
}

/** States whether the string is well known, and records it as a secret. */
export function stateCommunity(
  to: Lowering,
  item: WithCommunity,
  community: Secret,
  owner: string | undefined,
  at: Origin,
): void {
  if (community.redacted) item.unknown('wellKnown', { kind: 'unreadable' }, at)
  else item.set('wellKnown', isWellKnownCommunity(stringOf(community)), at)
  addSecret(to, community, 'snmp-community', owner)
}
