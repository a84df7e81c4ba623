/** Hosts that one line may make. */
const MOST_HOSTS = 100_000
/** Characters of their names. */
const MOST_TEXT = 20_000_000
/** Hosts up to which an inventory takes more ranges. */
export const MOST_OF_RANGES = 100_000

const RANGE = /\[(\w+):(\w+)(?::(\d+))?\]/

/** The hosts of `pe[01:20].example`, `leaf[a:f]`, `r[1:9:2]`; undefined where the range makes none. */
export function expandHosts(pattern: string): readonly string[] | undefined {
  let names: string[] = ['']
  let rest = pattern
  for (;;) {
    const range = RANGE.exec(rest)
    if (range === null) return names.map((name) => name + rest)
    const words = wordsOf(range[1] ?? '', range[2] ?? '', Number(range[3] ?? 1))
    if (words === undefined || names.length * words.length > MOST_HOSTS) return undefined
    if (names.length * words.length * pattern.length > MOST_TEXT) return undefined
    const before = rest.slice(0, range.index)
    names = names.flatMap((name) => words.map((word) => `${name}${before}${word}`))
    rest = rest.slice(range.index + range[0].length)
  }
}

function wordsOf(from: string, to: string, step: number): string[] | undefined {
  if (step < 1) return undefined
  const words: string[] = []
  if (/^\d+$/.test(from) && /^\d+$/.test(to)) {
    const width = from.length > 1 && from.startsWith('0') ? from.length : 0
    if (width > 0 && to.length !== width) return undefined
    if (Number(to) < Number(from) || (Number(to) - Number(from)) / step > MOST_HOSTS) return undefined
    for (let number = Number(from); number <= Number(to); number += step)
      words.push(String(number).padStart(width, '0'))
    return words
  }
  if (!/^[a-zA-Z]$/.test(from) || !/^[a-zA-Z]$/.test(to)) return undefined
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const [first, last] = [letters.indexOf(from), letters.indexOf(to)]
  if (last < first) return undefined
  for (let letter = first; letter <= last; letter += step) words.push(letters.charAt(letter))
  return words
}
