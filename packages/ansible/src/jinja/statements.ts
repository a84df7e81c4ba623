import type { Chunk } from './chunks.ts'
import type { ExpressionParser } from './expression.ts'
import type { BlockNode, ErrorNode, Expression, Node, Parameter, Range, Section } from './syntax.ts'

/** A tag that opens a block: what ends it, and how the node is made once its sections are known. */
export interface Opened {
  readonly kind: 'opens'
  readonly word: string
  readonly continues: readonly string[]
  readonly ends: string
  /** The first section's test. */
  readonly test: Expression | undefined
  readonly close: (
    sections: readonly Section[],
    close: Range | undefined,
    tests: readonly (Expression | undefined)[],
  ) => BlockNode
}

type Statement = Exclude<Node, BlockNode> | Opened

/** Reads what stands in one tag. */
export class StatementReader {
  readonly #parser: ExpressionParser
  readonly #start: number
  readonly #end: number
  readonly #blockNames: Set<string>

  /** `blockNames`: the names of the blocks that the template has defined so far. */
  constructor(parser: ExpressionParser, chunk: Chunk, blockNames: Set<string>) {
    this.#parser = parser
    this.#blockNames = blockNames
    this.#start = chunk.start
    this.#end = chunk.end
  }

  read(): Statement {
    const { tokens } = this.#parser
    const word = tokens.word
    if (tokens.kind !== 'name') return this.#error('expected the name of a tag')
    tokens.next()
    switch (word) {
      case 'if':
        return this.#if()
      case 'for':
        return this.#for()
      case 'set':
        return this.#set()
      case 'macro':
        return this.#macro()
      case 'call':
        return this.#call()
      case 'filter':
        return this.#filterBlock()
      case 'with':
        return this.#with()
      case 'block':
        return this.#namedBlock()
      case 'autoescape': {
        this.#parser.expression()
        return this.#opens(word, [], (sections, close) => ({
          kind: 'plain-block',
          sections,
          close,
          ...this.#over(sections, close),
        }))
      }
      case 'do':
        return { kind: 'do', expression: this.#parser.tuple(false), ...this.#range() }
      case 'print':
        return { kind: 'output', expression: this.#parser.tuple(false), ...this.#range() }
      case 'include':
        return this.#include()
      case 'import':
        return this.#import()
      case 'from':
        return this.#from()
      case 'extends':
        return { kind: 'extends', template: this.#parser.expression(), ...this.#range() }
      case 'break':
      case 'continue':
        return { kind: word, ...this.#range() }
    }
    return this.#error(/^(?:end|el)/.test(word) ? `{% ${word} %} closes nothing` : `{% ${word} %} is no tag of Jinja`)
  }

  #if(): Opened {
    const test = this.#parser.tuple(false)
    return {
      ...this.#opens('if', ['elif', 'else'], (sections, close, tests) => ({
        kind: 'if',
        tests,
        sections,
        close,
        ...this.#over(sections, close),
      })),
      test: this.#parser.failed ? { kind: 'error', ...this.#range() } : test,
    }
  }

  #for(): Opened {
    const { tokens } = this.#parser
    const target = this.#parser.target(false)
    this.#parser.expect('in')
    const iterable = this.#parser.tuple(true, 'recursive')
    const filter = tokens.skip('if') ? this.#parser.expression() : undefined
    const recursive = tokens.skip('recursive')
    const failed = this.#parser.failed
    return this.#opens('for', ['else'], (sections, close) => ({
      kind: 'for',
      target,
      iterable: failed ? { kind: 'error', ...this.#range() } : iterable,
      filter,
      recursive,
      sections,
      close,
      ...this.#over(sections, close),
    }))
  }

  #set(): Statement {
    const target = this.#parser.target(true)
    if (this.#parser.tokens.skip('=')) {
      return { kind: 'set', target, value: this.#parser.tuple(false), ...this.#range() }
    }
    const filter = this.#filterChain()
    return this.#opens('set', [], (sections, close) => ({
      kind: 'set-block',
      target,
      filter,
      sections,
      close,
      ...this.#over(sections, close),
    }))
  }

  #filterChain(): Expression | undefined {
    let filter: Expression | undefined
    while (!this.#parser.failed && this.#parser.tokens.is('|')) filter = this.#parser.filter(filter)
    return filter
  }

  #filterBlock(): Opened {
    let filter = this.#parser.filter(undefined)
    while (!this.#parser.failed && this.#parser.tokens.is('|')) filter = this.#parser.filter(filter)
    return this.#opens('filter', [], (sections, close) => ({
      kind: 'filter-block',
      filter,
      sections,
      close,
      ...this.#over(sections, close),
    }))
  }

  #macro(): Opened {
    const name = this.#name()
    const parameters = this.#parameters()
    return this.#opens('macro', [], (sections, close) => ({
      kind: 'macro',
      name,
      parameters,
      sections,
      close,
      ...this.#over(sections, close),
    }))
  }

  #call(): Opened {
    const parameters = this.#parser.tokens.is('(') ? this.#parameters() : []
    const call = this.#parser.expression()
    return this.#opens('call', [], (sections, close) => ({
      kind: 'call-block',
      parameters,
      call,
      sections,
      close,
      ...this.#over(sections, close),
    }))
  }

  #with(): Opened {
    const names: { target: Expression; value: Expression }[] = []
    while (!this.#parser.failed && this.#parser.tokens.kind === 'name') {
      const { start, word } = this.#parser.tokens
      this.#parser.tokens.next()
      const target: Expression = { kind: 'name', name: word, start, end: this.#parser.tokens.last }
      this.#parser.expect('=')
      names.push({ target, value: this.#parser.expression() })
      if (!this.#parser.tokens.skip(',')) break
    }
    return this.#opens('with', [], (sections, close) => ({
      kind: 'with',
      names,
      sections,
      close,
      ...this.#over(sections, close),
    }))
  }

  #namedBlock(): Opened {
    const name = this.#name()
    const scoped = this.#parser.tokens.skip('scoped')
    this.#parser.tokens.skip('required')
    const again = this.#blockNames.has(name)
    if (again) this.#parser.report(`the block ${name} is defined twice`, this.#start, this.#end)
    if (!this.#parser.failed) this.#blockNames.add(name)
    return this.#opens('block', [], (sections, close) => {
      const parts = { sections, close, ...this.#over(sections, close) }
      return again ? { kind: 'plain-block', ...parts } : { kind: 'block', name, scoped, ...parts }
    })
  }

  #include(): Statement {
    const template = this.#parser.expression()
    const { tokens } = this.#parser
    const ignoreMissing = tokens.skip('ignore') && this.#parser.expect('missing')
    return { kind: 'include', template, ignoreMissing, withContext: this.#context(true), ...this.#range() }
  }

  #import(): Statement {
    const template = this.#parser.expression()
    this.#parser.expect('as')
    const as = this.#name()
    return { kind: 'import', template, as, withContext: this.#context(false), ...this.#range() }
  }

  #from(): Statement {
    const { tokens } = this.#parser
    const template = this.#parser.expression()
    this.#parser.expect('import')
    const names: { name: string; as: string }[] = []
    while (!this.#parser.failed && tokens.kind === 'name') {
      if (names.length > 0 && (tokens.is('with') || tokens.is('without'))) break
      const name = this.#name()
      names.push({ name, as: tokens.skip('as') ? this.#name() : name })
      if (!tokens.skip(',')) break
    }
    return { kind: 'from', template, names, withContext: this.#context(false), ...this.#range() }
  }

  #context(usual: boolean): boolean {
    const { tokens } = this.#parser
    const given = tokens.is('with') || tokens.is('without')
    if (!given) return usual
    const withContext = tokens.is('with')
    tokens.next()
    this.#parser.expect('context')
    return withContext
  }

  #parameters(): Parameter[] {
    const { tokens } = this.#parser
    const parameters: Parameter[] = []
    this.#parser.expect('(')
    while (!this.#parser.failed && !tokens.is(')')) {
      const name = this.#name()
      parameters.push({ name, fallback: tokens.skip('=') ? this.#parser.expression() : undefined })
      if (!tokens.skip(',')) break
    }
    this.#parser.expect(')')
    return parameters
  }

  #name(): string {
    const { tokens } = this.#parser
    const name = tokens.word
    if (tokens.kind !== 'name') this.#parser.fail('expected a name')
    else tokens.next()
    return name
  }

  #opens(word: string, continues: readonly string[], close: Opened['close']): Opened {
    return { kind: 'opens', word, continues, ends: `end${word}`, test: undefined, close }
  }

  #range(): Range {
    return { start: this.#start, end: this.#end }
  }

  #over(sections: readonly Section[], close: Range | undefined): Range {
    const body = sections.at(-1)?.body.at(-1)
    return { start: this.#start, end: close?.end ?? body?.end ?? sections.at(-1)?.end ?? this.#end }
  }

  #error(message: string): ErrorNode {
    this.#parser.fail(message)
    return { kind: 'error', message, ...this.#range() }
  }
}
