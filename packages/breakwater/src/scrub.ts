import type { DeviceReading } from '@breakwater/network-os'

export type Scrub = (line: string) => string

const ANNOUNCED = /\b(?:community|password|secret|key|key-string|md5|sha|auth|priv)$/i
/** Words that hardly stand in a command by chance. */
const UNMISTAKABLE = /^(?=.*[\d\W]).{6,}$|^.{12,}$/s

/**
 * Takes the secrets of a device out of command lines, for the last time: each becomes the name that it has in the list
 * of secrets. A secret that could be a common word counts only where a word announces it.
 */
export function scrubberOf({ device, file }: DeviceReading): Scrub {
  let names: Map<string, string> | undefined
  return (line) => {
    names ??= new Map(
      device.secrets.items.map(({ key, secret: { start, end } }) => [file.text.slice(start, end), `<${key}>`]),
    )
    if (names.size === 0) return line
    let before = ''
    return line.replace(/\S+/g, (word) => {
      const name = names?.get(word)
      const announced =
        ANNOUNCED.test(before) ||
        (/^\d{1,2}$/.test(before.slice(before.lastIndexOf(' ') + 1)) &&
          ANNOUNCED.test(before.slice(0, before.lastIndexOf(' '))))
      before = `${before} ${word}`
      return name !== undefined && (announced || UNMISTAKABLE.test(word)) ? name : word
    })
  }
}
