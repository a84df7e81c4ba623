import type { Origin } from '@breakwater/core'
import type { Lowering } from '../../commands/lowering.ts'

/** A command that names an access list. */
export interface AccessListReference {
  readonly name: string
  readonly family: 4 | 6
  /** The feature that refers, in an engineer's words: `VTY lines 0-4`. */
  readonly by: string
  /** Whether the list decides which traffic or sessions pass. */
  readonly filters: boolean
  /** Whether it decides who may manage the device; by default a filter does, unless it stands on an interface. */
  readonly manages?: boolean
  readonly at: Origin
}

/** Records that the current command names an access list. */
export function referToAccessList(to: Lowering, reference: AccessListReference): void {
  const { name, family, by, filters, at } = reference
  const manages = reference.manages ?? (filters && to.items('interfaces').length === 0)
  to.draft.add(
    'references',
    `${family}:${name} by ${by}`,
    { target: 'accessList', name, family, by, filters, manages },
    at,
  )
}
