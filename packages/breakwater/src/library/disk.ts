import { readDevices } from '../devices.ts'
import { findFiles } from '../files.ts'
import { frontends } from '../frontends.ts'
import { mayBeRead, readProjects } from '../projects.ts'
import type { Io } from '../io.ts'
import type { Run } from '../run.ts'
import type { DiskProject } from './engine.ts'

/** Feeds files and folders to the run. Throws a `UsageError` for a path that is not there or cannot be read. */
export async function addPaths(
  run: Run,
  { paths, cwd = process.cwd() }: DiskProject,
  sections: Readonly<Record<string, unknown>>,
): Promise<void> {
  const io: Pick<Io, 'cwd' | 'env' | 'clock' | 'errorTerminal' | 'writeError'> = {
    cwd,
    env: {},
    clock: () => Date.now(),
    errorTerminal: false,
    writeError: () => undefined,
  }
  const inputs = findFiles(paths, cwd, mayBeRead(frontends))
  const taken = await readProjects(frontends, inputs, {
    run,
    io,
    operands: paths,
    given: {},
    settings: { root: cwd, sectionOf: (name) => sections[name] },
    prepare: () => Promise.resolve(),
  })
  const refused = await readDevices(
    inputs.filter(({ absolute, named, foreign }) => !taken.has(absolute) && (named || !foreign)),
    { run, io, prepare: () => Promise.resolve(), platformOf: () => undefined, quiet: true, lenient: false },
  )
  for (const message of refused) run.note('limit', message)
}
