/**
 * Where each character of a decoded scalar stands in the file. `start` and `end` are the scalar's, with its quotes or its block
 * header. Linear; characters that have no counterpart (such as a folded line break) stand at the break.
 */
export function placesOf(file: string, start: number, end: number, decoded: string): (offset: number) => number {
  const first = file.charCodeAt(start)
  const block = first === PIPE || first === GREATER
  const quote = first === DOUBLE || first === SINGLE ? first : 0
  const body = block ? afterLine(file, start, end) : quote === 0 ? start : start + 1
  if (file.startsWith(decoded, body)) return (offset) => body + offset
  let places: Uint32Array | undefined
  return (offset) => {
    places ??= align(file, body, end, decoded, quote)
    return places[Math.min(offset, decoded.length)] ?? end
  }
}

const PIPE = 0x7c
const GREATER = 0x3e
const DOUBLE = 0x22
const SINGLE = 0x27
const BACKSLASH = 0x5c

function align(file: string, body: number, end: number, decoded: string, quote: number): Uint32Array {
  const places = new Uint32Array(decoded.length + 1)
  let at = body
  for (let index = 0; index < decoded.length; index++) {
    const wanted = decoded.charCodeAt(index)
    if (quote === DOUBLE) at = afterContinuation(file, at)
    const found = file.charCodeAt(at)
    if (quote === DOUBLE && found === BACKSLASH) {
      places[index] = at
      const width = escapeWidth(file.charCodeAt(at + 1))
      // A character beyond the first plane is two units of one escape.
      if (width === 10 && wanted >= 0xd800 && wanted < 0xdc00) places[++index] = at
      at += width
      continue
    }
    if (found !== wanted) at = skipBlanks(file, at, end, wanted)
    places[index] = Math.min(at, end)
    at += quote === SINGLE && file.charCodeAt(at) === SINGLE ? 2 : 1
  }
  places[decoded.length] = Math.min(at, end)
  return places
}

/** To the wanted character over blanks and breaks; a wanted blank may stand for a break. */
function skipBlanks(file: string, from: number, end: number, wanted: number): number {
  let at = from
  while (at < end && file.charCodeAt(at) !== wanted && isBlank(file.charCodeAt(at))) {
    if (isBlank(wanted) && file.charCodeAt(at) === 0x0a) return at
    at++
  }
  return file.charCodeAt(at) === wanted ? at : from
}

function afterContinuation(file: string, from: number): number {
  let at = from
  while (file.charCodeAt(at) === BACKSLASH && /[\r\n]/.test(file[at + 1] ?? '')) {
    at += 2
    while (isBlank(file.charCodeAt(at))) at++
  }
  return at
}

function escapeWidth(letter: number): number {
  switch (letter) {
    case 0x78:
      return 4
    case 0x75:
      return 6
    case 0x55:
      return 10
  }
  return 2
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d
}

function afterLine(file: string, start: number, end: number): number {
  const newline = file.indexOf('\n', start)
  return newline === -1 || newline >= end ? end : newline + 1
}
