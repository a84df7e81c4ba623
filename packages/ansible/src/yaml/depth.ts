import { Lexer } from 'yaml'

/** Deeper nesting is given up: nobody writes it, and the stack of whoever reads it is finite. */
const MAX_DEPTH = 200

/** Whether flow collections or blocks nest deeper than is read. Linear, and next to nothing for what people write. */
export function nestsTooDeeply(text: string): boolean {
  return flowTooDeep(text) || blocksTooDeep(text)
}

function flowTooDeep(text: string): boolean {
  let brackets = 0
  for (let at = 0; at < text.length && brackets <= MAX_DEPTH; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x5b || code === 0x7b) brackets++
  }
  if (brackets <= MAX_DEPTH) return false
  // Brackets in strings and comments open nothing.
  let depth = 0
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') depth++
    else if (token === ']' || token === '}') depth = Math.max(depth - 1, 0)
    if (depth > MAX_DEPTH) return true
  }
  return false
}

/** A block that lies within another stands further to the right. */
function blocksTooDeep(text: string): boolean {
  if (!WIDE.test(text)) return false
  const columns: number[] = []
  for (const [, blanks = '', indicators = ''] of text.matchAll(/^( *)((?:[-?] +)*)(?=[^\s#])/gm)) {
    while ((columns.at(-1) ?? -1) >= blanks.length) columns.pop()
    columns.push(blanks.length)
    const inLine = indicators.replaceAll(' ', '').length
    // An item's own mapping begins where the item's text does.
    for (let added = 0; added < inLine; added++) columns.push(blanks.length + added + 1)
    if (columns.length > MAX_DEPTH) return true
  }
  return false
}

const WIDE = new RegExp(`^[ ?-]{${MAX_DEPTH}}`, 'm')
