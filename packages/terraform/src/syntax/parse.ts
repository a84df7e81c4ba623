import type { SourceFile } from '@breakwater/core'
import { parseFileBody } from './bodies.ts'
import { parseExpression } from './expressions.ts'
import { parseJsonConfig } from './json-config.ts'
import { EOF, fail, peek, scannerFor } from './scanner.ts'
import { parseBare } from './templates.ts'
import type { ConfigFile, Expression, Problem, TemplateNode } from './tree.ts'

const BYTE_ORDER_MARK = 0xfe_ff

/** Reads a file: in JSON syntax where its name ends so, else in the native one. Never throws. */
export function parseConfig(file: SourceFile): ConfigFile {
  if (file.path.endsWith('.json')) return parseJsonConfig(file)
  const s = scannerFor(parseExpression, file.text, beginOf(file.text), file.text.length)
  const body = parseFileBody(s)
  return { file, syntax: 'native', body, problems: s.problems }
}

/** A piece of the language that was read for itself. */
export interface Piecewise<Node> {
  readonly node: Node
  readonly problems: readonly Problem[]
}

/** Reads the whole text as a template, as `templatefile` does. */
export function parseTemplate(text: string): Piecewise<TemplateNode> {
  const s = scannerFor(parseExpression, text, beginOf(text), text.length)
  const node = parseBare(s)
  return { node, problems: s.problems }
}

/** Reads the whole text as an expression, as `-var` gives it. */
export function parseStandalone(text: string): Piecewise<Expression> {
  const s = scannerFor(parseExpression, text, beginOf(text), text.length)
  s.brackets = 1
  const node = parseExpression(s)
  if (peek(s) !== EOF) fail(s, 'expected the end of the expression')
  return { node, problems: s.problems }
}

function beginOf(text: string): number {
  return text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0
}
