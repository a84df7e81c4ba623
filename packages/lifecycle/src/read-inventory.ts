import type { Evidence, EvidenceSource } from './evidence.ts'
import { linesOf } from './lines.ts'

// "Chassis", "Chassis 1", "1", "Switch 1", "Rack 0", "CISCO2911/K9 chassis"; not "Chassis 1 Fan Tray"
const chassisName = /^(?:\d+|switch ?\d+|chassis(?: \d+)?|(?:\S+ )+chassis|c\d+ stack|rack \d+(?:-chassis)?)$/i

/** A reader of `NAME:` and `PID:` lines, to be given line by line. */
export const inventoryReader = (source: EvidenceSource): ((line: string, offset: number) => Evidence | undefined) => {
  let name: string | undefined
  return (line, offset) => {
    const [, quoted] = /^\s*NAME: "([^"]*)"/.exec(line) ?? []
    if (quoted !== undefined) {
      name = quoted.trim()
      return undefined
    }
    const match = /^\s*PID: ?([^\s,]+)/.exec(line)
    const pid = match?.[1]
    if (match === null || pid === undefined || pid === 'N/A' || pid.startsWith('Unspecified')) return undefined
    const isBox = name === undefined || chassisName.test(name)
    const start = offset + match.index + match[0].lastIndexOf(pid)
    return {
      what: 'hardware',
      value: pid,
      scheme: undefined,
      source,
      start,
      end: start + pid.length,
      ...(isBox ? {} : { component: true as const }),
    }
  }
}

/** The product numbers in the output of `show inventory`; all but the chassis are marked as components. */
export const readShowInventory = (text: string): Evidence[] => {
  const read = inventoryReader('inventory')
  return [...linesOf(text)].map((line) => read(line.text, line.start)).filter((evidence) => evidence !== undefined)
}
