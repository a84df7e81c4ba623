export type { AccessEntry, Match, Ports } from './entry.ts'
export { blocksBetween, covers, freeBitsOf, isPrivate, looksLikeNetmask, sourcesOf, type Sources } from './match.ts'
export { isShadowed, netmaskWildcards, shadowed, widePermits, type WidePermit } from './questions.ts'
