/** How the characters of a file are stored. Without a byte order mark, UTF-16 is told by its zero bytes. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'utf-16le-nobom' | 'utf-16be-nobom' | 'latin1'

/** A file's text, without its byte order mark, and how it was stored. */
export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
}

/**
 * Decodes a file. Bytes that are not UTF-8 or UTF-16 are Latin-1, so every file has a text, and
 * `encodeText(decodeText(bytes))` gives the bytes back.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    const text = decodeUtf8(bytes, 3)
    if (text !== undefined) return { text, encoding: 'utf-8-bom' }
    return { text: decodeLatin1(bytes), encoding: 'latin1' }
  }
  if (bytes.length % 2 === 0) {
    if (a === 0xff && b === 0xfe) return { text: decodeUtf16(bytes, 2, false), encoding: 'utf-16le' }
    if (a === 0xfe && b === 0xff) return { text: decodeUtf16(bytes, 2, true), encoding: 'utf-16be' }
    const big = isUtf16(bytes)
    if (big !== undefined)
      return { text: decodeUtf16(bytes, 0, big), encoding: big ? 'utf-16be-nobom' : 'utf-16le-nobom' }
  }
  const text = decodeUtf8(bytes, 0)
  return text === undefined ? { text: decodeLatin1(bytes), encoding: 'latin1' } : { text, encoding: 'utf-8' }
}

/**
 * Encodes a text as a file was stored. A character that the encoding lacks (beyond Latin-1; half a surrogate pair in
 * UTF-8) becomes a question mark: it can only have come in by an edit.
 */
export function encodeText({ text, encoding }: Decoded): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return encodeUtf8(text, [])
    case 'utf-8-bom':
      return encodeUtf8(text, [0xef, 0xbb, 0xbf])
    case 'utf-16le':
      return encodeUtf16(text, [0xff, 0xfe], false)
    case 'utf-16be':
      return encodeUtf16(text, [0xfe, 0xff], true)
    case 'utf-16le-nobom':
      return encodeUtf16(text, [], false)
    case 'utf-16be-nobom':
      return encodeUtf16(text, [], true)
    case 'latin1':
      return Uint8Array.from(text, (character) => (character.charCodeAt(0) < 256 ? character.charCodeAt(0) : QUESTION))
  }
}

const QUESTION = 63
/** Characters that `String.fromCharCode` takes at once without growing the stack. */
const CHUNK = 8192

/** Whether the bytes are UTF-16 of mostly ASCII: big-endian, little-endian, or neither. Looks at the first KiB. */
function isUtf16(bytes: Uint8Array): boolean | undefined {
  const length = Math.min(bytes.length, 1024) & ~1
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++
    if (bytes[at + 1] === 0) odd++
  }
  const half = length / 2
  if (length < 4) return undefined
  if (odd > half * 0.7 && even < half * 0.1) return false
  return even > half * 0.7 && odd < half * 0.1 ? true : undefined
}

/** Collects UTF-16 units and joins them by chunks. */
function collector(): { add: (units: ArrayLike<number>) => void; text: () => string } {
  let text = ''
  return {
    add: (units) => {
      text += String.fromCharCode.apply(null, units as number[])
    },
    text: () => text,
  }
}

function decodeLatin1(bytes: Uint8Array): string {
  const { add, text } = collector()
  for (let at = 0; at < bytes.length; at += CHUNK) add(bytes.subarray(at, at + CHUNK))
  return text()
}

function decodeUtf16(bytes: Uint8Array, from: number, big: boolean): string {
  const { add, text } = collector()
  const units = new Uint16Array(CHUNK)
  for (let at = from; at < bytes.length;) {
    let count = 0
    for (; count < CHUNK && at + 1 < bytes.length; at += 2) {
      const first = bytes[at] as number
      const second = bytes[at + 1] as number
      units[count++] = big ? (first << 8) | second : first | (second << 8)
    }
    add(units.subarray(0, count))
  }
  return text()
}

/** The text of UTF-8 bytes, or undefined if they are not (overlong forms and surrogates are not). */
function decodeUtf8(bytes: Uint8Array, from: number): string | undefined {
  const { add, text } = collector()
  const { length } = bytes
  const units = new Uint16Array(CHUNK + 1)
  let at = from
  while (at < length) {
    const ascii = asciiEnd(bytes, at, Math.min(length, at + CHUNK))
    if (ascii > at) {
      add(bytes.subarray(at, ascii))
      at = ascii
      continue
    }
    let count = 0
    // Characters beyond ASCII come in clusters: stay here until a run of ASCII is worth the other way.
    for (let run = 0; at < length && count < CHUNK && run < 64;) {
      const lead = bytes[at] as number
      run = lead < 0x80 ? run + 1 : 0
      const size = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
      if (size === 0 || at + size > length) return undefined
      let point = size === 1 ? lead : lead & (0x7f >> size)
      for (let next = 1; next < size; next++) {
        const byte = bytes[at + next] as number
        if ((byte & 0xc0) !== 0x80) return undefined
        point = (point << 6) | (byte & 0x3f)
      }
      if (size === 3 && (point < 0x800 || (point >= 0xd800 && point < 0xe000))) return undefined
      if (size === 4 && (point < 0x10000 || point > 0x10ffff)) return undefined
      at += size
      if (point < 0x10000) units[count++] = point
      else {
        units[count++] = 0xd7c0 + (point >> 10)
        units[count++] = 0xdc00 + (point & 0x3ff)
      }
    }
    add(units.subarray(0, count))
  }
  return text()
}

function asciiEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  while (at < to && (bytes[at] as number) < 0x80) at++
  return at
}

function encodeUtf16(text: string, mark: readonly number[], big: boolean): Uint8Array {
  const bytes = new Uint8Array(mark.length + 2 * text.length)
  bytes.set(mark)
  let at = mark.length
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    bytes[at++] = big ? unit >> 8 : unit & 0xff
    bytes[at++] = big ? unit & 0xff : unit >> 8
  }
  return bytes
}

function encodeUtf8(text: string, mark: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(mark.length + 3 * text.length)
  bytes.set(mark)
  let at = mark.length
  for (let i = 0; i < text.length; i++) {
    let point = text.codePointAt(i) as number
    if (point >= 0x10000) i++
    if (point >= 0xd800 && point < 0xe000) point = QUESTION
    if (point < 0x80) bytes[at++] = point
    else {
      const size = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
      bytes[at++] = ((0xf00 >> size) & 0xff) | (point >> (6 * (size - 1)))
      for (let next = size - 2; next >= 0; next--) bytes[at++] = 0x80 | ((point >> (6 * next)) & 0x3f)
    }
  }
  return bytes.slice(0, at)
}
