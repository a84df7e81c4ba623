import type { SourceFile } from '@breakwater/core'
import type { JsonNode } from './json.ts'

/** A stretch of the file, in UTF-16 units; `end` is exclusive. */
export interface Located {
  readonly start: number
  readonly end: number
}

export interface Problem extends Located {
  readonly message: string
}

/** A file that was read. What could not be read is an `error` node and a problem. */
export interface ConfigFile {
  readonly file: SourceFile
  readonly syntax: 'native' | 'json'
  /** The values of a file in JSON syntax, of which `body` is made. */
  readonly json?: JsonNode
  readonly body: BodyNode
  readonly problems: readonly Problem[]
}

export interface BodyNode extends Located {
  readonly kind: 'body'
  readonly items: readonly BodyItem[]
}

export type BodyItem = AttributeNode | BlockNode | ErrorNode

export interface ErrorNode extends Located {
  readonly kind: 'error'
}

export interface NameNode extends Located {
  readonly kind: 'name'
  readonly name: string
}

export interface AttributeNode extends Located {
  readonly kind: 'attribute'
  readonly name: NameNode
  readonly expression: Expression
}

export interface BlockNode extends Located {
  readonly kind: 'block'
  readonly type: NameNode
  readonly labels: readonly NameNode[]
  readonly body: BodyNode
  /** The end of type and labels: from `start` to here is the header. */
  readonly headerEnd: number
}

export type Expression =
  | LiteralNode
  | TemplateNode
  | TupleNode
  | ObjectNode
  | ForNode
  | VariableNode
  | AttributeAccessNode
  | IndexNode
  | SplatNode
  | SplatItemNode
  | CallNode
  | UnaryNode
  | BinaryNode
  | ConditionalNode
  | ParenthesesNode
  | ErrorNode

export interface LiteralNode extends Located {
  readonly kind: 'literal'
  /** A number is kept as it is written: Terraform's are exact. */
  readonly value: boolean | null | { readonly number: string }
}

/** A quoted string, a heredoc, or the text of a JSON string or a template file. */
export interface TemplateNode extends Located {
  readonly kind: 'template'
  readonly form: 'quoted' | 'heredoc' | 'bare'
  readonly parts: readonly TemplatePart[]
}

export type TemplatePart = TemplateText | Interpolation | TemplateIf | TemplateFor | ErrorNode

export interface TemplateText extends Located {
  readonly kind: 'text'
  /** What the text means: escapes read, the indentation that `<<-` takes away left out, strip markers obeyed. */
  readonly text: string
  /** Whether `text` is the file's own from `start` to `end`. An escape is not, and is a part of its own. */
  readonly verbatim: boolean
}

export interface Interpolation extends Located {
  readonly kind: 'interpolation'
  readonly expression: Expression
}

export interface TemplateIf extends Located {
  readonly kind: 'if'
  readonly condition: Expression
  readonly yes: readonly TemplatePart[]
  readonly no: readonly TemplatePart[]
}

export interface TemplateFor extends Located {
  readonly kind: 'each'
  readonly key: NameNode | undefined
  readonly value: NameNode
  readonly collection: Expression
  readonly body: readonly TemplatePart[]
}

export interface TupleNode extends Located {
  readonly kind: 'tuple'
  readonly items: readonly Expression[]
}

export interface ObjectItem extends Located {
  readonly kind: 'item'
  /** A `variable` node is a bare word, and so the key itself; an expression stands in parentheses. */
  readonly key: Expression
  readonly value: Expression
}

export interface ObjectNode extends Located {
  readonly kind: 'object'
  readonly items: readonly ObjectItem[]
}

export interface ForNode extends Located {
  readonly kind: 'for'
  readonly key: NameNode | undefined
  readonly value: NameNode
  readonly collection: Expression
  /** Present in `{ for … : k => v }`. */
  readonly keyResult: Expression | undefined
  readonly valueResult: Expression
  readonly grouped: boolean
  readonly condition: Expression | undefined
}

/** The first name of a traversal: `var`, `local`, `each`, `aws_vpc`, a name that `for` binds. */
export interface VariableNode extends Located {
  readonly kind: 'variable'
  readonly name: string
}

export interface AttributeAccessNode extends Located {
  readonly kind: 'access'
  readonly object: Expression
  readonly name: NameNode
}

/** `a[b]`, and the old `a.0`. */
export interface IndexNode extends Located {
  readonly kind: 'index'
  readonly object: Expression
  readonly index: Expression
}

/** `a[*].b[*].c` nests on the right: the second splat is within `each` of the first. */
export interface SplatNode extends Located {
  readonly kind: 'splat'
  readonly form: 'full' | 'attribute'
  readonly collection: Expression
  /** What is made of each item, for which a `splat-item` node stands in it. */
  readonly each: Expression
}

export interface SplatItemNode extends Located {
  readonly kind: 'splat-item'
}

export interface CallNode extends Located {
  readonly kind: 'call'
  /** `provider::name::function` for a function of a provider. */
  readonly name: NameNode
  readonly arguments: readonly Expression[]
  /** Whether the last argument is spread: `max(list...)`. */
  readonly spread: boolean
}

export interface UnaryNode extends Located {
  readonly kind: 'unary'
  readonly operator: '-' | '!'
  readonly operand: Expression
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '&&' | '||'

export interface BinaryNode extends Located {
  readonly kind: 'binary'
  readonly operator: BinaryOperator
  readonly left: Expression
  readonly right: Expression
}

export interface ConditionalNode extends Located {
  readonly kind: 'conditional'
  readonly condition: Expression
  readonly yes: Expression
  readonly no: Expression
}

export interface ParenthesesNode extends Located {
  readonly kind: 'parentheses'
  readonly expression: Expression
}
