import type { LifecycleData } from './rows.ts'

/**
 * The data of this package. They are loaded by dynamic imports, so that a program that asks nothing of the kind does
 * not pay for them. Unconfirmed rows, from memory or unchecked sources, come only when asked for, here and in a lookup.
 */
export const loadLifecycle = async (options: { readonly unconfirmed?: boolean } = {}): Promise<LifecycleData> => {
  const [{ releases }, { hardware }, { exploited }, { provenance, dataAsOf }, extra] = await Promise.all([
    import('./data/releases.ts'),
    import('./data/hardware.ts'),
    import('./data/exploited.ts'),
    import('./data/about.ts'),
    options.unconfirmed === true ? import('./data/unconfirmed.ts') : undefined,
  ])
  return { rows: [...releases, ...hardware, ...(extra?.unconfirmed ?? [])], exploited, provenance, dataAsOf }
}
