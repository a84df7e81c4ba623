import type { Argument, BinaryOperator, CompareOperator, Expression } from './syntax.ts'
import type { Tokens } from './tokens.ts'

/** Deeper nesting is given up: nobody writes it, and the reader's own stack is finite. */
const MAX_DEPTH = 150
const COMPARE: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>='])
const AFTER_TEST: ReadonlySet<string> = new Set(['else', 'or', 'and', 'is', 'if', 'in', 'not'])

export type Report = (message: string, start: number, end: number) => void

/** Reads expressions with Jinja's precedences. Where it cannot read on it reports, once, and yields an error node. */
export class ExpressionParser {
  readonly tokens: Tokens
  readonly report: Report
  failed = false
  #depth = 0

  constructor(tokens: Tokens, report: Report) {
    this.tokens = tokens
    this.report = report
  }

  fail(message: string): void {
    if (!this.failed) this.report(message, this.tokens.start, Math.max(this.tokens.end, this.tokens.start))
    this.failed = true
  }

  expect(word: string): boolean {
    if (this.failed) return false
    if (this.tokens.skip(word)) return true
    this.fail(`expected ${word}`)
    return false
  }

  expression(): Expression {
    if (this.#depth >= MAX_DEPTH) {
      this.fail('nested too deeply')
      return this.#error()
    }
    this.#depth++
    let node = this.or()
    while (!this.failed && this.tokens.skip('if')) {
      const test = this.or()
      const otherwise = this.tokens.skip('else') ? this.expression() : undefined
      node = { kind: 'conditional', test, value: node, otherwise, start: node.start, end: this.tokens.last }
    }
    this.#depth--
    return node
  }

  or(): Expression {
    return this.#binary(['or'], () => this.#binary(['and'], () => this.#not()))
  }

  /** Expressions with commas between them: a tuple where there is a comma. `simple`: no inline `if`. */
  tuple(simple: boolean, stop = ')'): Expression {
    const start = this.tokens.start
    const items: Expression[] = []
    let comma = false
    for (;;) {
      if (this.failed || this.tokens.kind === 'end' || this.tokens.is(')') || this.tokens.is(stop)) break
      items.push(simple ? this.or() : this.expression())
      if (!this.tokens.skip(',')) break
      comma = true
    }
    const [only] = items
    if (only !== undefined && !comma) return only
    if (only === undefined) {
      this.fail('an expression is missing')
      return this.#error()
    }
    return { kind: 'tuple', items, start, end: this.tokens.last }
  }

  /** What can be assigned to: names, a tuple of them, an attribute of a namespace. */
  target(namespace: boolean): Expression {
    const start = this.tokens.start
    const items: Expression[] = []
    let comma = false
    for (;;) {
      if (this.tokens.is('(')) {
        this.tokens.next()
        items.push(this.target(false))
        this.expect(')')
      } else items.push(this.#targetName(namespace))
      if (this.failed || !this.tokens.skip(',')) break
      comma = true
      if (this.tokens.is('in') || this.tokens.is('=')) break
    }
    const [only] = items
    return only !== undefined && !comma ? only : { kind: 'tuple', items, start, end: this.tokens.last }
  }

  #targetName(namespace: boolean): Expression {
    const { start, word } = this.tokens
    if (this.tokens.kind !== 'name') {
      this.fail('expected a name')
      return this.#error()
    }
    this.tokens.next()
    const node: Expression = { kind: 'name', name: word, start, end: this.tokens.last }
    if (!namespace || !this.tokens.skip('.')) return node
    const attribute = this.tokens.word
    if (this.tokens.kind !== 'name') this.fail('expected a name')
    this.tokens.next()
    return { kind: 'attribute', object: node, name: attribute, start, end: this.tokens.last }
  }

  #binary(operators: readonly BinaryOperator[], operand: () => Expression): Expression {
    let left = operand()
    for (;;) {
      const operator = operators.find((word) => this.tokens.is(word))
      if (operator === undefined || this.failed) return left
      this.tokens.next()
      const right = operand()
      left = { kind: 'binary', operator, left, right, start: left.start, end: this.tokens.last }
    }
  }

  #not(): Expression {
    const start = this.tokens.start
    if (!this.tokens.is('not')) return this.#compare()
    if (++this.#depth > MAX_DEPTH) {
      this.fail('nested too deeply')
      return this.#error()
    }
    this.tokens.next()
    const operand = this.#not()
    this.#depth--
    return { kind: 'unary', operator: 'not', operand, start, end: this.tokens.last }
  }

  #compare(): Expression {
    const first = this.#sum()
    const rest: { operator: CompareOperator; operand: Expression }[] = []
    for (;;) {
      const operator = this.#compareOperator()
      if (operator === undefined || this.failed) break
      rest.push({ operator, operand: this.#sum() })
    }
    return rest.length === 0 ? first : { kind: 'compare', first, rest, start: first.start, end: this.tokens.last }
  }

  #compareOperator(): CompareOperator | undefined {
    const { word, kind, start, last } = this.tokens
    if (kind === 'operator' && COMPARE.has(word)) {
      this.tokens.next()
      return word as CompareOperator
    }
    if (this.tokens.skip('in')) return 'in'
    if (!this.tokens.skip('not')) return undefined
    if (this.tokens.skip('in')) return 'not in'
    this.tokens.rewind(start, last)
    return undefined
  }

  #sum(): Expression {
    return this.#binary(['+', '-'], () => this.#concat())
  }

  #concat(): Expression {
    const first = this.#product()
    if (!this.tokens.is('~')) return first
    const parts = [first]
    while (!this.failed && this.tokens.skip('~')) parts.push(this.#product())
    return { kind: 'concat', parts, start: first.start, end: this.tokens.last }
  }

  #product(): Expression {
    return this.#binary(['*', '//', '/', '%'], () => this.#binary(['**'], () => this.#unary(true)))
  }

  #unary(filters: boolean): Expression {
    const { start } = this.tokens
    let node: Expression
    if (this.tokens.is('-') || this.tokens.is('+')) {
      const operator = this.tokens.is('-') ? '-' : '+'
      this.tokens.next()
      if (++this.#depth > MAX_DEPTH) this.fail('nested too deeply')
      const operand = this.failed ? this.#error() : this.#unary(false)
      this.#depth--
      node = { kind: 'unary', operator, operand, start, end: this.tokens.last }
    } else node = this.#primary()
    node = this.#postfix(node)
    return filters ? this.#filters(node) : node
  }

  #primary(): Expression {
    const { tokens } = this
    const { start, kind, word } = tokens
    switch (kind) {
      case 'name':
        tokens.next()
        return nameOrConstant(word, start, tokens.last)
      case 'string': {
        let value = tokens.string()
        tokens.next()
        for (; tokens.kind === 'string'; tokens.next()) value += tokens.string()
        return { kind: 'constant', type: 'string', value, start, end: tokens.last }
      }
      case 'int':
      case 'float': {
        const value = tokens.number()
        tokens.next()
        return { kind: 'constant', type: kind, value, start, end: tokens.last }
      }
      case 'operator':
        if (word === '(') return this.#parenthesised(start)
        if (word === '[') return this.#list(start)
        if (word === '{') return this.#dict(start)
        break
      case 'bad':
      case 'end':
    }
    this.fail(kind === 'end' ? 'the expression ends too early' : 'unexpected text in an expression')
    return this.#error()
  }

  #parenthesised(start: number): Expression {
    this.tokens.next()
    if (this.tokens.skip(')')) return { kind: 'tuple', items: [], start, end: this.tokens.last }
    const inner = this.#nested(() => this.tuple(false))
    this.expect(')')
    return inner
  }

  #list(start: number): Expression {
    this.tokens.next()
    const items: Expression[] = []
    while (!this.failed && !this.tokens.is(']')) {
      items.push(this.expression())
      if (!this.tokens.skip(',')) break
    }
    this.expect(']')
    return { kind: 'list', items, start, end: this.tokens.last }
  }

  #dict(start: number): Expression {
    this.tokens.next()
    const pairs: { key: Expression; value: Expression }[] = []
    while (!this.failed && !this.tokens.is('}')) {
      const key = this.expression()
      this.expect(':')
      pairs.push({ key, value: this.expression() })
      if (!this.tokens.skip(',')) break
    }
    this.expect('}')
    return { kind: 'dict', pairs, start, end: this.tokens.last }
  }

  #postfix(first: Expression): Expression {
    let node = first
    while (!this.failed) {
      if (this.tokens.is('.')) node = this.#dot(node)
      else if (this.tokens.is('[')) node = this.#subscript(node)
      else if (this.tokens.is('(')) node = this.#call(node)
      else break
    }
    return node
  }

  #dot(object: Expression): Expression {
    const { tokens } = this
    tokens.next()
    const { start, word, kind } = tokens
    if (kind === 'name') {
      tokens.next()
      return { kind: 'attribute', object, name: word, start: object.start, end: tokens.last }
    }
    if (kind !== 'int') {
      this.fail('expected a name or a number after the dot')
      return this.#error()
    }
    const value = tokens.number()
    tokens.next()
    const index: Expression = { kind: 'constant', type: 'int', value, start, end: tokens.last }
    return { kind: 'item', object, index, start: object.start, end: tokens.last }
  }

  #subscript(object: Expression): Expression {
    this.tokens.next()
    const start = this.tokens.start
    const items: Expression[] = []
    while (!this.failed && !this.tokens.is(']')) {
      items.push(this.#slice())
      if (!this.tokens.skip(',')) break
    }
    const [only] = items
    if (only === undefined) this.fail('expected a subscript')
    const index: Expression =
      only !== undefined && items.length === 1 ? only : { kind: 'tuple', items, start, end: this.tokens.last }
    this.expect(']')
    return { kind: 'item', object, index, start: object.start, end: this.tokens.last }
  }

  #slice(): Expression {
    const start = this.tokens.start
    const part = (): Expression | undefined =>
      this.tokens.is(':') || this.tokens.is(']') || this.tokens.is(',') ? undefined : this.expression()
    const from = part()
    if (from !== undefined && !this.tokens.is(':')) return from
    this.expect(':')
    const to = part()
    const step = this.tokens.skip(':') ? part() : undefined
    return { kind: 'slice', from, to, step, start, end: this.tokens.last }
  }

  #call(callee: Expression): Expression {
    const args = this.arguments()
    return { kind: 'call', callee, args, start: callee.start, end: this.tokens.last }
  }

  /** Arguments in parentheses. */
  arguments(): Argument[] {
    const args: Argument[] = []
    this.expect('(')
    while (!this.failed && !this.tokens.is(')')) {
      args.push(this.#argument())
      if (!this.tokens.skip(',')) break
    }
    this.expect(')')
    return args
  }

  #argument(): Argument {
    const { tokens } = this
    if (tokens.skip('**')) return { spread: '**', name: undefined, value: this.expression() }
    if (tokens.skip('*')) return { spread: '*', name: undefined, value: this.expression() }
    const { start, last, word, kind } = tokens
    if (kind === 'name') {
      tokens.next()
      if (tokens.skip('=')) return { spread: '', name: word, value: this.expression() }
      tokens.rewind(start, last)
    }
    return { spread: '', name: undefined, value: this.expression() }
  }

  #filters(first: Expression): Expression {
    let node = first
    while (!this.failed) {
      if (this.tokens.is('|')) node = this.filter(node)
      else if (this.tokens.is('is') && this.tokens.kind === 'name') node = this.#test(node)
      else if (this.tokens.is('(')) node = this.#call(node)
      else break
    }
    return node
  }

  /** `| name(args)`; of a block, the first one stands without the bar. */
  filter(target: Expression | undefined): Expression {
    this.tokens.skip('|')
    const start = target?.start ?? this.tokens.start
    const name = this.#dottedName()
    const args = this.tokens.is('(') ? this.arguments() : []
    return { kind: 'filter', target, name, args, start, end: this.tokens.last }
  }

  #test(target: Expression): Expression {
    this.tokens.next()
    const negated = this.tokens.skip('not')
    const name = this.#dottedName()
    let args: Argument[] = []
    if (this.tokens.is('(')) args = this.arguments()
    else if (this.#beginsTestArgument()) args = [{ spread: '', name: undefined, value: this.#postfix(this.#primary()) }]
    return { kind: 'test', target, name, args, negated, start: target.start, end: this.tokens.last }
  }

  #beginsTestArgument(): boolean {
    const { kind, word } = this.tokens
    if (kind === 'name') return !AFTER_TEST.has(word)
    return (
      kind === 'string' || kind === 'int' || kind === 'float' || (kind === 'operator' && (word === '[' || word === '{'))
    )
  }

  #dottedName(): string {
    let name = this.tokens.word
    if (this.tokens.kind !== 'name') this.fail('expected a name')
    this.tokens.next()
    while (!this.failed && this.tokens.skip('.')) {
      if (this.tokens.kind !== 'name') this.fail('expected a name')
      name += `.${this.tokens.word}`
      this.tokens.next()
    }
    return name
  }

  #nested(read: () => Expression): Expression {
    if (++this.#depth > MAX_DEPTH) {
      this.fail('nested too deeply')
      return this.#error()
    }
    const node = read()
    this.#depth--
    return node
  }

  #error(): Expression {
    return { kind: 'error', start: this.tokens.start, end: this.tokens.start }
  }
}

function nameOrConstant(word: string, start: number, end: number): Expression {
  switch (word) {
    case 'true':
    case 'True':
      return { kind: 'constant', type: 'bool', value: true, start, end }
    case 'false':
    case 'False':
      return { kind: 'constant', type: 'bool', value: false, start, end }
    case 'none':
    case 'None':
      return { kind: 'constant', type: 'null', value: null, start, end }
  }
  return { kind: 'name', name: word, start, end }
}
