import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Arguments } from '../arguments.ts'
import { Acceptance } from '../baseline.ts'
import { readDay } from '../day.ts'
import { ConfigError } from '../errors.ts'
import { frontends } from '../frontends.ts'
import type { Io } from '../io.ts'
import type { Command, ExitCode } from '../main.ts'
import { harmless } from '../text/harmless.ts'
import { counted } from '../text/table.ts'
import { checkCommand } from './check.ts'

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
      write(resolve(io.cwd, output), acceptance.print(readDay(today ?? io.today)))
      io.write(
        `${harmless(output)}: ${counted(acceptance.count, 'finding')} on ${counted(devices.length, 'device')} accepted\n`,
      )
    },
  })
  const reporting = {
    format: [],
    'fail-on': undefined,
    'fail-on-unknown': false,
    evidence: false,
    quiet: true,
    'pre-commit': false,
  }
  const code = await run({ ...args, options: { ...args.options, ...reporting } } as unknown as Arguments, io)
  return code === 1 ? 0 : code
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text)
  } catch (error) {
    throw new ConfigError(`cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
