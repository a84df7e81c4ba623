const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

const HALF_PAIR = /\p{Surrogate}/gu

/** The UTF-8 bytes of a text; half a surrogate pair is U+FFFD. */
export function utf8(text: string): Uint8Array {
  const out: number[] = []
  for (const char of text.replaceAll(HALF_PAIR, '\u{FFFD}')) {
    const point = char.codePointAt(0) ?? 0
    if (point < 0x80) out.push(point)
    else if (point < 0x8_00) out.push(0xc0 | (point >> 6), 0x80 | (point & 63))
    else if (point < 0x1_00_00) out.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63))
    else out.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63))
  }
  return Uint8Array.from(out)
}

/** The text of UTF-8 bytes; what is none is left out. */
export function utf8Text(bytes: Uint8Array): string {
  let out = ''
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] as number
    const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    let point = length === 1 ? first : first & (0xff >> (length + 1))
    for (let next = 1; next < length; next++) point = (point << 6) | ((bytes[at + next] ?? 0) & 63)
    out += String.fromCodePoint(Math.min(point, 0x10_ff_ff))
    at += length
  }
  return out
}

/** Whether the bytes are UTF-8, as far as lead and continuation bytes tell. */
export function isUtf8(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) {
    const first = bytes[at] as number
    if (first < 0x80) continue
    if (first < 0xc2 || first > 0xf4) return false
    const more = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3
    for (let next = 0; next < more; next++) if (((bytes[++at] ?? 0) & 0xc0) !== 0x80) return false
  }
  return true
}

export function toBase64(bytes: Uint8Array): string {
  let out = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3)
    const word = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    out += ALPHABET.charAt(word >> 18) + ALPHABET.charAt((word >> 12) & 63)
    out += b === undefined ? '=' : ALPHABET.charAt((word >> 6) & 63)
    out += c === undefined ? '=' : ALPHABET.charAt(word & 63)
  }
  return out
}

export function fromBase64(text: string): Uint8Array | undefined {
  const bare = text.replaceAll(/[\n\r]/g, '')
  if (bare.length % 4 !== 0 || !/^[\d+/A-Za-z]*={0,2}$/.test(bare)) return undefined
  const out: number[] = []
  for (let at = 0; at < bare.length; at += 4) {
    const values = Array.from(bare.slice(at, at + 4), (char) => Math.max(0, ALPHABET.indexOf(char)))
    const word = values.reduce((sum, value) => (sum << 6) | value, 0)
    out.push((word >> 16) & 255, (word >> 8) & 255, word & 255)
  }
  const padding = bare.endsWith('==') ? 2 : bare.endsWith('=') ? 1 : 0
  return Uint8Array.from(out.slice(0, out.length - padding))
}
