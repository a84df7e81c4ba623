import type { Device } from '@breakwater/core'

/** What the entries of a view let through. */
export type ViewScope =
  /** One object or table, and no way to the configuration. */
  | 'narrow'
  | 'bounded'
  /** All of the tree, and nothing taken out. */
  | 'everything'
  /** No entry: nothing is let through, or the entries are out of view. */
  | 'undefined'

/** The root and its children, by name and number. `v1default` is the view that IOS gives to who names none. */
const ROOTS: ReadonlySet<string> = new Set(['iso', 'org', 'dod', 'internet', '1', '1.3', '1.3.6', '1.3.6.1'])

/** Writing here copies or erases the configuration: CISCO-CONFIG-COPY-MIB, OLD-CISCO-SYSTEM-MIB. */
const CONFIGURATION = ['1.3.6.1.4.1.9.9.96.', '1.3.6.1.4.1.9.2.1.']

const ARCS_OF_ONE_OBJECT = 10

export function viewScope(device: Device, name: string): ViewScope {
  if (name === 'v1default') return 'everything'
  const entries = device.snmp.views.items.filter((entry) => entry.name === name)
  const included = entries
    .filter((entry) => entry.included)
    .map(({ subtree }) => subtree.toLowerCase().replace(/^\./, ''))
  if (entries.length === 0) return 'undefined'
  if (included.length === entries.length && included.some((subtree) => ROOTS.has(subtree))) return 'everything'
  const [only] = included
  const one =
    included.length === 1 && only !== undefined && /^[\d.]+$/.test(only) && only.split('.').length >= ARCS_OF_ONE_OBJECT
  return one && !CONFIGURATION.some((subtree) => `${only}.`.startsWith(subtree)) ? 'narrow' : 'bounded'
}
