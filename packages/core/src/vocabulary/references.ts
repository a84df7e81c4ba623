import { list } from './declare.ts'

export const references = list<{
  /** What is referred to. */
  readonly target: 'accessList' | 'prefixList' | 'keyChain' | 'vrf' | 'classMap' | 'policyMap' | 'methodList'
  readonly name: string
  readonly family: 4 | 6
  /** The feature that refers, in an engineer's words: `VTY lines 0-4`, `SNMP community`, `HTTP server`. */
  readonly by: string
  /** Whether the reference decides which traffic or sessions are let in or out. */
  readonly filters: boolean
  /** Whether it decides who may manage the device or use its own services. */
  readonly manages: boolean
}>()('Every place that names another part of the configuration.', {})
