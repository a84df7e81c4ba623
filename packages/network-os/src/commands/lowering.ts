import {
  Draft,
  type DraftItem,
  type ListName,
  type Note,
  type Origin,
  type SettingName,
  type SourceFile,
} from '@breakwater/core'
import { LineKind, type LineTable } from '../syntax/lines.ts'
import { isBlank } from '../syntax/phrases.ts'
import { Command, type Watch } from './command.ts'
import { compileRows, matchRow, type Matcher } from './match.ts'
import { LineClass, type CommandTable, type Row, type SettingPath } from './row.ts'

/** The command tables of a platform, compiled. */
export interface Commands {
  /** The matcher of a mode, compiled when the mode is first met; undefined for a mode without rows. */
  readonly matcherOf: (mode: number) => Matcher | undefined
  readonly finish: readonly ((to: Lowering) => void)[]
  readonly rows: readonly Row[]
  readonly tables: readonly CommandTable[]
}

/** Compiles the tables of all areas. A row may stand in the mode `*`: it is tried in every mode after that mode's own rows. */
export function compileCommands(tables: readonly CommandTable[], modeNames: readonly string[]): Commands {
  const byMode = new Map<string, Row[]>()
  for (const table of tables) {
    for (const [mode, rows] of Object.entries(table.rows)) {
      if (mode !== '*' && !modeNames.includes(mode)) throw new RangeError(`no mode is called ${mode}`)
      byMode.set(mode, [...(byMode.get(mode) ?? []), ...rows])
    }
  }
  const everywhere = byMode.get('*') ?? []
  const matchers: (Matcher | null | undefined)[] = []
  return {
    matcherOf: (mode) => {
      let matcher = matchers[mode]
      if (matcher === undefined) {
        const rows = [...(byMode.get(modeNames[mode] ?? '') ?? []), ...everywhere]
        matcher = rows.length === 0 ? null : compileRows(rows)
        matchers[mode] = matcher
      }
      return matcher ?? undefined
    },
    finish: tables.flatMap((table) => table.finish ?? []),
    rows: [...byMode.values()].flat(),
    tables,
  }
}

/** What watches over the lines of a text with holes. */
export interface Holes extends Watch {
  readonly draft: Draft
  /** A line begins; false where a hole leaves open which command it is. */
  begin(line: number, matcher: Matcher | undefined, from: number, negated: boolean, to: Lowering): boolean
  end(): void
  /** Everything before an offset of the text was read. */
  reach(offset: number): void
  /** After the last line. */
  close(): void
}

/** A configuration on its way from lines to a draft. Rows write through it. */
export class Lowering {
  readonly draft: Draft
  readonly notes: Note[] = []
  readonly file: SourceFile
  readonly table: LineTable
  /** The `LineClass` of every line. */
  readonly classes: Uint8Array
  /** What areas keep between lines, by a key of their own. */
  readonly memory = new Map<string, unknown>()
  readonly #sections = new Map<number, readonly DraftItem<ListName>[]>()
  readonly #holes: Holes | undefined
  #line = -1

  /** `holes`: what watches over the lines of a text with holes; it has the draft. */
  constructor(file: SourceFile, table: LineTable, holes?: Holes) {
    this.file = file
    this.draft = holes?.draft ?? new Draft()
    this.#holes = holes
    this.table = table
    this.classes = new Uint8Array(table.count)
  }

  /** The items that the section around the current line is about. */
  items<P extends ListName>(list: P): readonly DraftItem<P>[] {
    return this.#around(list)
  }

  /** The items that the section around the current line is about, of whatever list. */
  around(): readonly DraftItem<ListName>[] {
    return this.#around(undefined)
  }

  #around(list: ListName | undefined): readonly DraftItem<ListName>[] {
    for (let line = this.table.parent[this.#line] ?? -1; line >= 0; line = this.table.parent[line] ?? -1) {
      const items = this.#sections.get(line)
      if (items !== undefined && (list === undefined || (items[0]?.list ?? list) === list)) return items
    }
    return []
  }

  /** The section that the current line opens is about these items. */
  enter<P extends ListName>(items: readonly DraftItem<P>[]): void {
    this.#sections.set(this.#line, items)
  }

  /** States a setting: of the device, or of every item of the section around. */
  state(setting: SettingPath, value: unknown, at: Origin): void {
    const path = fieldOf(setting)
    if (path === undefined) this.draft.set(setting as SettingName, value as never, at)
    else for (const item of this.items(path.list)) item.set(path.field as never, value, at)
  }

  unset(setting: SettingPath, at: Origin): void {
    const path = fieldOf(setting)
    if (path === undefined) this.draft.unset(setting as SettingName, at)
    else for (const item of this.items(path.list)) item.unset(path.field as never, at)
  }

  /** The line is about the setting, but its value makes no sense to us. */
  unreadable(setting: SettingPath, at: Origin): void {
    this.classes[this.#line] = LineClass.unsupported
    const path = fieldOf(setting)
    if (path === undefined) this.draft.unknown(setting as SettingName, UNREADABLE, at)
    else for (const item of this.items(path.list)) item.unknown(path.field as never, UNREADABLE, at)
  }

  /** Marks the current line as one that would matter and cannot be read. */
  unsupported(): void {
    this.classes[this.#line] = LineClass.unsupported
  }

  /** Reads every line. */
  run(commands: Commands): void {
    const { table, classes } = this
    const { kind, mode, body, end, text } = table
    const holes = this.#holes
    for (let line = 0; line < table.count; line++) {
      if (kind[line] !== LineKind.command) continue
      this.#line = line
      const matcher = commands.matcherOf(mode[line] ?? 0)
      const stop = end[line] ?? 0
      let from = body[line] ?? 0
      const negated = startsWithWord(text, from, stop, 'no')
      const defaulted = !negated && startsWithWord(text, from, stop, 'default')
      if (negated) from += 2
      else if (defaulted) from += 7
      if (holes?.begin(line, matcher, from, negated || defaulted, this) === false) {
        classes[line] = LineClass.unsupported
        continue
      }
      const match = matcher === undefined ? undefined : matchRow(matcher, text, from, stop, negated || defaulted)
      if (match === undefined) {
        classes[line] = LineClass.unrecognised
        holes?.end()
        continue
      }
      classes[line] = match.row.class
      match.row.read?.(
        holes === undefined
          ? new Command(this.file, table, line, negated, defaulted, match.captures)
          : new Command(this.file, table, line, negated, defaulted, holes.words(match.captures), holes),
        this,
      )
      holes?.end()
    }
    this.#line = -1
    holes?.reach(text.length)
    for (const finish of commands.finish) finish(this)
    holes?.close()
  }
}

const UNREADABLE = { kind: 'unreadable' } as const

const fields = new Map<string, { list: ListName; field: string } | undefined>()

function fieldOf(setting: SettingPath): { list: ListName; field: string } | undefined {
  if (fields.has(setting)) return fields.get(setting)
  const [list, field] = setting.split('[].')
  const path = field === undefined ? undefined : { list: list as ListName, field }
  fields.set(setting, path)
  return path
}

function startsWithWord(text: string, from: number, end: number, word: string): boolean {
  const after = from + word.length
  return after < end && text.startsWith(word, from) && isBlank(text.charCodeAt(after))
}
