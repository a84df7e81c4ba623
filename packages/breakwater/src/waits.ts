import type { Origin } from '@breakwater/core'
import { compareLocations, type Location, type ReportNote } from './results.ts'
import { counted } from './text/table.ts'

/** Counts over the devices of a project how many checks wait on a name that nothing in view gives a value. */
export class Waits {
  readonly #names = new Map<string, { checks: number; location: Location }>()

  /** `waits`: rules that cannot tell, by name; `wanting`: where the device first needs each name. */
  add(waits: ReadonlyMap<string, number>, wanting: ReadonlyMap<string, Origin>, of: (at: Origin) => Location): void {
    for (const [name, checks] of waits) {
      const at = wanting.get(name)
      if (at === undefined) continue
      const location = of(at)
      const known = this.#names.get(name)
      if (known === undefined) this.#names.set(name, { checks, location })
      else {
        known.checks += checks
        if (compareLocations(location, known.location) < 0) known.location = location
      }
    }
  }

  /** One note for each name, at the first place that needs it. */
  notes(): readonly ReportNote[] {
    return [...this.#names].map(([name, { checks, location }]) => ({
      kind: 'limit',
      message: `${counted(checks, 'check waits', 'checks wait')} on ${name}: nothing in view gives it a value`,
      location,
      count: checks,
    }))
  }
}
