import { readArguments, type Arguments } from '../arguments.ts'
import { Acceptance } from '../baseline.ts'
import { readDay } from '../day.ts'
import { frontends } from '../frontends.ts'
import type { Io } from '../io.ts'
import type { Command, ExitCode } from '../main.ts'
import { harmless } from '../text/harmless.ts'
import { counted } from '../text/table.ts'
import { checkCommand } from './check.ts'
import { writeOutput } from './outputs.ts'

const FILE = 'breakwater-baseline.json'

const own = {
  output: { short: 'o', value: 'file', help: `Where to write it, ${FILE} if not given` },
} as const

/** Options of the check that say how to report and what to mend, which a baseline does not do. */
const REPORTING: ReadonlySet<string> = new Set([
  'format',
  'fail-on',
  'fail-on-unknown',
  'evidence',
  'quiet',
  'pre-commit',
  'baseline',
  'fix',
  'fix-dry-run',
  'stdin-filename',
])

const { spec } = checkCommand(frontends)
const shared = Object.fromEntries(Object.entries(spec.options).filter(([name]) => !REPORTING.has(name)))

/** Accepts what is there today, so that only what is new is told from now on. */
export const baseline: Command = {
  spec: {
    name: 'baseline',
    operands: '[paths…]',
    summary: 'Writes down the findings of today; breakwater check --baseline <file> tells of others only.',
    options: { ...own, ...shared },
    more: 'Exit: 0 written; 2 wrong usage, broken configuration, nothing to check, a file that cannot be read.',
  },
  run: (args, io) => writeBaseline(args as unknown as Arguments<typeof own>, args, io),
}

async function writeBaseline(
  { options: { output = FILE } }: Arguments<typeof own>,
  args: Arguments,
  io: Io,
): Promise<ExitCode> {
  const acceptance = new Acceptance()
  const { run } = checkCommand(frontends, {
    accept: (finding) => {
      acceptance.add(finding)
      return undefined
    },
    onOutcome: ({ devices }) => {
      const { today } = args.options as { readonly today?: string }
      writeOutput(output, acceptance.print(readDay(today ?? io.today)), io)
      io.write(
        `${harmless(output)}: ${counted(acceptance.count, 'finding')} on ${counted(devices.length, 'device')} accepted\n`,
      )
    },
  })
  const { options: defaults } = readArguments(spec, [])
  return run({ ...args, options: { ...defaults, ...args.options, quiet: true } }, io)
}
