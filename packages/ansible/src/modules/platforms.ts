import type { Platform } from '@breakwater/core'
import { iosModules, iosNothingJudged } from './ios/tables.ts'
import type { PlatformModules } from './module.ts'

/** The platforms whose modules are understood. */
export const platformModules: ReadonlyMap<Platform, PlatformModules> = new Map([
  ['ios', { tables: iosModules, nothingJudged: iosNothingJudged }],
])
