import type { Box, Device } from './device.ts'
import { valueOf } from './fact.ts'

/** What kind of box a device is, and whether hardware or image prove it; otherwise its interfaces only suggest it. */
export interface BoxEvidence {
  readonly box: Box
  readonly proven: boolean
}

/** Ports that no switch has. */
const ROUTER_KINDS: ReadonlySet<string> = new Set([
  'Serial',
  'ATM',
  'POS',
  'Dialer',
  'Cellular',
  'BRI',
  'Hssi',
  'Multilink',
  'Async',
  'Embedded-Service-Engine',
  'Virtual-Template',
])

/** Ports of a stack: members count from 1, their ports from 1, and the built-in module is 0. */
const STACK_PORT = /^[A-Za-z]+[1-9]\/0\/[1-9]\d*$/

const seen = new WeakMap<Device, BoxEvidence | 'nothing'>()

/** Router or switch, by hardware and image where they are known, else by its interfaces. Undefined where nothing tells. */
export function boxOf(device: Device): BoxEvidence | undefined {
  const proven = valueOf(device.box)
  if (proven !== undefined) return { box: proven, proven: true }
  let likely = seen.get(device)
  if (likely === undefined) {
    likely = byInterfaces(device) ?? 'nothing'
    seen.set(device, likely)
  }
  return likely === 'nothing' ? undefined : likely
}

function byInterfaces({ interfaces }: Device): BoxEvidence | undefined {
  let box: 'router' | 'switch' | undefined
  for (const port of interfaces.items) {
    if (ROUTER_KINDS.has(port.kind)) return { box: 'router', proven: false }
    if (STACK_PORT.test(port.name) || valueOf(port.switchportMode) !== undefined) box = 'switch'
    else if (port.name.includes('.')) box ??= 'router'
  }
  return box === undefined ? undefined : { box, proven: false }
}
