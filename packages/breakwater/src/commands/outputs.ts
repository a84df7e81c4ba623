import { writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { ConfigError, UsageError } from '../errors.ts'
import type { Io } from '../io.ts'
import { didYouMean } from '../nearest.ts'
import { reporterNames, type ReporterName } from '../reporters/index.ts'

/** A report that was asked for; without a file it goes to the standard output. */
export interface Output {
  readonly name: ReporterName
  readonly file: string | undefined
}

/** Reads `--format name[=file]`. */
export function readFormats(given: readonly string[]): Output[] {
  const outputs = given.map((text): Output => {
    const equals = text.indexOf('=')
    const name = equals < 0 ? text : text.slice(0, equals)
    const known = reporterNames.find((reporter) => reporter === name)
    if (known === undefined)
      throw new UsageError(
        `no format is called "${name}"${didYouMean(name, reporterNames)}\nit is one of ${reporterNames.join(', ')}`,
      )
    if (equals === text.length - 1) throw new UsageError(`--format ${text} names no file after the "="`)
    return { name: known, file: equals < 0 ? undefined : text.slice(equals + 1) }
  })
  const [, second] = outputs.filter(({ file }) => file === undefined)
  if (second !== undefined)
    throw new UsageError(`only one format can go to the standard output: write --format ${second.name}=<file>`)
  return outputs
}

/** Writes a file that the user named; relative paths begin in the working directory. */
export function writeOutput(file: string, text: string, io: Io): void {
  try {
    writeFileSync(file.startsWith(sep) ? file : join(io.cwd, file), text)
  } catch (error) {
    throw new ConfigError(`cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
