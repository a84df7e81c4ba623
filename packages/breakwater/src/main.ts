import { commandHelp, readArguments, type Arguments, type CommandSpec } from './arguments.ts'
import { ConfigError, UsageError } from './errors.ts'
import type { Io } from './io.ts'
import { didYouMean } from './nearest.ts'
import { version } from './version.ts'

export type ExitCode = 0 | 1 | 2

/** A command: how it is called, and what it does. Each is loaded when it is called. */
export interface Command {
  readonly spec: CommandSpec
  readonly run: (args: Arguments, io: Io) => Promise<ExitCode> | ExitCode
}

const commands: Readonly<Record<string, { readonly summary: string; readonly load: () => Promise<Command> }>> = {
  check: { summary: 'Judge configurations', load: async () => (await import('./commands/check.ts')).check },
  explain: {
    summary: 'What a rule wants, why, and who says so',
    load: async () => (await import('./commands/explain.ts')).explain,
  },
  rules: { summary: 'List the rules', load: async () => (await import('./commands/rules.ts')).rules },
  coverage: {
    summary: 'The guidance, clause by clause: what is checked, and what no configuration shows',
    load: async () => (await import('./commands/coverage.ts')).coverage,
  },
  lifecycle: {
    summary: 'What the devices run and are, when that ends, and what of it is being exploited',
    load: async () => (await import('./commands/lifecycle.ts')).lifecycle,
  },
  baseline: {
    summary: 'Accept the findings of today, so that only new ones are told',
    load: async () => (await import('./commands/baseline.ts')).baseline,
  },
  init: {
    summary: 'Write a first configuration, with what the devices suggest of the site',
    load: async () => (await import('./commands/init.ts')).init,
  },
  inspect: {
    summary: 'What is read of a file, and what is not',
    load: async () => (await import('./commands/inspect.ts')).inspect,
  },
}

export function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  return guarded(io, () => dispatch(argv, io))
}

/** Runs a job; what goes wrong is told on the standard error. */
export async function guarded(io: Io, job: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await job()
  } catch (error) {
    if (error instanceof UsageError || error instanceof ConfigError) {
      io.writeError(`breakwater: ${error.message}\n`)
      return 2
    }
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    io.writeError(`breakwater: this is a fault of ours, please report it\n${stack}\n`)
    return 2
  }
}

async function dispatch([name, ...rest]: readonly string[], io: Io): Promise<ExitCode> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.write(overview())
    return name === undefined ? 2 : 0
  }
  if (name === '--version' || name === '-V') {
    io.write(`${version}\n`)
    return 0
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (entry === undefined)
    throw new UsageError(
      `there is no command "${name}"${didYouMean(name, Object.keys(commands))}\nbreakwater --help lists the commands`,
    )
  const { spec, run } = await entry.load()
  const args = readArguments(spec, rest)
  if (args.help) {
    io.write(commandHelp(spec))
    return 0
  }
  return run(args, io)
}

function overview(): string {
  const rows = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`)
  return `Breakwater ${version} judges router and switch configuration by telecom hardening guidance.

breakwater <command> [options]

${rows.join('\n')}

breakwater <command> --help tells more of a command.
`
}
