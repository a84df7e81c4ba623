import { isRedacted, Secret, type SecretStorage } from '@breakwater/core'
import type { Word } from './syntax/words.ts'

/** How a command writes its secret. */
export interface SecretGrammar {
  /** The digits that are a type where a value follows; all of them when it is left out. `password 7days` has none. */
  readonly types?: readonly string[]
  /** The value is one word and more follows; otherwise a clear value goes to the end of the line, blanks included. */
  readonly word?: boolean
  /** Where the digit stands behind the value: `ntp authentication-key 1 md5 070C285F4D06 7`. */
  readonly typeLast?: boolean
}

export interface SecretWords {
  readonly secret: Secret
  /** Index of the word after it. */
  readonly next: number
}

const TYPES: readonly string[] = ['0', '4', '5', '6', '7', '8', '9', '10']

/** Reads `[type] value` from words; undefined where no value is there. */
export function readSecret(
  text: string,
  words: readonly Word[],
  from: number,
  grammar: SecretGrammar = {},
): SecretWords | undefined {
  const { types = TYPES, word = false, typeLast = false } = grammar
  const first = words[from]
  if (first === undefined) return undefined
  if (typeLast) {
    const last = words[from + 1]?.text
    const type = last !== undefined && types.includes(last) ? last : undefined
    const [value, next] = valueAt(text, words, from, true)
    return value === undefined
      ? undefined
      : { secret: secretOf(value, type), next: type === undefined ? next : next + 1 }
  }
  const typed = types.includes(first.text) && words[from + 1] !== undefined
  const type = typed ? first.text : undefined
  const [value, next] = valueAt(text, words, typed ? from + 1 : from, word || (type !== undefined && type !== '0'))
  return value === undefined ? undefined : { secret: secretOf(value, type), next }
}

/** One word, or the rest of the line. A hole or a marker with blanks in it, `{{ key }}` or `<secret hidden>`, is one word. */
function valueAt(text: string, words: readonly Word[], from: number, single: boolean): [Word | undefined, number] {
  const first = words[from]
  const last = words.at(-1)
  if (first === undefined || last === undefined) return [undefined, from]
  let end = first
  let next = from + 1
  const close = closing(first.text)
  if (close !== undefined && !first.text.endsWith(close)) {
    const at = words.findIndex((word, index) => index > from && word.text.endsWith(close))
    if (at >= 0) {
      end = words[at] ?? first
      next = at + 1
    }
  }
  if (!single) {
    end = last
    next = words.length
  }
  return [{ text: text.slice(first.start, end.end), start: first.start, end: end.end }, next]
}

function closing(text: string): string | undefined {
  if (text.startsWith('{{')) return '}}'
  if (text.startsWith('<')) return '>'
  return text.startsWith('"') && text.length > 1 ? '"' : undefined
}

function secretOf({ text, start, end }: Word, type: string | undefined): Secret {
  // A hole may be a part of it.
  const redacted = isRedacted(text) || text.includes('{{')
  return new Secret(text, storageOf(text, type, redacted), start, end, redacted)
}

/** The prefix of a hash decides above the digit: `secret 9 $14$…` is a wrapped MD5 hash, `password 5 $5$…` is SHA-256. */
function storageOf(text: string, type: string | undefined, redacted: boolean): SecretStorage {
  if (type === undefined || type === '0') return redacted ? 'redacted' : type === undefined ? 'plain' : 'type-0'
  const prefix = type === '6' || type === '7' ? undefined : /^\$(1|5|6|8|9|14)\$/.exec(text)?.[1]
  switch (prefix) {
    case '1':
      return 'type-5'
    case '5':
      return 'sha256'
    case '6':
      return type === '10' ? 'type-10' : 'sha512'
    case '8':
      return 'type-8'
    case '9':
      return 'type-9'
    case '14':
      return 'wrapped-md5'
    case undefined:
      return `type-${type}` as SecretStorage
    default:
      return 'unknown'
  }
}
