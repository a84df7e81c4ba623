import type { Applicability } from '@breakwater/core'

/** The classes that `--fix` takes, each with those before it. What needs a value of the site is never applied. */
export const fixClasses = ['safe', 'disruptive', 'lockout-risk'] as const
export type FixClass = (typeof fixClasses)[number]

export function isWithin(applicability: Applicability, most: FixClass): boolean {
  const rank = fixClasses.findIndex((one) => one === applicability)
  return rank >= 0 && rank <= fixClasses.indexOf(most)
}
