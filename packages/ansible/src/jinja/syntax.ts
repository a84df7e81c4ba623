/** Where a node stands in the template's text; `end` is exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}

export type Expression =
  | Constant
  | NameExpression
  | CollectionExpression
  | DictExpression
  | AttributeExpression
  | ItemExpression
  | SliceExpression
  | CallExpression
  | FilterExpression
  | TestExpression
  | UnaryExpression
  | BinaryExpression
  | CompareExpression
  | ConcatExpression
  | ConditionalExpression
  | ErrorExpression

export interface Constant extends Range {
  readonly kind: 'constant'
  readonly value: string | number | bigint | boolean | null
  readonly type: 'string' | 'int' | 'float' | 'bool' | 'null'
}
export interface NameExpression extends Range {
  readonly kind: 'name'
  readonly name: string
}
export interface CollectionExpression extends Range {
  readonly kind: 'list' | 'tuple'
  readonly items: readonly Expression[]
}
export interface DictExpression extends Range {
  readonly kind: 'dict'
  readonly pairs: readonly { readonly key: Expression; readonly value: Expression }[]
}
export interface AttributeExpression extends Range {
  readonly kind: 'attribute'
  readonly object: Expression
  readonly name: string
}
export interface ItemExpression extends Range {
  readonly kind: 'item'
  readonly object: Expression
  readonly index: Expression
}
export interface SliceExpression extends Range {
  readonly kind: 'slice'
  readonly from: Expression | undefined
  readonly to: Expression | undefined
  readonly step: Expression | undefined
}
/** `*list` and `**dict` stand among the arguments as they do in the text. */
export interface Argument {
  readonly spread: '' | '*' | '**'
  readonly name: string | undefined
  readonly value: Expression
}
export interface CallExpression extends Range {
  readonly kind: 'call'
  readonly callee: Expression
  readonly args: readonly Argument[]
}
export interface FilterExpression extends Range {
  readonly kind: 'filter'
  /** Undefined in `{% filter %}` and `{% set x | f %}`, where the text of the block is the target. */
  readonly target: Expression | undefined
  readonly name: string
  readonly args: readonly Argument[]
}
export interface TestExpression extends Range {
  readonly kind: 'test'
  readonly target: Expression
  readonly name: string
  readonly args: readonly Argument[]
  readonly negated: boolean
}
export interface UnaryExpression extends Range {
  readonly kind: 'unary'
  readonly operator: '-' | '+' | 'not'
  readonly operand: Expression
}
export type BinaryOperator = '+' | '-' | '*' | '/' | '//' | '%' | '**' | 'and' | 'or'
export interface BinaryExpression extends Range {
  readonly kind: 'binary'
  readonly operator: BinaryOperator
  readonly left: Expression
  readonly right: Expression
}
export type CompareOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in'
export interface CompareExpression extends Range {
  readonly kind: 'compare'
  readonly first: Expression
  readonly rest: readonly { readonly operator: CompareOperator; readonly operand: Expression }[]
}
export interface ConcatExpression extends Range {
  readonly kind: 'concat'
  readonly parts: readonly Expression[]
}
export interface ConditionalExpression extends Range {
  readonly kind: 'conditional'
  readonly test: Expression
  readonly value: Expression
  readonly otherwise: Expression | undefined
}
export interface ErrorExpression extends Range {
  readonly kind: 'error'
}

export type Node =
  | DataNode
  | CommentNode
  | OutputNode
  | SetNode
  | DoNode
  | IncludeNode
  | ImportNode
  | FromNode
  | ExtendsNode
  | JumpNode
  | ErrorNode
  | BlockNode

/** Text of the template; what whitespace control strips belongs to the node, but not to its text. */
export interface DataNode extends Range {
  readonly kind: 'data'
  readonly textStart: number
  readonly textEnd: number
}
export interface CommentNode extends Range {
  readonly kind: 'comment'
}
export interface OutputNode extends Range {
  readonly kind: 'output'
  readonly expression: Expression
}
export interface SetNode extends Range {
  readonly kind: 'set'
  readonly target: Expression
  readonly value: Expression
}
export interface DoNode extends Range {
  readonly kind: 'do'
  readonly expression: Expression
}
export interface IncludeNode extends Range {
  readonly kind: 'include'
  readonly template: Expression
  readonly ignoreMissing: boolean
  readonly withContext: boolean
}
export interface ImportNode extends Range {
  readonly kind: 'import'
  readonly template: Expression
  readonly as: string
  readonly withContext: boolean
}
export interface FromNode extends Range {
  readonly kind: 'from'
  readonly template: Expression
  readonly names: readonly { readonly name: string; readonly as: string }[]
  readonly withContext: boolean
}
export interface ExtendsNode extends Range {
  readonly kind: 'extends'
  readonly template: Expression
}
export interface JumpNode extends Range {
  readonly kind: 'break' | 'continue'
}
/** A tag that could not be read. Its text is lost to the reader, not to the printer. */
export interface ErrorNode extends Range {
  readonly kind: 'error'
  readonly message: string
}

/** A tag that opens a part of a block, with what stands below it. */
export interface Section extends Range {
  readonly body: readonly Node[]
}
interface Block extends Range {
  readonly sections: readonly Section[]
  /** The closing tag. */
  readonly close: Range | undefined
}
export type BlockNode =
  | IfNode
  | ForNode
  | MacroNode
  | CallBlockNode
  | FilterBlockNode
  | SetBlockNode
  | WithNode
  | NamedBlockNode
  | PlainBlockNode

/** One test per section; `else` has none. */
export interface IfNode extends Block {
  readonly kind: 'if'
  readonly tests: readonly (Expression | undefined)[]
}
/** The second section, where there is one, is `else`. */
export interface ForNode extends Block {
  readonly kind: 'for'
  readonly target: Expression
  readonly iterable: Expression
  readonly filter: Expression | undefined
  readonly recursive: boolean
}
export interface Parameter {
  readonly name: string
  readonly fallback: Expression | undefined
}
export interface MacroNode extends Block {
  readonly kind: 'macro'
  readonly name: string
  readonly parameters: readonly Parameter[]
}
export interface CallBlockNode extends Block {
  readonly kind: 'call-block'
  readonly parameters: readonly Parameter[]
  readonly call: Expression
}
export interface FilterBlockNode extends Block {
  readonly kind: 'filter-block'
  readonly filter: Expression
}
export interface SetBlockNode extends Block {
  readonly kind: 'set-block'
  readonly target: Expression
  readonly filter: Expression | undefined
}
export interface WithNode extends Block {
  readonly kind: 'with'
  readonly names: readonly { readonly target: Expression; readonly value: Expression }[]
}
export interface NamedBlockNode extends Block {
  readonly kind: 'block'
  readonly name: string
  readonly scoped: boolean
}
/** `autoescape`, whose value means nothing for device text. */
export interface PlainBlockNode extends Block {
  readonly kind: 'plain-block'
}

export interface SyntaxProblem extends Range {
  readonly message: string
}

export interface TemplateTree {
  readonly text: string
  readonly body: readonly Node[]
  readonly problems: readonly SyntaxProblem[]
}

/** The text of a tree, byte for byte. */
export function printTemplate(tree: TemplateTree): string {
  return printNodes(tree.text, tree.body)
}

function printNodes(text: string, nodes: readonly Node[]): string {
  return nodes.map((node) => printNode(text, node)).join('')
}

function printNode(text: string, node: Node): string {
  if (!('sections' in node)) return text.slice(node.start, node.end)
  const opened = node.sections.map((part) => text.slice(part.start, part.end) + printNodes(text, part.body)).join('')
  return opened + (node.close === undefined ? '' : text.slice(node.close.start, node.close.end))
}
