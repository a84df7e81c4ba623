import type { Filter } from '../calls.ts'
import { addressFilters } from './addresses.ts'
import { collectionFilters } from './collections.ts'
import { lenientCollectionFilters } from './lenient.ts'
import { numberFilters } from './numbers.ts'
import { naturalFilters, orderFilters } from './order.ts'
import { regexFilters } from './regex.ts'
import { serializeFilters } from './serialize.ts'
import { textFilters as texts, wholeTextFilters } from './text.ts'

/** Filters of which each part of a text can be made for itself: a hole stays a hole. */
export const textFilters: Readonly<Record<string, Filter>> = texts

/** Filters that deal with unknown values themselves. */
export const lenientFilters: Readonly<Record<string, Filter>> = { ...lenientCollectionFilters, ...naturalFilters }

/** Filters that want everything known. */
export const strictFilters: Readonly<Record<string, Filter>> = {
  ...wholeTextFilters,
  ...collectionFilters,
  ...orderFilters,
  ...numberFilters,
  ...regexFilters,
  ...serializeFilters,
  ...addressFilters,
}
