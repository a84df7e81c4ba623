import { HEREDOC_OPENER, isHeader, jump, lineEnd, type Scanner } from './scanner.ts'
import { heredocEnd } from './templates.ts'
import type { BlockNode, BodyItem } from './tree.ts'

/**
 * Ends an item that could not be read. Goes behind the problem to a line end where no bracket of the item is open, or
 * to a line that by its indentation begins something else, or to the `}` of the block around it.
 */
export function recover(s: Scanner, itemStart: number, isArgument: boolean): void {
  const { text, limit } = s
  const problem = s.start
  const indent = column(text, itemStart)
  const open: number[] = []
  let pos = itemStart
  while (pos < limit) {
    const code = text.charCodeAt(pos)
    const past = pos >= problem
    if (code === 10) {
      const at = text.charCodeAt(pos - 1) === 13 ? pos - 1 : pos
      // An argument whose bracket is not closed has taken some of what follows for its own.
      const isNext =
        (past && (open.length === 0 || beginsItem(text, pos + 1, indent))) ||
        (isArgument && open.length > 0 && beginsArgument(text, pos + 1, indent))
      if (isNext || isHeader(text, pos + 1)) return resume(s, isArgument ? at : Math.max(at, problem))
      pos++
    } else if (code === 60 && text.charCodeAt(pos + 1) === 60) {
      pos = behindHeredoc(s, pos)
    } else if (code === 34) {
      pos = stringEnd(text, pos, limit)
    } else if (code === 35 || (code === 47 && text.charCodeAt(pos + 1) === 47)) {
      pos = text.indexOf('\n', pos)
      if (pos === -1) pos = limit
    } else if (code === 123 || code === 91 || code === 40) {
      open.push(code === 40 ? 41 : code + 2)
      pos++
    } else if (code === 125 || code === 93 || code === 41) {
      const opener = open.lastIndexOf(code)
      if (opener !== -1) open.length = opener
      else if (code === 125 && past) return resume(s, Math.max(pos, problem))
      pos++
    } else {
      pos++
    }
  }
  resume(s, limit)
}

function resume(s: Scanner, at: number): void {
  s.failed = false
  jump(s, at)
}

function behindHeredoc(s: Scanner, at: number): number {
  HEREDOC_OPENER.lastIndex = at
  if (!HEREDOC_OPENER.test(s.text)) return at + 2
  const first = HEREDOC_OPENER.lastIndex
  const marker = s.text.slice(at + (s.text.charCodeAt(at + 2) === 45 ? 3 : 2), first).trimEnd()
  return heredocEnd(s, first, marker).end
}

/** Whether a line that is not deeper than the item begins another one, or closes the block. */
function beginsItem(text: string, line: number, indent: number): boolean {
  let pos = line
  while (text.charCodeAt(pos) === 32 || text.charCodeAt(pos) === 9) pos++
  const code = text.charCodeAt(pos)
  if (code === 125) return pos - line < indent
  return pos - line <= indent && ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95)
}

const ARGUMENT = /[\w-]+[ \t]*(?:=(?![=>~])|\{)/y

function beginsArgument(text: string, line: number, indent: number): boolean {
  let pos = line
  while (text.charCodeAt(pos) === 32 || text.charCodeAt(pos) === 9) pos++
  ARGUMENT.lastIndex = pos
  return pos - line <= indent && ARGUMENT.test(text)
}

function isIndented(text: string, item: BodyItem): boolean {
  return item.kind !== 'error' && column(text, item.start) > 0
}

function column(text: string, at: number): number {
  return at - (text.lastIndexOf('\n', at - 1) + 1)
}

/** Behind the quote that closes a string, with the strings in its interpolations; its line's end at the latest. */
function stringEnd(text: string, quote: number, limit: number): number {
  const end = lineEnd(text, quote, limit)
  // Braces of interpolations that are open, by the strings around.
  const strings: number[] = [0]
  for (let pos = quote + 1; pos < end; pos++) {
    const code = text.charCodeAt(pos)
    const braces = strings.at(-1) as number
    if (code === 92 && braces === 0) pos++
    else if (code === 36 && text.charCodeAt(pos + 1) === 123) {
      strings[strings.length - 1] = braces + 1
      pos++
    } else if (code === 125 && braces > 0) strings[strings.length - 1] = braces - 1
    else if (code === 34) {
      if (braces > 0) strings.push(0)
      else strings.pop()
      if (strings.length === 0) return pos + 1
    }
  }
  return end
}

/**
 * A `}` too many has closed a block too early: what follows it with an indentation goes back into the block. Called
 * where another `}` stands that closes nothing.
 */
export function adoptStrayItems(text: string, items: BodyItem[]): void {
  let first = items.length
  while (first > 0 && isIndented(text, items[first - 1] as BodyItem)) first--
  const block = items[first - 1]
  if (first === items.length || block?.kind !== 'block' || column(text, block.end - 1) === 0) return
  const strays = items.splice(first)
  const end = (strays.at(-1) as BodyItem).end
  const adopted: BlockNode = { ...block, body: { ...block.body, items: [...block.body.items, ...strays], end }, end }
  items[first - 1] = adopted
}
