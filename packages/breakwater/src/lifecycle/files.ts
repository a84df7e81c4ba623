import type { Settings } from '../config/settings.ts'
import { findFiles, type Candidate } from '../files.ts'
import type { Io } from '../io.ts'
import type { BesideFiles } from './beside.ts'

/** The captures that the command line and the configuration name; undefined where they name none. */
export async function besideFiles(
  given: readonly string[],
  settings: Settings | undefined,
  io: Io,
): Promise<BesideFiles | undefined> {
  const facts = settings?.facts
  if (given.length === 0 && facts === undefined) return undefined
  const found: Candidate[] = given.length === 0 ? [] : findFiles(given, io.cwd)
  if (facts !== undefined)
    found.push(...findFiles([facts.root], io.cwd, () => true).filter(({ absolute }) => facts.matches(absolute)))
  const unique = new Map(found.map((candidate) => [candidate.absolute, candidate]))
  return (await import('./beside.ts')).readBeside([...unique.values()])
}
