import { parseName } from './collections.ts'
import { parseExpression } from './expressions.ts'
import { adoptStrayItems, recover } from './recovery.ts'
import {
  EOF,
  IDENT,
  NEWLINE,
  QUOTE,
  accept,
  enter,
  fail,
  isHeader,
  jump,
  leave,
  lineEnd,
  peek,
  take,
  tokenText,
  type Scanner,
} from './scanner.ts'
import { parseQuoted } from './templates.ts'
import type { AttributeNode, BlockNode, BodyItem, BodyNode, NameNode } from './tree.ts'

/** Reads all arguments and blocks of a file. */
export function parseFileBody(s: Scanner): BodyNode {
  const start = s.pos
  const items: BodyItem[] = []
  for (;;) {
    const token = peek(s)
    if (token === EOF) break
    if (token === NEWLINE) {
      take(s)
    } else if (token === 125) {
      fail(s, 'no block is open that "}" could close')
      s.failed = false
      adoptStrayItems(s.text, items)
      items.push({ kind: 'error', start: s.start, end: s.end })
      take(s)
    } else {
      items.push(parseItem(s))
    }
  }
  reportDuplicates(s, items)
  s.problems.sort((a, b) => a.start - b.start)
  return { kind: 'body', items, start, end: s.limit }
}

/** Reads a body behind its `{` and line end, and the `}` that closes it. */
function parseBody(s: Scanner, start: number): BodyNode {
  const items: BodyItem[] = []
  for (;;) {
    const token = peek(s)
    if (token === NEWLINE) {
      if (!isHeader(s.text, s.end)) {
        take(s)
        continue
      }
      s.problems.push({ start: start - 1, end: start, message: 'this block is not closed before the next one begins' })
      break
    }
    if (token === 125) {
      take(s)
      break
    }
    if (token === EOF) {
      s.problems.push({ start: start - 1, end: start, message: 'this block is not closed' })
      break
    }
    items.push(parseItem(s))
  }
  reportDuplicates(s, items)
  return { kind: 'body', items, start, end: s.pos }
}

/** Reads an argument or a block with the end of its line. */
function parseItem(s: Scanner): BodyItem {
  const token = peek(s)
  const { start } = s
  if (token !== IDENT) {
    fail(s, 'expected an argument or a block')
    recover(s, start, false)
    return { kind: 'error', start, end: s.pos }
  }
  const { depth, brackets } = s
  const name: NameNode = { kind: 'name', name: tokenText(s), start, end: s.end }
  take(s)
  const item = peek(s) === 61 ? parseAttribute(s, name) : parseBlock(s, name)
  if (!s.failed && !endsLine(s)) fail(s, 'expected a new line')
  s.depth = depth
  s.brackets = brackets
  if (s.failed) {
    recover(s, start, item.kind === 'attribute')
    return cutOff(item, s.pos)
  }
  return item
}

/** An item of which not all could be read. What there is of a value would be taken for the whole: it is none. */
function cutOff(item: AttributeNode | BlockNode, end: number): BodyItem {
  if (item.kind === 'block') return { ...item, end: Math.max(item.end, end) }
  const { start } = item.expression
  return { ...item, expression: { kind: 'error', start: Math.min(start, end), end }, end }
}

function endsLine(s: Scanner): boolean {
  const token = peek(s)
  return token === NEWLINE || token === EOF
}

/** Reports arguments that a body sets twice. */
function reportDuplicates(s: Scanner, items: readonly BodyItem[]): void {
  const seen = items.length > 8 ? new Set<string>() : undefined
  for (let index = 0; index < items.length; index++) {
    const item = items[index] as BodyItem
    if (item.kind !== 'attribute') continue
    const { name } = item.name
    const isTwice = seen === undefined ? isBefore(items, index, name) : seen.has(name)
    seen?.add(name)
    if (isTwice) s.problems.push({ ...placeOf(item.name), message: `"${name}" is set twice in one block` })
  }
}

function placeOf({ start, end }: NameNode): { start: number; end: number } {
  return { start, end }
}

function isBefore(items: readonly BodyItem[], end: number, name: string): boolean {
  for (let index = 0; index < end; index++) {
    const item = items[index] as BodyItem
    if (item.kind === 'attribute' && item.name.name === name) return true
  }
  return false
}

function parseAttribute(s: Scanner, name: NameNode): AttributeNode {
  take(s)
  const expression = parseExpression(s)
  return { kind: 'attribute', name, expression, start: name.start, end: expression.end }
}

const NO_LABELS: readonly NameNode[] = []

function parseBlock(s: Scanner, type: NameNode): BlockNode {
  let labels = NO_LABELS
  let headerEnd = type.end
  for (;;) {
    const token = peek(s)
    if (token !== QUOTE && token !== IDENT) break
    const label = token === QUOTE ? parseLabel(s) : parseName(s, '')
    labels = labels.length === 0 ? [label] : [...labels, label]
    headerEnd = s.pos
  }
  const { start } = type
  if (!enter(s)) {
    const body: BodyNode = { kind: 'body', items: [], start: headerEnd, end: headerEnd }
    return { kind: 'block', type, labels, body, start, end: headerEnd, headerEnd }
  }
  const body = parseBlockBody(s, type)
  leave(s)
  return { kind: 'block', type, labels, body, start, end: body.end, headerEnd }
}

function parseBlockBody(s: Scanner, type: NameNode): BodyNode {
  if (!accept(s, 123)) return parseWithoutBrace(s, type)
  const open = s.pos
  const token = peek(s)
  if (token === NEWLINE) return parseBody(s, open)
  if (accept(s, 125)) return { kind: 'body', items: [], start: open, end: s.pos }
  if (token !== IDENT) {
    fail(s, 'expected an argument, "}" or a new line')
    return { kind: 'body', items: [], start: open, end: open }
  }
  const name: NameNode = { kind: 'name', name: tokenText(s), start: s.start, end: s.end }
  take(s)
  if (peek(s) !== 61) {
    fail(s, 'a block on one line holds one argument at most')
    return { kind: 'body', items: [], start: open, end: open }
  }
  const item = parseAttribute(s, name)
  if (!accept(s, 125)) fail(s, 'a block on one line holds one argument at most, and ends with "}"')
  return { kind: 'body', items: [item], start: open, end: s.pos }
}

/** The brace is missing or something stands before it: what is indented deeper is the block all the same. */
function parseWithoutBrace(s: Scanner, type: NameNode): BodyNode {
  fail(s, 'a block needs "{" on the line of its type and labels')
  const end = lineEnd(s.text, s.start, s.limit)
  const at = s.start
  const deeper = indentOf(s.text, s.text.indexOf('\n', end) + 1) > indentOf(s.text, lineStartOf(s.text, type.start))
  if (end >= s.limit || !deeper || s.brackets > 0) return { kind: 'body', items: [], start: at, end: at }
  s.failed = false
  jump(s, end)
  return parseBody(s, end)
}

function lineStartOf(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

/** Blanks at the beginning of a line. */
export function indentOf(text: string, line: number): number {
  let pos = line
  while (text.charCodeAt(pos) === 32 || text.charCodeAt(pos) === 9) pos++
  return pos - line
}

/** A label in quotes is plain text. */
function parseLabel(s: Scanner): NameNode {
  const { parts, start, end } = parseQuoted(s)
  const closed = s.text.charCodeAt(end - 1) === 34 && end - start > 1
  let name = ''
  for (const part of parts) {
    if (part.kind === 'text') name += part.text
    else if (part.kind !== 'error')
      s.problems.push({
        start: part.start,
        end: part.end,
        message: 'a label is plain text: no template may stand in it',
      })
  }
  // Without its quote the label holds the rest of the line.
  if (!closed && name.trimEnd().endsWith('{')) {
    const brace = s.text.lastIndexOf('{', end)
    jump(s, brace)
    return { kind: 'name', name: name.slice(0, name.lastIndexOf('{')).trimEnd(), start, end: brace }
  }
  return { kind: 'name', name, start, end }
}
