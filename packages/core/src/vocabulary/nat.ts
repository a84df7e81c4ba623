import { list } from './declare.ts'

/** Address translation. */
export const nat = {
  inside: list<{
    /** Inside local address of a static translation; undefined for a list or route map. */
    readonly local: string | undefined
    readonly accessList: string | undefined
  }>()('Translations of inside sources', {}),
  outside: list<{ readonly local: string; readonly global: string }>()('Static translations of outside sources', {}),
} as const
