import type { Defaults } from '@breakwater/core'

/** Defaults that IOS and IOS-XE share. */
export const system: Defaults = {}
