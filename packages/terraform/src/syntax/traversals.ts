import { parseName } from './collections.ts'
import {
  DEEPEST,
  IDENT,
  NUMBER,
  accept,
  enter,
  expect,
  fail,
  jump,
  leave,
  peek,
  take,
  type Scanner,
} from './scanner.ts'
import type { Expression, LiteralNode, SplatItemNode } from './tree.ts'

/** Reads `.name`, `[index]`, `.0`, `.*` and `[*]` behind a term. */
export function parseTraversal(s: Scanner, base: Expression): Expression {
  let object = base
  for (let steps = 0; ; steps++) {
    const next = peek(s)
    if (next !== 46 && next !== 91) return object
    if (steps > DEEPEST) return fail(s, `more than ${DEEPEST} steps in a row`)
    const { start } = s
    take(s)
    if (next === 46) {
      object = peek(s) === 42 ? parseAttributeSplat(s, object) : parseStep(s, object)
    } else if (peek(s) === 42) {
      return parseFullSplat(s, object)
    } else {
      s.brackets++
      const index = s.expression(s)
      expect(s, 93, 'expected "]"')
      s.brackets--
      object = { kind: 'index', object, index, start: Math.min(object.start, start), end: s.pos }
    }
  }
}

/** Behind the point: a name, or the number of an old index. */
function parseStep(s: Scanner, object: Expression): Expression {
  if (peek(s) === NUMBER) {
    const index = oldIndex(s)
    return { kind: 'index', object, index, start: object.start, end: index.end }
  }
  const name = parseName(s, 'expected a name after "."')
  return { kind: 'access', object, name, start: object.start, end: name.end }
}

/** `a.0.1` is two indices, although `0.1` is a number. */
function oldIndex(s: Scanner): LiteralNode {
  const { start } = s
  let end = start
  while (s.text.charCodeAt(end) >= 48 && s.text.charCodeAt(end) <= 57) end++
  jump(s, end)
  return { kind: 'literal', value: { number: s.text.slice(start, end) }, start, end }
}

/** `a.*.b.c`: the names that follow are of each item, an index is of the result. */
function parseAttributeSplat(s: Scanner, collection: Expression): Expression {
  const { start } = s
  take(s)
  const item: SplatItemNode = { kind: 'splat-item', start, end: start + 1 }
  let each: Expression = item
  for (let steps = 0; peek(s) === 46; steps++) {
    if (steps > DEEPEST) return fail(s, `more than ${DEEPEST} steps in a row`)
    take(s)
    const next = peek(s)
    if (next !== IDENT && next !== NUMBER) return fail(s, 'expected a name after "."')
    each = parseStep(s, each)
  }
  return { kind: 'splat', form: 'attribute', collection, each, start: collection.start, end: each.end }
}

/** `a[*]` and all that follows, which is of each item. */
function parseFullSplat(s: Scanner, collection: Expression): Expression {
  const { start } = s
  if (!enter(s)) return fail(s, '')
  take(s)
  s.brackets++
  if (!accept(s, 93)) fail(s, 'expected "]" after "[*"')
  s.brackets--
  const item: SplatItemNode = { kind: 'splat-item', start, end: start + 1 }
  const { pos } = s
  const each = parseTraversal(s, item)
  leave(s)
  return { kind: 'splat', form: 'full', collection, each, start: collection.start, end: Math.max(each.end, pos) }
}
