import type { Masked } from './frame.ts'

/** Stretches of a line that nobody vouches for and that look like secrets. Offsets are those in the line. */
export type Guess = (line: string) => readonly Masked[]

const COMMAND =
  /(?:^|[\s:=])(?:password|passwd|secret|key|key-string|community|pre-shared-key|passphrase|md5|sha|auth|priv|token|shared-secret|nthash)[\s:=]+(?:(?:\d{1,2}|hex|ascii|encrypted|local|remote)\s+)?(\S+)/gi

/** In a configuration: the words after words that announce a secret. */
export const guessInConfiguration: Guess = (line) =>
  [...line.matchAll(COMMAND)].map((match) => {
    const end = match.index + match[0].length
    return { start: end - (match[1] ?? '').length, end }
  })

/** Begins where a word does, so that the work grows with the line only. */
const ASSIGNED = /(?<![\w.-])([\w.-]+)["']?\s*[:=]\s*/g
const SECRETIVE = /pass|secret|token|communit|cred|key|auth|priv|psk|hash|md5|sha/i
const IN_ADDRESS = /:\/\/[^\s/:@]*:([^\s/@]+)@/g
const HARMLESS = /^(?:(?:true|false|yes|no|on|off|null|none|~|[|>][+-]?|\[|\{|\(|<<[-~]?\w*)?\s*(?:#.*)?$)/i
/** Something that names a value, rather than being one. */
const EXPRESSION = /\{\{|\{%|\$\{|^(?:var|local|module|data|each|resource)\.|^[a-z_]\w*\(|^random_\w+\./i
const QUOTED = /"([^"]+)"|'([^']+)'/g

/** In YAML, HCL, JSON, inventories and templates: what is assigned to a name that announces a secret, and what a command would hold. */
export const guessInCode: Guess = (line) => {
  const found: Masked[] = []
  for (const match of line.matchAll(ASSIGNED)) {
    if (!SECRETIVE.test(match[1] ?? '')) continue
    const start = match.index + match[0].length
    found.push(...secretsIn(line.slice(start), start))
  }
  for (const { start, end } of guessInConfiguration(line))
    if (!EXPRESSION.test(line.slice(start, end))) found.push({ start, end })
  for (const match of line.matchAll(IN_ADDRESS)) {
    const end = match.index + match[0].length - 1
    const secret = match[1] ?? ''
    if (!EXPRESSION.test(secret)) found.push({ start: end - secret.length, end })
  }
  return found
}

/** An expression shows its names, but no literal; another value is hidden whole. */
function secretsIn(value: string, offset: number): Masked[] {
  if (HARMLESS.test(value)) return []
  const inner = EXPRESSION.test(value.replace(/^["']/, '')) ? value.replace(/^(["'])(.*)\1(.*)$/s, ' $2 $3') : undefined
  if (inner !== undefined)
    return [...inner.matchAll(QUOTED)].map((match) => ({
      start: offset + match.index + 1,
      end: offset + match.index + match[0].length - 1,
    }))
  const [, quote = '', text = ''] = /^(["'])(.*?)\1/.exec(value) ?? []
  if (quote !== '') return [{ start: offset + 1, end: offset + 1 + text.length }]
  return [{ start: offset, end: offset + value.trimEnd().length }]
}
