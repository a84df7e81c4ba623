import { parseFor, parseObject, parseTuple } from './collections.ts'
import {
  AND,
  COLONS,
  DEEPEST,
  ELLIPSIS,
  EQUAL,
  GREATER_EQUAL,
  HEREDOC,
  IDENT,
  LESS_EQUAL,
  NOT_EQUAL,
  NUMBER,
  OR,
  QUOTE,
  accept,
  enter,
  expect,
  fail,
  leave,
  peek,
  take,
  tokenText,
  type Scanner,
} from './scanner.ts'
import { parseHeredoc, parseQuoted } from './templates.ts'
import { parseTraversal } from './traversals.ts'
import type { BinaryOperator, CallNode, Expression, NameNode } from './tree.ts'

/** Reads an expression; at a problem an error node stands in the place of what could not be read. */
export function parseExpression(s: Scanner): Expression {
  if (!enter(s)) return fail(s, '')
  const condition = parseBinary(s, 1)
  let expression = condition
  if (peek(s) === 63) {
    take(s)
    const yes = parseExpression(s)
    expect(s, 58, 'a conditional needs ":" and a value for the other case')
    const no = parseExpression(s)
    expression = { kind: 'conditional', condition, yes, no, start: condition.start, end: no.end }
  }
  leave(s)
  return expression
}

/** How tightly a token binds as an operator between two operands; 0 where it is none. */
const PRECEDENCE = new Uint8Array(128)
for (const [binding, ...tokens] of [
  [1, OR],
  [2, AND],
  [3, EQUAL, NOT_EQUAL],
  [4, 60, 62, LESS_EQUAL, GREATER_EQUAL], // < >
  [5, 43, 45], // + -
  [6, 42, 47, 37], // * / %
] as const) {
  for (const token of tokens) PRECEDENCE[token] = binding
}

function parseBinary(s: Scanner, least: number): Expression {
  let left = parseTerm(s)
  for (let length = 0; ; length++) {
    const binding = PRECEDENCE[peek(s)] as number
    if (binding < least || binding === 0) return left
    if (length > DEEPEST) return fail(s, `more than ${DEEPEST} operators in a row`)
    const operator = tokenText(s) as BinaryOperator
    take(s)
    const right = parseBinary(s, binding + 1)
    left = { kind: 'binary', operator, left, right, start: left.start, end: right.end }
  }
}

/** A term with its traversal: `f(x).a[0]`. */
function parseTerm(s: Scanner): Expression {
  const token = peek(s)
  if (token !== 45 && token !== 33) return parseTraversal(s, parsePrimary(s, token))
  const { start } = s
  if (!enter(s)) return fail(s, '')
  take(s)
  const operand = parseTerm(s)
  leave(s)
  return { kind: 'unary', operator: token === 45 ? '-' : '!', operand, start, end: operand.end }
}

function parsePrimary(s: Scanner, token: number): Expression {
  const { start, end } = s
  switch (token) {
    case IDENT:
      return parseNamed(s)
    case NUMBER: {
      const number = tokenText(s)
      take(s)
      return { kind: 'literal', value: { number }, start, end }
    }
    case QUOTE:
      return parseQuoted(s)
    case HEREDOC:
      return parseHeredoc(s)
    case 40: {
      take(s)
      s.brackets++
      const expression = parseExpression(s)
      expect(s, 41, 'expected ")"')
      s.brackets--
      return { kind: 'parentheses', expression, start, end: s.pos }
    }
    case 91:
      return parseFor(s, 91) ?? parseTuple(s)
    case 123:
      return parseFor(s, 123) ?? parseObject(s)
    default:
      return fail(s, 'expected an expression')
  }
}

/** A keyword, a call, or the first name of a traversal. */
function parseNamed(s: Scanner): Expression {
  const { start, end } = s
  const name = tokenText(s)
  take(s)
  const next = peek(s)
  if (next === COLONS) return parseCall(s, providerFunction(s, start))
  if (next === 40) return parseCall(s, { kind: 'name', name, start, end })
  switch (name) {
    case 'true':
      return { kind: 'literal', value: true, start, end }
    case 'false':
      return { kind: 'literal', value: false, start, end }
    case 'null':
      return { kind: 'literal', value: null, start, end }
    default:
      return { kind: 'variable', name, start, end }
  }
}

function providerFunction(s: Scanner, start: number): NameNode {
  let { pos: end } = s
  while (accept(s, COLONS)) {
    if (peek(s) !== IDENT) {
      fail(s, 'expected the name of a function after "::"')
      break
    }
    end = s.end
    take(s)
  }
  if (!s.failed && peek(s) !== 40) fail(s, 'expected "(" after the name of a function')
  return { kind: 'name', name: s.text.slice(start, end).replaceAll(/\s/g, ''), start, end }
}

function parseCall(s: Scanner, name: NameNode): CallNode {
  let args: Expression[] | undefined
  let spread = false
  expect(s, 40, 'expected "("')
  s.brackets++
  while (!s.failed && peek(s) !== 41) {
    const argument = parseExpression(s)
    if (args === undefined) args = [argument]
    else args.push(argument)
    if (accept(s, ELLIPSIS)) {
      spread = true
      if (peek(s) !== 41) fail(s, 'nothing may follow a spread argument')
      break
    }
    if (!accept(s, 44) && peek(s) !== 41) fail(s, 'expected "," or ")" after an argument')
  }
  expect(s, 41, 'expected ")"')
  s.brackets--
  return { kind: 'call', name, arguments: args ?? [], spread, start: name.start, end: s.pos }
}
