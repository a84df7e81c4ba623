import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { readArguments } from '../src/arguments.ts'
import { checkCommand } from '../src/commands/check.ts'
import type { FrontendEntry } from '../src/frontends.ts'

/** The built command. `npm ci` builds it; after a change `npm run build && npm run bundle` does. */
const bin = fileURLToPath(new URL('../dist/bin.js', import.meta.url))

/** Runs the built command in a folder, as if nothing of this terminal or runner were around it. */
export function runBuilt(
  cwd: string,
  args: readonly string[],
  { input = '', env = {} }: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
): SpawnSyncReturns<string> {
  const { NO_COLOR: _no, FORCE_COLOR: _force, GITHUB_WORKSPACE: _workspace, ...own } = process.env
  return spawnSync(process.execPath, [bin, ...args], {
    maxBuffer: 2 ** 26,
    cwd,
    encoding: 'utf8',
    input,
    env: { ...own, ...env },
  })
}

export interface Ran {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs `check` of the sources in this process, on a day of its own. */
export async function runCheck(
  frontends: readonly FrontendEntry[],
  args: readonly string[],
  { cwd, home = cwd, today, input = '' }: { cwd: string; home?: string; today: string; input?: string },
): Promise<Ran> {
  let stdout = ''
  let stderr = ''
  const command = checkCommand(frontends)
  const status = await command.run(readArguments(command.spec, ['--today', today, ...args]), {
    cwd,
    home,
    env: {},
    terminal: undefined,
    errorTerminal: false,
    write: (text) => void (stdout += text),
    writeError: (text) => void (stderr += text),
    readInput: () => Buffer.from(input),
    clock: () => 0,
    today,
  })
  return { status, stdout, stderr }
}
