import type { AccessEntry } from '../access-list/entry.ts'
import { leaf, list } from './declare.ts'

export const accessLists = list<{
  readonly name: string
  readonly family: 4 | 6
  readonly kind: 'standard' | 'extended' | 'mac' | 'other'
  /** In the order in which the device evaluates them. */
  readonly entries: readonly AccessEntry[]
}>()('Access lists; the key is `4:NAME` or `6:NAME`.', {
  understood: leaf<boolean>('False where the list has a line that is no entry that can be read'),
})
