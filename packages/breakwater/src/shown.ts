import { LineClass, LineKind, type DeviceReading } from '@breakwater/network-os'
import type { Shown } from './text/frame.ts'
import { placeOf } from './text/line-index.ts'

/** Whether an offset of a configuration lies in text that only looks like a comment. */
export function textOf({ file, table }: DeviceReading): (offset: number) => boolean {
  return (offset) => {
    const { line } = placeOf({ text: file.text, starts: table.start }, offset)
    const kind = table.kind[line - 1]
    return kind === LineKind.text || kind === LineKind.opaque
  }
}

/** The file as frames show it: without the secrets that its parser knows, nor what looks like one elsewhere. */
export function shownOf({ device, file, table, classes }: DeviceReading): Shown {
  const masked = device.secrets.items
    .map(({ secret: { start, end } }) => ({ start, end }))
    .toSorted((a, b) => a.start - b.start)
  const isObscure = (line: number): boolean => {
    const known = classes[line - 1]
    return known !== LineClass.understood && known !== LineClass.ignored
  }
  return { index: { text: file.text, starts: table.start }, masked, isObscure }
}
