import type { Condition } from './condition.ts'
import type { Reason } from './fact.ts'
import type { Origin, SourceFile, Span } from './source.ts'
import type { ListName, SettingName } from './vocabulary.ts'

/** What a source takes away before it states the same anew: the device then has what follows, and nothing else of it. */
export interface Clearing {
  /** Lists whose items go; the lists are whole from here on. */
  readonly lists?: readonly ListName[]
  /** Settings that go back to their defaults. */
  readonly settings?: readonly SettingName[]
  /** Fields that go back to their defaults in every item in view. */
  readonly fields?: readonly `${ListName}[].${string}`[]
  /** Keys of items that stay. */
  readonly keep?: readonly string[]
  /** Left open whatever is cleared: more than what follows may be there. */
  readonly open?: boolean
}

/** A stretch of a rendered text of which everything is told by one place. */
export interface TemplatePiece {
  /** The text; '' for a hole. */
  readonly text: string
  /** Where a person edits it, and the way from there: a variable's value, a literal, the template's own text. */
  readonly at: Origin
  /** Where the template prints it: the same as `at` for its own text, else the expression. */
  readonly template: Origin
  /** The offset in the file of `at` of an offset in `text`; left out, it is found by looking for the text. */
  readonly placeOf?: (offset: number) => number
  /** Why nobody knows the text. */
  readonly hole?: Reason
  /** Conditions that nobody can decide and under which the piece is there, the outermost first. */
  readonly when?: readonly Condition[]
  /** What the source clears here; such a piece has no text. */
  readonly clears?: Clearing
}

/** A rendered device text, and where each part of it stands. */
export interface TemplateText {
  readonly pieces: readonly TemplatePiece[]
  /** Why there may be more text than this; undefined where this is all. */
  readonly open?: Reason
  /** The first line of what makes the device: where one would write what the device lacks. */
  readonly at: Origin
}

/** A hole in the text of a map. */
export interface HoleRange {
  readonly start: number
  readonly end: number
  readonly why: Reason
}

/** A place of a map where the source clears something. */
export interface ClearingMark {
  /** The offset in the text: what stands before it is cleared. */
  readonly offset: number
  readonly clears: Clearing
  /** What clears it, with the conditions under which it does. */
  readonly at: Origin
}

/** A template text as one text, in which a hole reads `{{name}}`, with the way back to the places of each part. */
export interface MappedText {
  /** The text; its path is the device's name. No place that leaves the map is in it. */
  readonly file: SourceFile
  readonly holes: readonly HoleRange[]
  /** In the order of the text. */
  readonly clearings: readonly ClearingMark[]
  /** The holes that a range touches. */
  holesIn(start: number, end: number): readonly HoleRange[]
  /** Conditions of the lines that a range touches. */
  whenAt(start: number, end: number): readonly Condition[]
  /** The place of a line as a line: the template's line, or the value that holds it whole. */
  lineAt(start: number, end: number): Origin
  /** The place where one changes the words of a range. */
  wordAt(start: number, end: number): Origin
  /** Every place that feeds a range. */
  placesOf(start: number, end: number): readonly Span[]
  /** Whether the template itself says all of a range, so that its line is the place. */
  isOwn(start: number, end: number): boolean
}

/** A piece with its place in the text. Of one shape, for there are many. */
interface Placed {
  readonly text: string
  readonly at: Origin
  readonly template: Origin
  readonly placeOf: TemplatePiece['placeOf'] | undefined
  readonly hole: Reason | undefined
  readonly when: readonly Condition[] | undefined
  readonly start: number
  readonly end: number
}

/** Puts the pieces of a text together. Linear. */
export function mapTemplate(template: TemplateText, name: string): MappedText {
  const pieces: Placed[] = []
  const texts: string[] = []
  const holes: HoleRange[] = []
  const clearings: ClearingMark[] = []
  const names = new Map<string, Map<string, number>>()
  let length = 0
  for (const piece of template.pieces) {
    if (piece.clears !== undefined) {
      const at = piece.when === undefined || piece.when.length === 0 ? piece.at : { ...piece.at, when: piece.when }
      clearings.push({ offset: length, clears: piece.clears, at })
      continue
    }
    const text = piece.hole === undefined ? piece.text : holeText(piece.hole, piece.template.span, names)
    if (text === '') continue
    if (piece.hole !== undefined) holes.push({ start: length, end: length + text.length, why: piece.hole })
    const { at, template: own, placeOf, hole, when } = piece
    pieces.push({ text, at, template: own, placeOf, hole, when, start: length, end: length + text.length })
    texts.push(text)
    length += text.length
  }
  return new PiecedText({ path: name, text: texts.join('') }, pieces, holes, clearings, template.at)
}

/** `{{ntp_server}}`, and `{{ntp_server#2}}` where another place has a hole of that name: the two need not be the same. */
function holeText(why: Reason, { file, start }: Span, names: Map<string, Map<string, number>>): string {
  const name = why.kind === 'unresolved' ? why.name.replaceAll(/[\s{}]+/g, '') : why.kind
  let places = names.get(name)
  if (places === undefined) names.set(name, (places = new Map()))
  const place = `${file.path}:${start}`
  const ordinal = places.get(place) ?? places.size + 1
  places.set(place, ordinal)
  return ordinal === 1 ? `{{${name}}}` : `{{${name}#${ordinal}}}`
}

const NEVER: readonly never[] = []

class PiecedText implements MappedText {
  readonly file: SourceFile
  readonly holes: readonly HoleRange[]
  readonly clearings: readonly ClearingMark[]
  readonly #pieces: readonly Placed[]
  readonly #empty: Origin
  readonly #lines = new Map<string, Origin>()
  readonly #words = new Map<string, Origin>()
  readonly #when = new Map<number, readonly Condition[]>()

  constructor(
    file: SourceFile,
    pieces: readonly Placed[],
    holes: readonly HoleRange[],
    clearings: readonly ClearingMark[],
    empty: Origin,
  ) {
    this.file = file
    this.#pieces = pieces
    this.holes = holes
    this.clearings = clearings
    this.#empty = empty
  }

  holesIn(start: number, end: number): readonly HoleRange[] {
    if (this.holes.length === 0) return NEVER
    const first = firstFrom(this.holes, start)
    if ((this.holes[first]?.start ?? end) >= end) return NEVER
    return this.holes.slice(first, firstFrom(this.holes, end - 1) + 1).filter((hole) => hole.start < end)
  }

  whenAt(start: number, end: number): readonly Condition[] {
    const { text } = this.file
    const from = text.lastIndexOf('\n', start - 1) + 1
    let when = this.#when.get(from)
    if (when === undefined) {
      const newline = text.indexOf('\n', Math.max(start, end - 1))
      when = conditionsOf(this.#said(from, newline < 0 ? text.length : newline))
      this.#when.set(from, when)
    }
    return when
  }

  lineAt(start: number, end: number): Origin {
    return remember(this.#lines, start, end, () => {
      const said = this.#said(start, end)
      const [first] = said
      if (first === undefined) return this.#empty
      if (said.length === 1) return this.#origin(first.at, spanIn(first, start, end), start, end)
      const spans = said.map((piece) => withBraces(isOwnText(piece) ? spanIn(piece, start, end) : piece.template.span))
      return this.#origin(first.template, hull(spans), start, end)
    })
  }

  wordAt(start: number, end: number): Origin {
    return remember(this.#words, start, end, () => {
      const said = this.#said(start, end)
      const piece = said.find((one) => !isOwnText(one)) ?? said[0]
      if (piece === undefined) return this.lineAt(start, end)
      if (said.every(isOwnText))
        return this.#origin(piece.at, hull(said.map((one) => spanIn(one, start, end))), start, end)
      return this.#origin(piece.at, spanIn(piece, start, end), start, end)
    })
  }

  placesOf(start: number, end: number): readonly Span[] {
    return this.#said(start, end).map((piece) => spanIn(piece, start, end))
  }

  isOwn(start: number, end: number): boolean {
    return this.#said(start, end).every(isOwnText)
  }

  /** The pieces that say something between two offsets. */
  #said(start: number, end: number): Placed[] {
    const found: Placed[] = []
    for (let index = firstFrom(this.#pieces, start); index < this.#pieces.length; index++) {
      const piece = this.#pieces[index] as Placed
      if (piece.start >= end) break
      const { text } = this.file
      for (let at = Math.max(piece.start, start); at < Math.min(piece.end, end); at++) {
        if (text.charCodeAt(at) <= 32) continue
        found.push(piece)
        break
      }
    }
    return found
  }

  #origin({ via }: Origin, span: Span, start: number, end: number): Origin {
    const when = this.whenAt(start, end)
    return when.length === 0 ? { span, via } : { span, via, when }
  }
}

function remember(known: Map<string, Origin>, start: number, end: number, make: () => Origin): Origin {
  const range = `${start}:${end}`
  let origin = known.get(range)
  if (origin === undefined) known.set(range, (origin = make()))
  return origin
}

/** The first range that ends after an offset. */
function firstFrom(ranges: readonly { readonly end: number }[], offset: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

function conditionsOf(pieces: readonly Pick<Placed, 'when'>[]): readonly Condition[] {
  const found: Condition[] = []
  for (const { when = NEVER } of pieces) {
    for (const one of when)
      if (!found.some(({ kind, text, holds }) => kind === one.kind && text === one.text && holds === one.holds))
        found.push(one)
  }
  return found
}

function isOwnText({ at, template }: Placed): boolean {
  if (at === template) return true
  const [told, printed] = [at.span, template.span]
  if (told.file !== printed.file || told.start !== printed.start) return false
  // The first arm of an inline `if` begins where its expression does.
  return told.end === printed.end || withBraces(printed) === printed
}

const OPENING = /(?:\{\{|\$\{)[-+~]?[ \t]*$/
const CLOSING = /[ \t]*[-+~]?\}\}?/y

/** An expression with the braces around it, where it fills them: `{{ name }}`, `${name}`. */
function withBraces(span: Span): Span {
  const { text } = span.file
  const opening = OPENING.exec(text.slice(Math.max(span.start - MOST_OPENING, 0), span.start))?.[0]
  if (opening === undefined) return span
  CLOSING.lastIndex = span.end
  const closing = CLOSING.exec(text)?.[0]
  return closing === undefined ? span : { ...span, start: span.start - opening.length, end: span.end + closing.length }
}

/** Longer than what stands between the braces and an expression. */
const MOST_OPENING = 40

/** The smallest span of the first one's file that holds all of that file. */
function hull(spans: readonly Span[]): Span {
  const [first] = spans as readonly [Span, ...Span[]]
  let { start, end } = first
  for (const span of spans) {
    if (span.file !== first.file) continue
    start = Math.min(start, span.start)
    end = Math.max(end, span.end)
  }
  return { file: first.file, start, end }
}

/** Where a part of a piece's text stands in its file. */
function spanIn(piece: Placed, from: number, to: number): Span {
  const { span } = piece.at
  if (piece.hole !== undefined) return span
  let start = Math.max(from - piece.start, 0)
  let end = Math.min(to - piece.start, piece.text.length)
  while (start < end && piece.text.charCodeAt(start) <= 32) start++
  while (end > start && piece.text.charCodeAt(end - 1) <= 32) end--
  if (start === end) return span
  if (piece.placeOf !== undefined)
    return { file: span.file, start: piece.placeOf(start), end: piece.placeOf(end - 1) + 1 }
  const offset = offsetIn(piece, start, end)
  return offset === undefined ? span : { file: span.file, start: offset, end: offset + end - start }
}

/** The lines of a piece that its file holds too, or all of it as one, in order: offsets in the text, lengths, offsets in the file. */
type Alignment = readonly { readonly at: number; readonly length: number; readonly place: number }[]

const alignments = new WeakMap<Placed, Alignment>()

/** Where a file holds a part of a line of a piece: a scalar with quotes, a block with an indentation. */
function offsetIn(piece: Placed, from: number, to: number): number | undefined {
  let lines = alignments.get(piece)
  if (lines === undefined) alignments.set(piece, (lines = align(piece)))
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.at ?? 0) <= from) low = middle + 1
    else high = middle
  }
  const line = lines[low - 1]
  return line === undefined || to > line.at + line.length ? undefined : line.place + from - line.at
}

function align({ text, at: { span } }: Placed): Alignment {
  if (span.end - span.start === text.length && span.file.text.startsWith(text, span.start))
    return [{ at: 0, length: text.length, place: span.start }]
  const lines: { at: number; length: number; place: number }[] = []
  let cursor = span.start
  for (const { 0: row, index } of text.matchAll(/[^\n]+/g)) {
    const written = row.trim()
    if (written === '') continue
    const place = span.file.text.indexOf(written, cursor)
    if (place < 0 || place + written.length > span.end) break
    lines.push({ at: index + row.indexOf(written), length: written.length, place })
    cursor = place + written.length
  }
  return lines
}
