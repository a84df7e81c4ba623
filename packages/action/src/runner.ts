/** What the Action needs of the runner. */
export interface Runner {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  readonly write: (text: string) => void
  readonly append: (file: string, text: string) => void
  /** Throws where the file cannot be read. */
  readonly read: (file: string) => string
  /** The output of git. Throws where it fails. */
  readonly git: (args: readonly string[], cwd: string) => string
  /** Milliseconds, from any beginning. */
  readonly clock: () => number
  /** `YYYY-MM-DD` */
  readonly today: string
}

/** A workflow command; see `@actions/core` for its escapes. */
export function command(name: string, message: string): string {
  return `::${name}::${message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}\n`
}

/** A line for the file of outputs. Values are numbers and paths, and hold no line end. */
export function output(name: string, value: string | number): string {
  return `${name}=${String(value).replaceAll(/[\r\n]/g, ' ')}\n`
}
