import { cut, isSpace, type Chunk, type Whitespace } from './chunks.ts'
import { ExpressionParser } from './expression.ts'
import { StatementReader, type Opened } from './statements.ts'
import type { BlockNode, Expression, Node, Range, Section, SyntaxProblem, TemplateTree } from './syntax.ts'
import { Tokens } from './tokens.ts'

const ANSIBLE: Whitespace = { trimBlocks: true, lstripBlocks: false, keepTrailingNewline: true }
const MAX_DEPTH = 100

/** Reads a template. Every text has a tree that prints back byte for byte; what Jinja would refuse is an error node and a problem. */
export function parseTemplate(text: string, whitespace: Whitespace = ANSIBLE): TemplateTree {
  const parser = new TemplateParser(text, cut(text, whitespace))
  const body = parser.body([], 0)
  return { text, body, problems: parser.problems }
}

/** Reads an expression without braces. */
export function parseExpression(text: string): { readonly expression: Expression; readonly problems: SyntaxProblem[] } {
  const problems: SyntaxProblem[] = []
  const report = (message: string, start: number, end: number): void => void problems.push({ message, start, end })
  const parser = new ExpressionParser(new Tokens(text, 0, text.length), report)
  const expression = parser.tuple(false)
  if (parser.tokens.kind !== 'end') parser.fail('unexpected text after the expression')
  return { expression: parser.failed ? { kind: 'error', start: 0, end: text.length } : expression, problems }
}

class TemplateParser {
  readonly problems: SyntaxProblem[] = []
  readonly #text: string
  readonly #chunks: readonly Chunk[]
  readonly #blockNames = new Set<string>()
  #at = 0

  constructor(text: string, chunks: readonly Chunk[]) {
    this.#text = text
    this.#chunks = chunks
  }

  /** Nodes up to a tag whose word is in `ends`, which is not consumed. */
  body(ends: readonly string[], depth: number): Node[] {
    const nodes: Node[] = []
    for (; this.#at < this.#chunks.length;) {
      const chunk = this.#chunks[this.#at]
      if (chunk === undefined) break
      if (chunk.kind === 'tag' && chunk.closed && ends.includes(this.#word(chunk))) break
      this.#at++
      nodes.push(this.#node(chunk, depth))
    }
    return nodes
  }

  #node(chunk: Chunk, depth: number): Node {
    const { start, end } = chunk
    if (!chunk.closed) return this.#error(chunk, `${this.#text.slice(start, start + 2)} is never closed`)
    switch (chunk.kind) {
      case 'data':
        return { kind: 'data', start, end, textStart: chunk.innerStart, textEnd: chunk.innerEnd }
      case 'comment':
        return { kind: 'comment', start, end }
      case 'output': {
        const parser = this.#parser(chunk)
        const expression = parser.tuple(false)
        if (parser.tokens.kind !== 'end') parser.fail('unexpected text in an expression')
        return { kind: 'output', expression: parser.failed ? { kind: 'error', start, end } : expression, start, end }
      }
      case 'tag':
        return this.#tag(chunk, depth)
    }
  }

  #tag(chunk: Chunk, depth: number): Node {
    if (depth > MAX_DEPTH) return this.#error(chunk, 'nested too deeply')
    const parser = this.#parser(chunk)
    const reader = new StatementReader(parser, chunk, this.#blockNames)
    const opened = reader.read()
    if (opened.kind !== 'opens') {
      if (parser.tokens.kind !== 'end') parser.fail('unexpected text in a tag')
      return parser.failed || opened.kind === 'error' ? { kind: 'error', message: '', ...range(chunk) } : opened
    }
    parser.tokens.skip(':')
    if (parser.tokens.kind !== 'end') parser.fail('unexpected text in a tag')
    return this.#block(chunk, opened, depth)
  }

  /** The rest of a block. A block that is never closed ends with the text. */
  #block(chunk: Chunk, opened: Opened, depth: number): BlockNode {
    const tests: (Expression | undefined)[] = [opened.test]
    const ends = [...opened.continues, opened.ends]
    const sections: Section[] = []
    let head: Range = range(chunk)
    for (;;) {
      const body = this.body(ends, depth + 1)
      sections.push({ ...head, body })
      const next = this.#chunks[this.#at]
      if (next === undefined) {
        this.#problem(`{% ${opened.word} %} is never closed`, chunk)
        return opened.close(sections, undefined, tests)
      }
      this.#at++
      const word = this.#word(next)
      if (word === opened.ends) return opened.close(sections, range(next), tests)
      head = range(next)
      tests.push(word === 'elif' ? this.#elif(next) : undefined)
    }
  }

  #elif(chunk: Chunk): Expression {
    const parser = this.#parser(chunk)
    parser.tokens.next()
    const test = parser.tuple(false)
    parser.tokens.skip(':')
    if (parser.tokens.kind !== 'end') parser.fail('unexpected text in a tag')
    return parser.failed ? { kind: 'error', ...range(chunk) } : test
  }

  #parser(chunk: Chunk): ExpressionParser {
    const tokens = new Tokens(this.#text, chunk.innerStart, chunk.innerEnd)
    return new ExpressionParser(tokens, (message, start, end) => void this.problems.push({ message, start, end }))
  }

  /** The name of a tag, by which blocks are closed. */
  #word(chunk: Chunk): string {
    const text = this.#text
    let start = chunk.innerStart
    while (start < chunk.innerEnd && isSpace(text.charCodeAt(start))) start++
    let end = start
    while (end < chunk.innerEnd && isLetter(text.charCodeAt(end))) end++
    return text.slice(start, end)
  }

  #error(chunk: Chunk, message: string): Node {
    this.#problem(message, chunk)
    return { kind: 'error', message, ...range(chunk) }
  }

  #problem(message: string, at: Range): void {
    this.problems.push({ message, start: at.start, end: at.end })
  }
}

function isLetter(code: number): boolean {
  return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a
}

function range(chunk: Range): Range {
  return { start: chunk.start, end: chunk.end }
}
