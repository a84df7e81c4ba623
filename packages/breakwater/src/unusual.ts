import type { Device, Judgement, Rule } from '@breakwater/core'
import { compareText, type Location, type Unusual } from './results.ts'

const NAMED = 10

interface Seen {
  readonly rule: string
  readonly trait: string
  readonly on: string[]
  readonly location: Location
  last: Device
  devices: number
}

/** Counts what devices have in common. */
export class TraitCounter {
  readonly #seen = new Map<string, Seen>()

  /** `locate` gives the place of a judgement; it is asked once per trait. */
  add(rule: Rule, device: Device, judgement: Judgement, locate: () => Location): void {
    const { trait } = judgement
    if (trait === undefined) return
    const key = `${rule.id}\0${trait}`
    const seen = this.#seen.get(key)
    if (seen === undefined) {
      this.#seen.set(key, { rule: rule.id, trait, on: [device.name], location: locate(), last: device, devices: 1 })
      return
    }
    if (seen.last === device) return
    seen.last = device
    seen.devices++
    if (seen.on.length < NAMED) seen.on.push(device.name)
  }

  /** The rarest first. */
  list(of: number): Unusual[] {
    return [...this.#seen.values()]
      .map(({ rule, trait, devices, on, location }) => ({ rule, trait, devices, of, on, location }))
      .toSorted((a, b) => a.devices - b.devices || compareText(a.rule, b.rule) || compareText(a.trait, b.trait))
  }
}
