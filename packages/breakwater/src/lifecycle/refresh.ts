import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { loadLifecycle, printLifecycle, refresh } from '@breakwater/lifecycle'
import { commandHelp, readArguments, type CommandSpec } from '../arguments.ts'
import { readDay } from '../day.ts'
import { ConfigError, UsageError } from '../errors.ts'
import { decodeFile, findFiles, readBytes } from '../files.ts'
import type { Io } from '../io.ts'
import { guarded, type ExitCode } from '../main.ts'
import { harmless } from '../text/harmless.ts'
import { counted } from '../text/table.ts'

/** Where a work tree of Breakwater keeps the data. */
const DATA = 'packages/lifecycle/src/data'

const spec = {
  name: 'refresh',
  program: 'breakwater-lifecycle',
  operands: '<folder>',
  summary:
    'Rebuilds the lifecycle data from files that a maintainer downloaded: products of endoflife.date, the KEV catalogue,\n' +
    "CVE records, answers of Cisco's EoX API, saved pages of vendors. Uses no network.",
  options: {
    data: { value: 'folder', help: `Where to write the modules, ${DATA} if not given` },
    accept: { value: 'id', multiple: true, help: 'A refusal that was looked into and is accepted, by its name' },
    today: { value: 'date', help: 'The day on which the files were downloaded, YYYY-MM-DD' },
    'dry-run': { help: 'Write nothing' },
  },
  more:
    'Nothing is written while anything is refused: a row that vanishes, a day that moves earlier or is gone, milestones out of\n' +
    'their order, a file that nobody can read. Exit: 0 written or in order; 1 refused; 2 wrong usage.',
} as const satisfies CommandSpec

/** `breakwater-lifecycle refresh <folder>`. */
export function refreshMain(argv: readonly string[], io: Io): Promise<ExitCode> {
  return guarded(io, async () => {
    const [command, ...rest] = argv
    if (command !== 'refresh') {
      io.write(commandHelp(spec))
      return command === undefined || !['--help', '-h'].includes(command) ? 2 : 0
    }
    const { options, operands, help } = readArguments(spec, rest)
    if (help) {
      io.write(commandHelp(spec))
      return 0
    }
    const [folder, another] = operands
    if (folder === undefined || another !== undefined)
      throw new UsageError('give one folder: breakwater-lifecycle refresh <folder>')
    const files = await readFiles(folder, io)
    const previous = await loadLifecycle({ unconfirmed: true })
    const { data, problems, notes } = refresh(files, previous, {
      today: readDay(options.today ?? io.today),
      accept: options.accept,
    })
    for (const note of notes) io.write(`note     ${harmless(note)}\n`)
    for (const { id, message } of problems)
      io.write(`refused  ${harmless(message)} (--accept ${JSON.stringify(harmless(id))})\n`)
    if (problems.length > 0) {
      io.writeError(`breakwater-lifecycle: ${counted(problems.length, 'refusal')}, nothing was written\n`)
      return 1
    }
    const target = resolve(io.cwd, options.data ?? DATA)
    const changed = [...printLifecycle(data)].filter(([name, text]) => readIfThere(join(target, name)) !== text)
    if (!options['dry-run']) write(target, changed, options.data === undefined)
    io.write(
      `${counted(files.size, 'file')} read, ${counted(changed.length, 'module')} ${options['dry-run'] ? 'would change' : 'written'}\n`,
    )
    return 0
  })
}

async function readFiles(folder: string, io: Io): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  for (const { path, absolute } of findFiles([folder], io.cwd, () => true)) {
    const read = readBytes(absolute)
    if ('refused' in read) throw new ConfigError(`${path}: the file is ${read.refused}`)
    files.set(path, await decodeFile(read.bytes))
  }
  if (files.size === 0) throw new UsageError(`there is no file in "${folder}"`)
  return files
}

const readIfThere = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)

function write(target: string, modules: readonly (readonly [name: string, text: string])[], mustExist: boolean): void {
  if (mustExist && !existsSync(target))
    throw new UsageError(
      `there is no folder ${DATA} here: run it in a work tree of Breakwater, or name one with --data`,
    )
  mkdirSync(target, { recursive: true })
  for (const [name, text] of modules) writeFileSync(join(target, name), text)
}
