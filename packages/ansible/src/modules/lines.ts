import type { Clearing, Condition, Hop, Origin, Reason, TemplatePiece } from '@breakwater/core'
import type { Data, Piece } from '../data.ts'
import { stringTemplate } from '../template-text.ts'

/** A part of a command: a word of the module's own, or a value. */
export type Part = string | Data

const NO_CONDITION: readonly Condition[] = []

/** Arms of a value that are gone through; more of them are a hole. */
const MOST_ARMS = 8

/** The commands that a task enters, as pieces of a text. */
export class CommandLines {
  readonly pieces: TemplatePiece[] = []
  readonly #task: Origin
  readonly #when: readonly Condition[]
  readonly #known = new Map<Origin, Origin>()

  constructor(task: Origin, when: readonly Condition[] = []) {
    this.#task = task
    this.#when = when
  }

  /** Enters a command. `at`: what states it, such as an item of a list. A value of several arms makes a line for each. */
  add(depth: number, parts: readonly Part[], at: Origin, when: readonly Condition[] = []): void {
    const index = parts.findIndex((part) => typeof part !== 'string' && armsOf(part) !== undefined)
    const chosen = parts[index]
    const arms = chosen === undefined || typeof chosen === 'string' ? undefined : armsOf(chosen)
    if (arms !== undefined) {
      for (const arm of arms) this.add(depth, parts.with(index, arm.value), at, [...when, arm.when])
      return
    }
    const own = this.own(at)
    this.#push(' '.repeat(depth), own, own, when)
    for (const part of parts) {
      if (typeof part === 'string') this.#push(part, own, own, when)
      else this.value(part, own, depth, when)
    }
    this.#push('\n', own, own, when)
  }

  /** A line that nobody knows: it may state anything in its section. */
  open(depth: number, why: Reason, at: Origin): void {
    const own = this.own(at)
    this.#push(' '.repeat(depth), own, own)
    this.pieces.push({ text: '', at: own, template: own, hole: why, when: this.#when })
    this.#push('\n', own, own)
  }

  /** Takes away what was stated before. */
  clear(clears: Clearing, at: Origin): void {
    const own = this.own(at)
    this.pieces.push({ text: '', at: own, template: own, clears, when: this.#when })
  }

  /** A value, whose further lines stand as deep as the first. */
  value(data: Data, own: Origin, depth: number, when: readonly Condition[] = []): void {
    switch (data.kind) {
      case 'string': {
        const at = this.#placed(data.at, own)
        if (data.pieces !== undefined) for (const piece of data.pieces) this.#piece(piece, at, own, depth, when)
        else
          this.#rows(data.value, at, own, depth, when, data.at === undefined ? undefined : stringTemplate(data).placeOf)
        return
      }
      case 'int':
      case 'float':
        return this.#push(String(data.value), this.#placed(data.at, own), own, when)
      case 'bool':
        return this.#push(data.value ? 'true' : 'false', this.#placed(data.at, own), own, when)
      case 'unknown': {
        const at = this.#placed(data.at, own)
        if (data.pieces !== undefined) for (const piece of data.pieces) this.#piece(piece, at, own, depth, when)
        else this.#hole(data.why, at, own, when)
        return
      }
      case 'undefined':
        return this.#hole({ kind: 'unresolved', name: data.name }, this.#placed(data.at, own), own, when)
      case 'list':
      case 'dict':
      case 'callable':
      case 'null':
        return this.#hole({ kind: 'unreadable' }, this.#placed(data.at, own), own, when)
    }
  }

  /** The pieces of a text that was rendered already. */
  text(pieces: readonly TemplatePiece[]): void {
    for (const piece of pieces)
      this.pieces.push({
        ...piece,
        at: this.#reached(piece.at),
        template: this.#reached(piece.template),
        when: this.#under(piece.when ?? NO_CONDITION),
      })
    if (pieces.length > 0 && pieces.at(-1)?.text.endsWith('\n') !== true)
      this.#push('\n', this.own(this.#task), this.own(this.#task))
  }

  /** A place in the task, up to the end of its first line. */
  own({ span: { file, start, end }, via }: Origin): Origin {
    const newline = file.text.indexOf('\n', start)
    return { span: { file, start, end: newline < 0 ? end : Math.min(end, Math.max(newline, start + 1)) }, via }
  }

  #piece(piece: Piece, at: Origin, own: Origin, depth: number, when: readonly Condition[]): void {
    const place = piece.at === undefined ? at : this.#reached(piece.at)
    if (piece.hole !== undefined) this.#hole(piece.hole.why, place, own, when)
    else this.#rows(piece.text, place, own, depth, when)
  }

  #rows(
    text: string,
    at: Origin,
    own: Origin,
    depth: number,
    when: readonly Condition[],
    placeOf?: (offset: number) => number,
  ): void {
    let start = 0
    for (const row of text.split(/(?<=\n)/)) {
      if (start > 0) this.#push(' '.repeat(depth), own, own, when)
      const from = start
      const piece = { text: row, at, template: own, when: this.#under(when) }
      this.pieces.push(placeOf === undefined ? piece : { ...piece, placeOf: (offset) => placeOf(from + offset) })
      start += row.length
    }
  }

  #hole(hole: Reason, at: Origin, own: Origin, when: readonly Condition[]): void {
    this.pieces.push({ text: '', at, template: own, hole, when: this.#under(when) })
  }

  #push(text: string, at: Origin, template: Origin, when: readonly Condition[] = []): void {
    if (text !== '') this.pieces.push({ text, at, template, when: this.#under(when) })
  }

  #placed(at: Origin | undefined, own: Origin): Origin {
    return at === undefined ? own : this.#reached(at)
  }

  /** The way from a place outside of the task leads through it. */
  #reached(at: Origin): Origin {
    const { file, start, end } = this.#task.span
    if (at.span.file === file && at.span.start >= start && at.span.end <= end) return at
    let reached = this.#known.get(at)
    if (reached === undefined) {
      const hop: Hop = { role: 'task', span: this.own(this.#task).span }
      this.#known.set(at, (reached = { ...at, via: [...at.via, hop] }))
    }
    return reached
  }

  #under(when: readonly Condition[]): readonly Condition[] {
    return this.#when.length === 0 ? when : when.length === 0 ? this.#when : [...this.#when, ...when]
  }
}

function armsOf(data: Data): readonly { readonly when: Condition; readonly value: Data }[] | undefined {
  if (data.kind !== 'unknown' || data.choice === undefined || data.choice.arms.length > MOST_ARMS) return undefined
  return data.choice.arms
}
