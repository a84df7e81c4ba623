import type { Value } from '../evaluate/value.ts'
import { textOf, valueOf } from '../cloud/readings.ts'
import { once } from '../once.ts'
import type { Body } from '../project/project.ts'

/** A body with those around it: an object of a list, and the resource that has the list. */
export interface Scope {
  readonly body: Body
  readonly around?: Scope
}

/** Texts of an argument as the device writes them: `{ esp: { 'esp-256-aes': 'esp-aes 256' } }`. */
export type Spellings = Readonly<Record<string, Readonly<Record<string, string>>>>

/**
 * A command with arguments. `<name>` is a value, `<^name>` one of the object around. `[…]` is left out where its argument is
 * not set, `[!…]` is a hole then, since the device may have it all the same, and `{…}` is needed for the command to be there
 * at all. These hold arms, separated by `;`, of which the first that is set counts; an arm `?name …` is set where that is true,
 * `?name=word …` where it is that word, `?one?two …` where both hold. `<?name>` is a word that is not what the argument says.
 */
export interface Pattern {
  /** The arguments; those of the objects around begin with `^`. */
  readonly reads: readonly string[]
  /** As documentation shows it. */
  readonly shown: string
  /** The words; undefined where the command is not there. */
  readonly words: (scope: Scope) => readonly (string | Value)[] | undefined
}

type Token = string | { readonly name: string; readonly up: number; readonly hidden: boolean }

interface Arm {
  readonly flags: readonly { readonly name: string; readonly word: string }[]
  readonly tokens: readonly Token[]
}

type Part = { readonly kind: 'tokens' | 'optional' | 'open' | 'needed'; readonly arms: readonly Arm[] }

export function parsePattern(text: string, spellings: Spellings = {}): Pattern {
  const partsOf = once(() =>
    text.split(/(\[[^\]]*\]|\{[^}]*\})/).flatMap((part) => (part === '' ? [] : [partOf(part)])),
  )
  return {
    get reads() {
      return readsOf(partsOf())
    },
    get shown() {
      return shownOf(text)
    },
    words(scope) {
      const words: (string | Value)[] = []
      for (const part of partsOf()) {
        const made = wordsOf(part, scope, spellings)
        if (made === undefined) return undefined
        words.push(...made)
      }
      return words
    },
  }
}

function readsOf(parts: readonly Part[]): readonly string[] {
  const tokens = parts.flatMap(({ arms }) => arms.flatMap((arm) => arm.tokens))
  const named = tokens.flatMap((token) => (typeof token === 'string' ? [] : [`${'^'.repeat(token.up)}${token.name}`]))
  const flags = parts.flatMap(({ arms }) => arms.flatMap((arm) => arm.flags.map(({ name }) => name)))
  return [...new Set([...named, ...flags])]
}

function shownOf(text: string): string {
  return text
    .replaceAll(/(?<!<)\?\w+(?:=[\w-]+)?/g, '')
    .replaceAll('[!', '[')
    .replaceAll(/;\s*/g, '|')
    .replaceAll(/([[{|])\s+/g, '$1')
    .replaceAll(/(\S)([[{])/g, '$1 $2')
}

function partOf(text: string): Part {
  const [, open, mark, inner = ''] = /^([[{])(!?)(.*)[\]}]$/.exec(text) ?? []
  if (open === undefined) return { kind: 'tokens', arms: [armOf(text)] }
  const kind = open === '{' ? 'needed' : mark === '!' ? 'open' : 'optional'
  return { kind, arms: inner.split(';').map(armOf) }
}

function armOf(text: string): Arm {
  const [, marks = '', rest = text] = /^((?:\?\w+(?:=[\w-]+)?)+)(.*)$/.exec(text) ?? []
  const flags = [...marks.matchAll(/\?(\w+)(?:=([\w-]+))?/g)].map(([, name = '', word = 'true']) => ({ name, word }))
  return { flags, tokens: rest.split(/(<[?^]*\w+>)/).flatMap(tokenOf) }
}

function tokenOf(text: string): readonly Token[] {
  const [, hidden, ups, name] = /^<(\??)(\^*)(\w+)>$/.exec(text) ?? []
  if (ups !== undefined && name !== undefined) return [{ name, up: ups.length, hidden: hidden !== '' }]
  return text === '' ? [] : [text]
}

function wordsOf(part: Part, scope: Scope, spellings: Spellings): readonly (string | Value)[] | undefined {
  for (const { flags, tokens } of part.arms) {
    const truths = flags.map(({ name }) => valueOf(scope.body, name))
    // A truth that nobody knows stands for words that nobody knows.
    const open = truths.find((value) => value?.kind === 'unknown')
    if (open !== undefined) return [' ', open]
    if (flags.some(({ word }, index) => textOf(truths[index]) !== word)) continue
    const words = tokens.map((token) => (typeof token === 'string' ? said(token, truths[0]) : [valueAt(scope, token)]))
    if (words.every((some) => some.every((word) => word !== undefined)))
      return words.flatMap((some, index) =>
        some.flatMap((word) => (word === undefined ? [] : spelt(word, tokens[index], spellings))),
      )
  }
  switch (part.kind) {
    case 'optional':
      return []
    case 'open':
      return [' ', { kind: 'unknown', why: { kind: 'not-in-view' }, at: scope.body.at, sensitive: false }]
    case 'tokens':
    case 'needed':
      return undefined
  }
}

/** Words that a truth stands for are written where it is. */
function said(text: string, truth: Value | undefined): readonly (string | Value)[] {
  if (truth === undefined) return [text]
  const { at, sensitive } = truth
  return text
    .split(/(\s+)/)
    .flatMap((word) => (word === '' ? [] : [/\s/.test(word) ? word : { kind: 'string', value: word, at, sensitive }]))
}

function valueAt(scope: Scope, { name, up, hidden }: Exclude<Token, string>): Value | undefined {
  let at: Scope | undefined = scope
  for (let step = 0; step < up; step++) at = at?.around
  const value = at && valueOf(at.body, name)
  return hidden && value !== undefined
    ? { kind: 'unknown', why: { kind: 'unreadable' }, at: value.at, sensitive: false }
    : value
}

function spelt(word: string | Value, token: Token | undefined, spellings: Spellings): readonly (string | Value)[] {
  if (typeof word === 'string' || token === undefined || typeof token === 'string') return [word]
  const text = spellings[token.name]?.[textOf(word) ?? '']
  if (text === undefined || word.kind !== 'string') return [word]
  const { at, sensitive } = word
  return text
    .split(' ')
    .flatMap((value, index) => [...(index > 0 ? [' '] : []), { kind: 'string', value, at, sensitive } as const])
}
