import { ACCEPTS, compilePhrases, matchPhrase, type PhraseSet } from './phrases.ts'

/**
 * How the lines below an opening line are read when they are not commands.
 * - `delimited`: free text up to the delimiter that stands at word `at` of the opening line (0 is the first word).
 * - `until`: free text up to a line that is one of `words`.
 * - `hex`, `base64`: encoded lines up to `quit` or `exit`; none at all when the next line is not encoded.
 */
export type Body =
  | { readonly kind: 'delimited'; readonly at: number }
  | { readonly kind: 'until'; readonly words: readonly string[] }
  | { readonly kind: 'hex' }
  | { readonly kind: 'base64' }

/** A mode as a platform declares it. Phrases are explained at `compilePhrases`. */
export interface ModeDefinition {
  readonly name: string
  /** Phrases that open the mode. */
  readonly opens: readonly string[]
  /** The modes in which those phrases open it; global by default. */
  readonly within?: readonly string[]
  /** Phrases of the commands that the mode takes, separated by commas; what tells a section without indentation. */
  readonly children?: string
  /** The commands that leave this mode and no other, such as `exit-address-family`. */
  readonly exit?: readonly string[]
  readonly body?: Body
}

/** The grammar of one platform, as far as its sections need it. */
export interface Grammar {
  readonly modes: readonly ModeDefinition[]
  /** Phrases of global commands that are found in no other mode and open nothing. */
  readonly leaves: readonly string[]
  /** First words of global commands that other modes know as well, or whose commands may open sections. */
  readonly shared: readonly string[]
  /** Phrases, at the top level, of lines that a terminal or an operator added. */
  readonly artefacts: readonly string[]
}

/** What a phrase at the top level says about a line, if it opens no mode. Mode ids are smaller than these. */
export const Verdict = { none: 0, leaf: 256, shared: 257, artefact: 258 } as const

/** The phrases of a mode's commands. */
export interface ModeCommands {
  readonly set: PhraseSet
  /** By the code of their first letter, each as its words. */
  readonly byLetter: ReadonlyMap<number, readonly (readonly string[])[]>
}

/** The modes of a platform, ready for the parser. Mode ids index `names`; 0 is global, 1 is `unknown`. */
export interface ModeTable {
  readonly names: readonly string[]
  readonly bodies: readonly (Body | undefined)[]
  readonly exits: readonly (readonly string[])[]
  /** The phrases that open a mode, and at the top level the verdicts, for `verdictOf`. Made when first asked for. */
  readonly openers: () => PhraseSet
  /** The commands of a mode. Few texts ask for more than a few modes, so each is made when it is first asked for. */
  readonly commands: (mode: number) => ModeCommands
}

/** Compiles a platform's grammar. At most 255 modes. */
export function compileModes(grammar: Grammar): ModeTable {
  const definitions = [{ name: 'global', opens: [] }, { name: 'unknown', opens: [] }, ...grammar.modes]
  const modes: readonly ModeDefinition[] = definitions
  const commands: ModeCommands[] = []
  let openers: PhraseSet | undefined
  return {
    names: modes.map((mode) => mode.name),
    bodies: modes.map((mode) => mode.body),
    exits: modes.map((mode) => mode.exit ?? []),
    openers: () => (openers ??= compileOpeners(grammar, modes)),
    commands: (mode) => (commands[mode] ??= compileCommands(modes[mode]?.children ?? '')),
  }
}

function compileOpeners(grammar: Grammar, modes: readonly ModeDefinition[]): PhraseSet {
  const ids = new Map(modes.map((mode, id) => [mode.name, id]))
  const phrases = [
    ...global(grammar.shared, Verdict.shared),
    ...global(grammar.leaves, Verdict.leaf),
    ...global(grammar.artefacts, Verdict.artefact),
  ]
  for (const [accept, mode] of modes.entries()) {
    for (const parent of mode.within ?? ['global']) {
      const root = ids.get(parent)
      if (root === undefined) throw new RangeError(`mode ${mode.name} stands in ${parent}, which is no mode`)
      for (const phrase of mode.opens) phrases.push({ root, phrase, accept })
    }
  }
  return compilePhrases(phrases, modes.length)
}

function global(phrases: readonly string[], accept: number): { root: number; phrase: string; accept: number }[] {
  return phrases.map((phrase) => ({ root: 0, phrase, accept }))
}

/** What the openers of a mode say about the text from `at` to `end`: the id of a mode that it opens, or a `Verdict`. */
export function verdictOf(openers: PhraseSet, mode: number, text: string, at: number, end: number): number {
  return matchPhrase(openers, mode + 1, text, at, end) & (ACCEPTS - 1)
}

/** The words of the phrase by which a mode knows the text, but for shared first words, of which -1 tells; or 0. */
export function weightOf(openers: PhraseSet, mode: number, text: string, at: number, end: number): number {
  const found = matchPhrase(openers, mode + 1, text, at, end)
  return (found & (ACCEPTS - 1)) === Verdict.shared ? -1 : Math.floor(found / ACCEPTS)
}

function compileCommands(children: string): ModeCommands {
  const phrases = children
    .split(',')
    .map((phrase) => phrase.trim().split(/\s+/))
    .filter(([first]) => first !== '')
  const byLetter = new Map<number, string[][]>()
  for (const words of phrases) {
    const letter = words[0]?.charCodeAt(0) ?? 0
    const filed = byLetter.get(letter)
    if (filed === undefined) byLetter.set(letter, [words])
    else filed.push(words)
  }
  const set = compilePhrases(
    phrases.map((words) => ({ root: 0, phrase: words.join(' '), accept: 1 })),
    1,
  )
  return { set, byLetter }
}
