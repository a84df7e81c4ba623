import type { Defaults } from '@breakwater/core'
import { iosDefaults } from '../ios/defaults.ts'

/** What IOS-XE does when a setting is not written, where that differs from IOS. */
export const iosxeDefaults: Defaults = { ...iosDefaults }
