/** A stretch of JSON that has not been read. */
export interface JsonSpan {
  readonly start: number
  readonly end: number
}

export interface JsonMember extends JsonSpan {
  readonly key: string
}

/** Tells where something is that is no JSON. */
export type JsonFault = (at: number) => void

const BRACKET = /["[\]{}]/g
const SCALAR = /[^\s,[\]{}":]*/y

/**
 * The members of an object, of which only the keys are read: nothing is kept of the values, however large. Ends at the
 * first fault. Nothing for what is no object.
 */
export function* membersAt(text: string, at: number, fault: JsonFault): Generator<JsonMember> {
  let pos = blanksEnd(text, at)
  if (text.charAt(pos) !== '{') return
  pos = blanksEnd(text, pos + 1)
  if (text.charAt(pos) === '}') return
  for (;;) {
    const keyEnd = text.charAt(pos) === '"' ? stringEnd(text, pos) : -1
    const colon = keyEnd === -1 ? -1 : blanksEnd(text, keyEnd)
    const start = colon === -1 || text.charAt(colon) !== ':' ? -1 : blanksEnd(text, colon + 1)
    const end = start === -1 ? -1 : valueEnd(text, start)
    if (end === -1) return fault(pos)
    yield { key: text.slice(pos + 1, keyEnd - 1), start, end }
    pos = blanksEnd(text, end)
    if (text.charAt(pos) === '}') return
    if (text.charAt(pos) !== ',') return fault(pos)
    pos = blanksEnd(text, pos + 1)
  }
}

/** The items of an array, unread. Ends at the first fault. Nothing for what is no array. */
export function* itemsAt(text: string, at: number, fault: JsonFault): Generator<JsonSpan> {
  let pos = blanksEnd(text, at)
  if (text.charAt(pos) !== '[') return
  pos = blanksEnd(text, pos + 1)
  if (text.charAt(pos) === ']') return
  for (;;) {
    const end = valueEnd(text, pos)
    if (end === -1) return fault(pos)
    yield { start: pos, end }
    pos = blanksEnd(text, end)
    if (text.charAt(pos) === ']') return
    if (text.charAt(pos) !== ',') return fault(pos)
    pos = blanksEnd(text, pos + 1)
  }
}

/** Where blanks and a byte order mark end. */
export function blanksEnd(text: string, at: number): number {
  let pos = at
  for (;;) {
    const code = text.charCodeAt(pos)
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9 && code !== 0xfe_ff) return pos
    pos++
  }
}

/** Behind the closing quote; -1 where there is none. */
function stringEnd(text: string, at: number): number {
  let pos = at
  for (;;) {
    pos = text.indexOf('"', pos + 1)
    if (pos === -1) return -1
    let slashes = 0
    while (text.charCodeAt(pos - 1 - slashes) === 92) slashes++
    if (slashes % 2 === 0) return pos + 1
  }
}

/** Behind a value, of which brackets and quotes alone are looked at; -1 where it does not end. */
function valueEnd(text: string, at: number): number {
  const first = text.charAt(at)
  if (first === '"') return stringEnd(text, at)
  if (first !== '{' && first !== '[') {
    SCALAR.lastIndex = at
    SCALAR.test(text)
    return SCALAR.lastIndex === at ? -1 : SCALAR.lastIndex
  }
  let depth = 0
  BRACKET.lastIndex = at
  for (let found = BRACKET.exec(text); found !== null; found = BRACKET.exec(text)) {
    const [mark] = found
    if (mark === '"') {
      const end = stringEnd(text, found.index)
      if (end === -1) return -1
      BRACKET.lastIndex = end
    } else if (mark === '{' || mark === '[') depth++
    else if (--depth === 0) return found.index + 1
  }
  return -1
}
