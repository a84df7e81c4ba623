import compare from 'semver/functions/compare.js'
import type { Release } from '../release.ts'

/** The order of two positions. Call it only for trains that have an order between them. */
export const comparePositions = (a: Release, b: Release): -1 | 0 | 1 => compare(a.semver, b.semver)
