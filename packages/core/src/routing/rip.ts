import type { Device } from '../device.ts'
import type { Item } from '../vocabulary.ts'
import { coverageOf, type Port } from './covered.ts'

export interface RipView {
  readonly process: Item<'routing.ripProcesses'>
  readonly ports: readonly Port[]
  readonly covers: boolean
}

/** The RIP processes of a device with the interfaces on which they speak. */
export function ripViews(device: Device): RipView[] {
  return device.routing.ripProcesses.items.map((process) => {
    const { speakers, covers } = coverageOf(device, process, process.vrf, () => undefined)
    return { process, ports: speakers.map(({ port }) => port), covers }
  })
}
