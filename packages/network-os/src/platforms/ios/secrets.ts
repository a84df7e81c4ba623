import { originAt, Secret, type SecretUse } from '@breakwater/core'
import { wordsBetween, type Command } from '../../commands/command.ts'
import type { Lowering } from '../../commands/lowering.ts'
import { command, type Row } from '../../commands/row.ts'
import { readSecret, type SecretGrammar } from '../../secrets.ts'
import { words } from '../../syntax/words.ts'

const ORDINALS = 'secrets'

/**
 * Records a secret in the flat list, from which it is judged and by which reports mask it. A secret that is not in force
 * (the line takes it away) is masked alone.
 */
export function addSecret(to: Lowering, secret: Secret, use: SecretUse, owner?: string, inForce = true): void {
  let ordinals = to.memory.get(ORDINALS) as Map<string, number> | undefined
  if (ordinals === undefined) to.memory.set(ORDINALS, (ordinals = new Map()))
  const whose = owner === undefined ? use : `${use} ${owner}`
  const ordinal = (ordinals.get(whose) ?? 0) + 1
  ordinals.set(whose, ordinal)
  const key = ordinal === 1 ? whose : `${whose} #${ordinal}`
  to.draft.add('secrets', key, { use, owner, secret, inForce }, originAt(to.file, secret.start, secret.end))
}

/** The secrets of one use and owner are gone, or a later line has replaced them: they stay masked. */
export function retireSecrets(to: Lowering, use: SecretUse, owner?: string): void {
  const whose = owner === undefined ? use : `${use} ${owner}`
  if ((to.memory.get(ORDINALS) as Map<string, number> | undefined)?.has(whose) !== true) return
  for (const { key, id, at } of to.draft.items('secrets')) {
    if (id.use !== use || id.owner !== owner || !id.inForce) continue
    to.draft.remove('secrets', key)
    to.draft.add('secrets', key, { ...id, inForce: false }, at)
  }
}

export interface SecretCommand extends SecretGrammar {
  /** Captures that name the owner. */
  readonly owner?: readonly number[]
  /** The sections around name the owner too. */
  readonly section?: boolean
  readonly found?: (secret: Secret, line: Command, to: Lowering) => void
  /** Nothing follows the secret on IOS: a line that goes on is of another platform, and any of its words may be the secret. */
  readonly alone?: boolean
}

/** A command whose last capture is `[type] secret`: `secretCommand('ip ftp password <secret...>', 'file-transfer')`. */
export function secretCommand(pattern: string, use: SecretUse, options: SecretCommand = {}): Row {
  const captures = pattern.split(/\s+/).filter((part) => part.startsWith('<')).length
  return command(pattern, (line, to) => {
    const owner = ownerOf(line, options)
    const value = line.captures[captures - 1]
    const gone = line.negated || line.defaulted
    if (gone) retireSecrets(to, use, owner)
    if (value === undefined) return
    const { text } = line.table
    const given = wordsBetween(text, value.start, value.end)
    const read = readSecret(text, given, 0, options)
    if (read === undefined) return
    if (options.alone === true && read.next < given.length) {
      for (const word of given) addSecret(to, new Secret(word.text, 'unknown', word.start, word.end), use, owner, false)
      return to.unsupported()
    }
    addSecret(to, read.secret, use, owner, !gone)
    if (!gone) options.found?.(read.secret, line, to)
  })
}

/** A command in which secrets follow some keywords, whatever stands between them. */
export function keyedCommand(
  pattern: string,
  use: SecretUse,
  keywords: readonly string[],
  options: SecretCommand = {},
): Row {
  return command(pattern, (line, to) => {
    const owner = ownerOf(line, options)
    const gone = line.negated || line.defaulted
    if (gone) retireSecrets(to, use, owner)
    for (const secret of secretsAfter(line, keywords, options)) {
      addSecret(to, secret, use, owner, !gone)
      if (!gone) options.found?.(secret, line, to)
    }
  })
}

/** The secrets that follow keywords of a command. */
export function secretsAfter(line: Command, keywords: readonly string[], grammar: SecretGrammar = {}): Secret[] {
  const found: Secret[] = []
  const { words: all } = line
  for (let at = 1; at < all.length; at++) {
    if (!keywords.includes(all[at - 1]?.text.toLowerCase() ?? '')) continue
    const read = readSecret(line.table.text, all, at, { word: true, ...grammar })
    if (read === undefined) continue
    found.push(read.secret)
    at = read.next
  }
  return found
}

const TYPED_KEYWORDS = [
  'password',
  'secret',
  'key',
  'key-string',
  'community',
  'pre-shared-key',
  'authentication-key',
  'auth',
  'priv',
  'md5',
  'sha',
]

/** A command that a script types (EEM, kron): what looks like a secret in it is masked, and not judged. */
export function maskTypedSecrets(line: Command, to: Lowering): void {
  for (const secret of secretsAfter(line, TYPED_KEYWORDS)) addSecret(to, secret, 'other', undefined, false)
}

function ownerOf(line: Command, { owner, section }: SecretCommand): string | undefined {
  const parts = section === true ? sectionsAround(line) : []
  for (const capture of owner ?? []) if (line.text(capture) !== '') parts.push(line.text(capture))
  return parts.length === 0 ? undefined : parts.join(' ')
}

/** The names of the sections around: `key chain CORE` and `key 1` give `CORE 1`. */
function sectionsAround({ table, line }: Command): string[] {
  const names: string[] = []
  for (let around = table.parent[line] ?? -1; around >= 0; around = table.parent[around] ?? -1) {
    const name = words(table, around).at(-1)?.text
    if (name !== undefined) names.unshift(name)
  }
  return names
}
