import { createHash } from 'node:crypto'

/*
 * md5-crypt and SHA-crypt from their published descriptions: Poul-Henning Kamp's (FreeBSD, 1994) and Ulrich Drepper's
 * "Unix crypt using SHA-256 and SHA-512" (2008).
 */

const CRYPT64 = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

function digest(algorithm: string, ...parts: readonly Buffer[]): Buffer {
  const hash = createHash(algorithm)
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** As much of a block, repeated, as the length asks for. */
function stretch(block: Buffer, length: number): Buffer {
  return length === 0 ? Buffer.alloc(0) : Buffer.alloc(length, block)
}

/** Three bytes at a time, the least significant six bits first. */
function crypt64(
  bytes: Buffer,
  triples: readonly (readonly [number, number, number])[],
  rest: readonly number[],
): string {
  let text = ''
  const put = (value: number, digits: number): void => {
    for (let left = value, i = 0; i < digits; i++, left >>= 6) text += CRYPT64[left & 63]
  }
  for (const [a, b, c] of triples) put(((bytes[a] ?? 0) << 16) | ((bytes[b] ?? 0) << 8) | (bytes[c] ?? 0), 4)
  const last = rest.reduce((value, index) => (value << 8) | (bytes[index] ?? 0), 0)
  put(last, rest.length + 1)
  return text
}

/** The last part of `$1$salt$hash`. */
export function md5Crypt(password: string, salt: string): string {
  const key = Buffer.from(password)
  const salted = Buffer.from(salt.slice(0, 8))
  const start = [key, Buffer.from('$1$'), salted, stretch(digest('md5', key, salted, key), key.length)]
  for (let length = key.length; length > 0; length >>= 1)
    start.push((length & 1) === 1 ? Buffer.alloc(1) : key.subarray(0, 1))
  let hash = digest('md5', ...start)
  for (let round = 0; round < 1000; round++) {
    const odd = round % 2 === 1
    const parts = [odd ? key : hash]
    if (round % 3 !== 0) parts.push(salted)
    if (round % 7 !== 0) parts.push(key)
    parts.push(odd ? hash : key)
    hash = digest('md5', ...parts)
  }
  return crypt64(
    hash,
    [
      [0, 6, 12],
      [1, 7, 13],
      [2, 8, 14],
      [3, 9, 15],
      [4, 10, 5],
    ],
    [11],
  )
}

/** The last part of `$5$[rounds=N$]salt$hash` and of its sister `$6$`. */
export function shaCrypt(algorithm: 'sha256' | 'sha512', password: string, salt: string, rounds: number): string {
  const key = Buffer.from(password)
  const salted = Buffer.from(salt.slice(0, 16))
  const second = digest(algorithm, key, salted, key)
  const start = [key, salted, stretch(second, key.length)]
  for (let length = key.length; length > 0; length >>= 1) start.push((length & 1) === 1 ? second : key)
  let hash = digest(algorithm, ...start)
  const p = stretch(digest(algorithm, ...Array.from({ length: key.length }, () => key)), key.length)
  const s = stretch(digest(algorithm, ...Array.from({ length: 16 + (hash[0] ?? 0) }, () => salted)), salted.length)
  for (let round = 0; round < rounds; round++) {
    const odd = round % 2 === 1
    const parts = [odd ? p : hash]
    if (round % 3 !== 0) parts.push(s)
    if (round % 7 !== 0) parts.push(p)
    parts.push(odd ? hash : p)
    hash = digest(algorithm, ...parts)
  }
  return algorithm === 'sha256'
    ? crypt64(hash, turns(10, [0, 10, 20], 1), [31, 30])
    : crypt64(hash, turns(21, [0, 21, 42], 2), [63])
}

/** The order in which SHA-crypt takes bytes: each triple is the one before, turned `by` places, plus one. */
function turns(
  count: number,
  [first, second, third]: readonly [number, number, number],
  by: 1 | 2,
): [number, number, number][] {
  return Array.from({ length: count }, (_, i) => {
    const places: [number, number, number] = [first + i, second + i, third + i]
    const shift = ((by === 1 ? 3 - (i % 3) : i) % 3) as 0 | 1 | 2
    return [places[shift] ?? 0, places[(shift + 1) % 3] ?? 0, places[(shift + 2) % 3] ?? 0]
  })
}
