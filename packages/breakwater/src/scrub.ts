import { reveal, type Device } from '@breakwater/core'

export type Scrub = (line: string) => string

const ANNOUNCED = /\b(?:community|password|secret|key|key-string|md5|sha|auth|priv)$/i
/** Words that hardly stand in a command by chance. */
const UNMISTAKABLE = /^(?=.*[\d\W]).{6,}$|^.{12,}$/s

/**
 * Takes the secrets of a device out of text, for the last time: each becomes the name that it has in the list of
 * secrets. A secret that could be a common word counts only where a word announces it.
 */
export function scrubberOf(device: Device): Scrub {
  let names: Map<string, string> | undefined
  let texts: readonly string[] | undefined
  return (line) => {
    names ??= namesOf(device)
    // Nearly every line holds none.
    texts ??= [...names.keys()]
    if (!texts.some((text) => line.includes(text))) return line
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

/** By what the device is given, and by what stands in the file, which can differ where a template makes the one of the other. */
function namesOf({ secrets }: Device): Map<string, string> {
  const names = new Map<string, string>()
  for (const { key, secret, at } of secrets.items) {
    const written = at.span.file.text.slice(secret.start, secret.end)
    for (const text of [written, reveal(secret)]) if (text !== '') names.set(text, `<${key}>`)
  }
  return names
}
