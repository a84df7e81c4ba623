import { decodeType7 } from './type-7.ts'

export { isRedacted } from './redaction.ts'
export { decodeType7 } from './type-7.ts'

/** How a secret is stored. The prefix of a hash (`$9$`) decides above the digit before it. */
export type SecretStorage =
  | 'plain'
  | 'type-0'
  | 'type-4'
  | 'type-5'
  | 'type-6'
  | 'type-7'
  | 'type-8'
  | 'type-9'
  | 'type-10'
  /** `$14$`: an MD5 hash (type 5) that a newer release has wrapped in scrypt. */
  | 'wrapped-md5'
  /** `$5$` and `$6$` */
  | 'sha256'
  | 'sha512'
  /** Something stands in its place, and nothing tells how the device stores it. */
  | 'redacted'
  | 'unknown'

let textOf: (secret: Secret) => string

/** A password, key or hash. Its text is in none of its properties: `reveal` alone gives it. */
export class Secret {
  readonly storage: SecretStorage
  /** Offsets of the text in its file, in UTF-16 units. */
  readonly start: number
  readonly end: number
  /** Whether a placeholder or a variable stands where the text would be; what the digit tells of the storage holds still. */
  readonly redacted: boolean
  readonly #text: string

  static {
    textOf = (secret) => secret.#text
  }

  constructor(
    text: string,
    storage: SecretStorage,
    start: number,
    end: number,
    redacted: boolean = storage === 'redacted',
  ) {
    this.#text = text
    this.storage = storage
    this.start = start
    this.end = end
    this.redacted = redacted
  }

  toString(): string {
    return `‹${this.storage.replace('-', ' ')} secret›`
  }

  toJSON(): { readonly kind: 'secret'; readonly storage: SecretStorage } {
    return { kind: 'secret', storage: this.storage }
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString()
  }
}

/** The raw text of a secret. It must never reach a message, a report or a log. */
export function reveal(secret: Secret): string {
  return textOf(secret)
}

/** Whether a secret can be read back without a key: it is clear, or type 7. */
export function isReadable({ storage }: Secret): boolean {
  return storage === 'plain' || storage === 'type-0' || storage === 'type-7'
}

/** Whether the clear text of a secret is one of the words; undefined where there is no clear text. */
export function isOneOf(secret: Secret, words: readonly string[]): boolean | undefined {
  const clear = clearTextOf(secret)
  return clear === undefined ? undefined : words.includes(clear)
}

/** Puts together what has the same secret: the same clear text, or the same hash. Redacted secrets are left out. */
export function groupBySecret<T>(items: readonly T[], secretOf: (item: T) => Secret): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const secret = secretOf(item)
    if (secret.redacted) continue
    const text = clearTextOf(secret) ?? reveal(secret)
    const group = groups.get(text)
    if (group === undefined) groups.set(text, [item])
    else group.push(item)
  }
  return [...groups.values()]
}

function clearTextOf(secret: Secret): string | undefined {
  if (secret.redacted || !isReadable(secret)) return undefined
  const text = reveal(secret)
  return secret.storage === 'type-7' ? decodeType7(text) : text
}
