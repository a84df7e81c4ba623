import {
  ARROW,
  ELLIPSIS,
  IDENT,
  NEWLINE,
  accept,
  expect,
  fail,
  isHeader,
  jump,
  peek,
  take,
  tokenText,
  type Scanner,
} from './scanner.ts'
import type { Expression, ForNode, NameNode, ObjectItem, ObjectNode, TupleNode } from './tree.ts'

/** The name at the current token. */
export function parseName(s: Scanner, message: string): NameNode {
  const isName = peek(s) === IDENT
  const { start, end } = s
  if (!isName) {
    fail(s, message)
    return { kind: 'name', name: '', start: s.pos, end: s.pos }
  }
  const name = tokenText(s)
  take(s)
  return { kind: 'name', name, start, end }
}

/** Whether the word is the current token; it is taken then. */
export function acceptWord(s: Scanner, word: string): boolean {
  if (peek(s) !== IDENT || s.end - s.start !== word.length || !s.text.startsWith(word, s.start)) return false
  take(s)
  return true
}

export function parseTuple(s: Scanner): TupleNode {
  const { start } = s
  let items: Expression[] | undefined
  take(s)
  s.brackets++
  while (!s.failed && peek(s) !== 93) {
    const item = s.expression(s)
    // Made with its first member: an empty array grows at once by more than most hold.
    if (items === undefined) items = [item]
    else items.push(item)
    if (!accept(s, 44) && peek(s) !== 93) fail(s, 'expected "," or "]" after an item')
  }
  expect(s, 93, 'expected "]"')
  s.brackets--
  return { kind: 'tuple', items: items ?? [], start, end: s.pos }
}

/** Line ends count in an object: they part its items. */
export function parseObject(s: Scanner): ObjectNode {
  const { start, brackets } = s
  const items: ObjectItem[] = []
  take(s)
  s.brackets = 0
  for (;;) {
    while (accept(s, NEWLINE)) if (isHeader(s.text, s.pos)) fail(s, 'expected "}": the next block begins here')
    if (s.failed || accept(s, 125)) break
    const key = s.expression(s)
    if (!accept(s, 61) && !accept(s, 58)) fail(s, 'expected "=" or ":" after the key of an object')
    const value = s.expression(s)
    items.push({ kind: 'item', key, value, start: key.start, end: value.end })
    const next = peek(s)
    if (next === 44) take(s)
    else if (next !== NEWLINE && next !== 125) fail(s, 'expected a new line, "," or "}" after a value')
  }
  s.brackets = brackets
  return { kind: 'object', items, start, end: s.pos }
}

/** Whether what follows begins as the word does, or with a comment. */
function mayBeFor(text: string, at: number): boolean {
  for (let pos = at; ; pos++) {
    const code = text.charCodeAt(pos)
    if (code !== 32 && code !== 9 && code !== 10 && code !== 13) return code === 102 || code === 35 || code === 47
  }
}

/** A `for` expression behind an opening bracket; undefined, with the bracket not taken, where there is none. */
export function parseFor(s: Scanner, bracket: number): ForNode | undefined {
  const { start, brackets } = s
  if (!mayBeFor(s.text, s.end)) return undefined
  take(s)
  s.brackets = brackets + 1
  if (!acceptWord(s, 'for')) {
    s.brackets = brackets
    if (s.failed) return undefined
    jump(s, start)
    peek(s)
    return undefined
  }
  const first = parseName(s, 'expected a name after "for"')
  const second = accept(s, 44) ? parseName(s, 'expected a name after ","') : undefined
  if (!acceptWord(s, 'in')) fail(s, 'expected "in"')
  const collection = s.expression(s)
  expect(s, 58, 'expected ":" after the collection of "for"')
  const result = s.expression(s)
  let keyResult: Expression | undefined
  let valueResult = result
  let grouped = false
  if (bracket === 123) {
    keyResult = result
    expect(s, ARROW, 'expected "=>" after the key of "for"')
    valueResult = s.expression(s)
    grouped = accept(s, ELLIPSIS)
  }
  const condition = acceptWord(s, 'if') ? s.expression(s) : undefined
  expect(s, bracket === 91 ? 93 : 125, bracket === 91 ? 'expected "]"' : 'expected "}"')
  s.brackets = brackets
  return {
    kind: 'for',
    key: second === undefined ? undefined : first,
    value: second ?? first,
    collection,
    keyResult,
    valueResult,
    grouped,
    condition,
    start,
    end: s.pos,
  }
}
