/** What a command needs of the process, so that tests can give it another. */
export interface Io {
  readonly cwd: string
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Columns of the terminal, if stdout is one. */
  readonly terminal: { readonly columns: number } | undefined
  readonly errorTerminal: boolean
  readonly write: (text: string) => void
  readonly writeError: (text: string) => void
  readonly readInput: () => Buffer
  /** Milliseconds, from any beginning. */
  readonly clock: () => number
  /** `YYYY-MM-DD` */
  readonly today: string
}
