import type { Change, FieldName, ItemRef, ListName, SettingName } from '@breakwater/core'
import type { Command } from './command.ts'
import type { Lowering } from './lowering.ts'

/** What became of a command line. */
export const LineClass = { none: 0, understood: 1, ignored: 2, unsupported: 3, unrecognised: 4 } as const

export type SettingPath = SettingName | FieldName

/**
 * How one form of a command is read and written.
 *
 * The pattern is words as the device prints them, `<name>` for one word, a last `<name...>` for the rest of the line
 * (one word at the least) and a last `...` for any rest, none included. Words match in any case and as abbreviations.
 * A leading `no` or `default` is not part of it: the command says so. A negated command also matches when it ends
 * before the captures do (`no ip ssh version`), and `no` may be followed by more than the pattern has.
 */
export interface Row {
  readonly pattern: string
  readonly class: (typeof LineClass)['understood' | 'ignored' | 'unsupported']
  readonly read?: (command: Command, to: Lowering) => void
  /** The setting that the row states, for support tables and for writing. */
  readonly setting?: SettingPath
  /** The command that gives the setting that value; undefined takes it away. */
  readonly write?: (value: unknown) => readonly string[]
}

/** The rows of one area of a platform. */
export interface CommandTable {
  /** Rows by the mode in which their commands stand. */
  readonly rows: Readonly<Record<string, readonly Row[]>>
  /** Commands for changes that no single row can write, by setting or by list. */
  readonly writers?: Readonly<Record<string, (change: Change) => readonly string[]>>
  /** The command that opens the section of an item, by list. */
  readonly headers?: Readonly<Partial<Record<ListName, (item: ItemRef) => string>>>
  /** Runs after the last line. */
  readonly finish?: (to: Lowering) => void
}

/** How words become a value, and back. `read` gives undefined for what cannot be read. */
export interface Codec<T> {
  read(words: readonly string[]): T | undefined
  write(value: T): string
}

export const word: Codec<string> = { read: (words) => words[0], write: (value) => value }

export const number: Codec<number> = {
  read: ([text]) => (text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined),
  write: String,
}

/** The rest of the line as a list of words in lower case. */
export const wordList: Codec<readonly string[]> = {
  read: (words) => words.join(' ').toLowerCase().split(/\s+/),
  write: (value) => value.join(' '),
}

/** A value of a change that stands in a command as it is; '' for anything else. */
export function written(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export function oneOf<T extends string | number>(...values: readonly T[]): Codec<T> {
  return { read: ([text]) => values.find((value) => String(value) === text?.toLowerCase()), write: String }
}

/** A command that is there or not: `flag('ip http server', 'http.server')`. */
export function flag(pattern: string, setting: SettingPath): Row {
  return {
    pattern,
    class: LineClass.understood,
    setting,
    read: (command, to) =>
      command.defaulted ? to.unset(setting, command.at) : to.state(setting, !command.negated, command.at),
    write: (value) => [value === true ? pattern : `no ${pattern}`],
  }
}

/** A command with a value, whose captures the codec reads: `value('ip ssh version <n>', 'ssh.version', oneOf(1, 2))`. */
export function value<T>(pattern: string, setting: SettingPath, codec: Codec<T>): Row {
  return {
    pattern,
    class: LineClass.understood,
    setting,
    read: (command, to) => {
      if (command.negated || command.defaulted) return to.unset(setting, command.at)
      const read = codec.read(command.captures.map((capture) => capture.text))
      if (read === undefined) return to.unreadable(setting, command.at)
      to.state(setting, read, command.at)
    },
    write: (wanted) => {
      const fixed = pattern.slice(0, pattern.indexOf('<')).trim()
      return [wanted === undefined ? `no ${fixed}` : `${fixed} ${codec.write(wanted as T)}`]
    },
  }
}

/** A command that needs code of its own. */
export function command(pattern: string, read: (command: Command, to: Lowering) => void): Row {
  return { pattern, class: LineClass.understood, read }
}

/** A row that is read for a second area too: the secret of a session is a secret, and authenticates the session. */
export function also(row: Row, read: (command: Command, to: Lowering) => void): Row {
  return {
    ...row,
    read: (line, to) => {
      row.read?.(line, to)
      read(line, to)
    },
  }
}

/** Commands that matter for no setting: read, and left alone on purpose. */
export function ignored(...patterns: readonly string[]): Row[] {
  return patterns.map((pattern) => ({ pattern, class: LineClass.ignored }))
}

/** Commands that would matter, but are not read yet. */
export function unsupported(...patterns: readonly string[]): Row[] {
  return patterns.map((pattern) => ({ pattern, class: LineClass.unsupported }))
}
