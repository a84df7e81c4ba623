/**
 * Phrases as a tree of characters, so that a line is recognised without cutting it into words.
 *
 * A context stands between two words. It leads to the nodes of the words that may follow, to the context after a
 * number, and to the context after any word. A node whose word may end there leads to the next context.
 */
export interface PhraseSet {
  /** The next node for a node and a character class: `next[node * CLASSES + class]`, 0 for none. */
  readonly next: Uint16Array
  /** The context after the word that may end at a node, or 0. */
  readonly after: Int32Array
  /** Per context: its first node, the contexts after a number and after any word, or 0. */
  readonly first: Int32Array
  readonly number: Int32Array
  readonly any: Int32Array
  /**
   * Per context: what is found when the phrase ends here whatever follows, and when the line ends here; or 0.
   * The number that the phrase accepts, and `ACCEPTS` times the words of the phrase, `*` left out.
   */
  readonly accept: Int32Array
  readonly end: Int32Array
}

/** Numbers that a phrase accepts are smaller than this. */
export const ACCEPTS = 512

const CLASSES = 40
const CLASS = characterClasses()

/** Letters of either case 1-26, digits 27-36, hyphen 37, underscore 38, colon 39; no keyword has other characters. */
function characterClasses(): Uint8Array {
  const classes = new Uint8Array(128)
  for (let letter = 0; letter < 26; letter++) classes[65 + letter] = classes[97 + letter] = 1 + letter
  for (let digit = 0; digit < 10; digit++) classes[48 + digit] = 27 + digit
  classes[45] = 37
  classes[95] = 38
  classes[58] = 39
  return classes
}

/**
 * Compiles phrases, each below one of `roots` contexts: root `r` is the context `r + 1`.
 *
 * A phrase is words separated by blanks: `int[erface]` from `int` on, in any case; `a|b` one of both; `#` a number
 * (`isNumber`); `*` any word; `$` the end of the line. Without `$` anything may follow. Where two phrases accept a
 * line, the longer one is found; a keyword goes before `#`, and `#` before `*`.
 */
export function compilePhrases(
  phrases: readonly { root: number; phrase: string; accept: number }[],
  roots: number,
): PhraseSet {
  const tree = emptyTree()
  for (let root = 1; root <= roots; root++) addContext(tree)
  for (const { root, phrase, accept } of phrases) {
    let contexts = [root + 1]
    let closed = false
    for (const word of phrase.split(' ')) {
      if (word === '$') closed = true
      else if (!word.includes('|')) contexts = contexts.map((context) => addWord(tree, context, word))
      else contexts = contexts.flatMap((context) => word.split('|').map((choice) => addWord(tree, context, choice)))
    }
    const words = phrase.split(' ').filter((word) => word !== '*').length
    for (const context of contexts) (closed ? tree.end : tree.accept)[context] = accept + words * ACCEPTS
  }
  const { after, first, number, any, accept, end } = tree
  return {
    next: tree.next.slice(0, after.length * CLASSES),
    after: Int32Array.from(after),
    first: Int32Array.from(first),
    number: Int32Array.from(number),
    any: Int32Array.from(any),
    accept: Int32Array.from(accept),
    end: Int32Array.from(end),
  }
}

/**
 * What the longest phrase below `context` that matches the text from `at` to `end` accepts, as `PhraseSet` stores it;
 * 0 if none does.
 * Reads no further than it needs to.
 */
export function matchPhrase(set: PhraseSet, context: number, text: string, at: number, end: number): number {
  const { next, after, first, number, any, accept } = set
  let found = 0
  let from = at
  for (;;) {
    let code = 32
    while (from < end && isBlank((code = text.charCodeAt(from)))) from++
    if (from === end) return set.end[context] || found
    const begin = from
    let node = first[context] as number
    while (from < end && node !== 0 && !isBlank((code = text.charCodeAt(from)))) {
      const cls = code < 128 ? (CLASS[code] as number) : 0
      node = cls === 0 ? 0 : (next[node * CLASSES + cls] as number)
      from++
    }
    let following = node === 0 ? 0 : (after[node] as number)
    if (following === 0) {
      code = text.charCodeAt(begin)
      if (isNumber(code)) following = number[context] as number
      if (following === 0) following = any[context] as number
      if (following === 0) return found
      while (from < end && !isBlank(text.charCodeAt(from))) from++
    }
    context = following
    found = (accept[context] as number) || found
  }
}

/** Whether the character separates words: a control character, a blank, or a no-break space. */
export function isBlank(code: number): boolean {
  return code <= 32 || code === 160
}

/**
 * Whether a word that begins so stands for a number: with a digit, or with what holds a number's place in a template
 * (`{{ id }}`, `<id>`, `$id`, a private character).
 */
export function isNumber(code: number): boolean {
  if (code < 128) return (code >= 48 && code <= 57) || code === 123 || code === 60 || code === 36
  return (code >= 0xe000 && code <= 0xf8ff) || code === 0xfffc
}

interface Tree {
  next: Uint16Array
  after: number[]
  first: number[]
  number: number[]
  any: number[]
  accept: number[]
  end: number[]
}

/** A tree whose node 0 and context 0 mean none. */
function emptyTree(): Tree {
  const tree: Tree = {
    next: new Uint16Array(CLASSES * 1024),
    after: [],
    first: [],
    number: [],
    any: [],
    accept: [],
    end: [],
  }
  addNode(tree)
  addContext(tree)
  return tree
}

function addNode(tree: Tree): number {
  const node = tree.after.push(0) - 1
  if ((node + 1) * CLASSES > tree.next.length) {
    const wider = new Uint16Array(2 * tree.next.length)
    wider.set(tree.next)
    tree.next = wider
  }
  return node
}

function addContext(tree: Tree): number {
  for (const column of [tree.first, tree.number, tree.any, tree.accept]) column.push(0)
  return tree.end.push(0) - 1
}

const OPEN = 91
const CLOSE = 93

function addWord(tree: Tree, context: number, word: string): number {
  if (word === '#') return (tree.number[context] ||= addContext(tree))
  if (word === '*') return (tree.any[context] ||= addContext(tree))
  const bracket = word.indexOf('[')
  const least = bracket < 0 ? word.length : bracket
  let node = (tree.first[context] ||= addNode(tree))
  let following = 0
  const ends: number[] = []
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at)
    if (code === OPEN || code === CLOSE) continue
    const cls = CLASS[code] ?? 0
    if (cls === 0) throw new RangeError(`no keyword has the character ${word.charAt(at)}: ${word}`)
    const cell = node * CLASSES + cls
    node = tree.next[cell] || addNode(tree)
    tree.next[cell] = node
    if (at + 1 < least) continue
    ends.push(node)
    // The node may have been reached before, by the word or by an abbreviation of a longer one.
    following ||= tree.after[node] as number
  }
  following ||= addContext(tree)
  for (const end of ends) tree.after[end] ||= following
  return following
}
