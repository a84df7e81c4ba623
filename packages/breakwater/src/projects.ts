import { dirname, isAbsolute, join, relative } from 'node:path'
import type { Options } from './arguments.ts'
import type { Settings } from './config/settings.ts'
import { diskFiles, isWithin, projectRoot, toSlashes } from './disk.ts'
import { ConfigError, UsageError } from './errors.ts'
import { decodeFile, shownPath, type Candidate } from './files.ts'
import type { FlagValue, FrontendEntry, FrontendSettings } from './frontends.ts'
import type { Io } from './io.ts'
import type { Run } from './run.ts'

/** A file to look at; with its bytes where they came from elsewhere than the disk. */
export interface Input extends Candidate {
  readonly bytes?: Buffer
}

export interface ProjectContext {
  readonly run: Run
  readonly io: Pick<Io, 'cwd' | 'env' | 'clock'>
  readonly operands: readonly string[]
  readonly given: Readonly<Record<string, FlagValue>>
  readonly settings: Pick<Settings, 'root' | 'sectionOf'> | undefined
  /** Loads what a device of a project may need when it is judged. */
  readonly prepare: () => Promise<void>
}

/** Whether a front-end may read a file of that name. */
export function mayBeRead(entries: readonly FrontendEntry[]): (name: string) => boolean {
  return (name) => entries.some(({ mayRead }) => mayRead(name))
}

/** Judges what front-ends read of the files, and gives the files that had a part in it, by absolute path. */
export async function readProjects(
  entries: readonly FrontendEntry[],
  inputs: readonly Input[],
  context: ProjectContext,
): Promise<ReadonlySet<string>> {
  const taken = new Set<string>()
  for (const entry of entries) {
    const own = inputs.filter(({ path }) => entry.mayRead(path.slice(path.lastIndexOf('/') + 1)))
    if (own.length === 0) {
      for (const flag of givenFlags(entry.flags, context.given))
        context.run.note('limit', `--${flag} was not used: there is no file for ${entry.name}`)
      continue
    }
    for (const [root, members] of byRoot(own, context)) await readProject(entry, root, members, context, taken)
  }
  return taken
}

function givenFlags(flags: Options, given: Readonly<Record<string, FlagValue>>): string[] {
  return Object.keys(flags).filter((name) => {
    const value = given[name]
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false
  })
}

/** Files belong to the project of the working directory; what was named elsewhere belongs to its own. */
function byRoot(inputs: readonly Input[], { io, operands }: ProjectContext): Map<string, Input[]> {
  const here = projectRoot(io.cwd)
  const others = operands
    .map((operand) => (isAbsolute(operand) ? operand : join(io.cwd, operand)))
    .filter((operand) => !isWithin(operand, here))
    .map((operand) => projectRoot(inputs.some(({ absolute }) => absolute === operand) ? dirname(operand) : operand))
  const roots = new Map<string, Input[]>()
  for (const input of inputs) {
    const root = [here, ...others].find((folder) => isWithin(input.absolute, folder)) ?? dirname(input.absolute)
    const members = roots.get(root)
    if (members === undefined) roots.set(root, [input])
    else members.push(input)
  }
  return roots
}

async function readProject(
  { name, flags, open }: FrontendEntry,
  root: string,
  inputs: readonly Input[],
  { run, io, given, settings, prepare }: ProjectContext,
  taken: Set<string>,
): Promise<void> {
  const texts = new Map<string, string>()
  for (const { absolute, bytes } of inputs) if (bytes !== undefined) texts.set(absolute, await decodeFile(bytes))
  const files = diskFiles(root, texts)
  const absoluteOf = (path: string): string => join(root, path)
  const shown = (path: string): string => shownPath(absoluteOf(path), io.cwd)
  const fromFolder =
    (folder: string) =>
    (path: string): string =>
      files.grant(isAbsolute(path) ? path : join(folder, path))
  const told: FrontendSettings = {
    flags: Object.fromEntries(Object.keys(flags).map((flag) => [flag, given[flag]])),
    section: settings?.sectionOf(name),
    env: io.env,
    fromFlag: fromFolder(io.cwd),
    fromSection: fromFolder(settings?.root ?? io.cwd),
  }
  const frontend = await open(told)
  const paths = inputs
    .map(({ absolute }) => toSlashes(relative(root, absolute)))
    .filter((path) => frontend.claims(path))
  if (paths.length === 0) return
  await prepare()
  const project = run.project(files, shown)
  try {
    const reading = frontend.read(paths, files)
    let breathed = io.clock()
    for (const device of reading.devices) {
      project.add(device)
      if (io.clock() - breathed < 50) continue
      await new Promise((resolve) => setImmediate(resolve))
      breathed = io.clock()
    }
    project.end(reading)
    for (const path of reading.files) taken.add(absoluteOf(path))
  } catch (error) {
    if (error instanceof UsageError || error instanceof ConfigError) throw error
    run.bug(error)
  }
  for (const [path, why] of files.refused) run.note('limit', `${shown(path)} was not read: the file is ${why}`)
}
