import type { ReadablePlatform } from './catalogue.ts'
import { decodeFile, readBytes } from './files.ts'
import type { Io } from './io.ts'
import { showProgress } from './progress.ts'
import type { Input } from './projects.ts'
import type { Run } from './run.ts'

export interface DeviceContext {
  readonly run: Run
  readonly io: Pick<Io, 'clock' | 'errorTerminal' | 'writeError'>
  /** Loads what the text may need when it is judged. */
  readonly prepare: (text: string) => Promise<void>
  readonly platformOf: (absolute: string) => string | undefined
  /** Mends a file before it is judged, and gives the text that is to be judged. */
  readonly fix?: ((input: Input, bytes: Buffer, platform?: ReadablePlatform) => string) | undefined
  readonly quiet: boolean
  /** Pass over named files that nobody can read. */
  readonly lenient: boolean
}

/** Feeds files to the run, letting an interrupt through now and then. Gives what is wrong with files that were named. */
export async function readDevices(
  inputs: readonly Input[],
  { run, io, prepare, platformOf, fix, quiet, lenient }: DeviceContext,
): Promise<string[]> {
  const refused: string[] = []
  const progress = showProgress(inputs.length, io, quiet)
  let breathed = io.clock()
  for (const [index, input] of inputs.entries()) {
    const { path, absolute, named, bytes } = input
    const read = bytes === undefined ? readBytes(absolute) : { bytes }
    if ('refused' in read) {
      if (named && !lenient) refused.push(`${path}: the file is ${read.refused}`)
      else if (read.refused !== 'binary') run.note('limit', `${path} was not read: the file is ${read.refused}`)
      continue
    }
    const platform = platformOf(absolute) as ReadablePlatform | undefined
    const given = await decodeFile(read.bytes)
    await prepare(given)
    const text = fix === undefined ? given : fix(input, read.bytes, platform)
    if (!run.add({ path, text }, platform) && named && !lenient)
      refused.push(`${path}: no configuration that can be read; --platform says what it is`)
    progress.at(index + 1)
    if (io.clock() - breathed > 50) {
      await new Promise((resolve) => setImmediate(resolve))
      breathed = io.clock()
    }
  }
  progress.end()
  return refused
}
