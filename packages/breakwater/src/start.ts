import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import type { Io } from './io.ts'
import { main, type ExitCode } from './main.ts'

type Run = (argv: readonly string[], io: Io) => Promise<ExitCode>

/** Runs the command of a process, and ends it when all is written. */
export async function start(process: NodeJS.Process, run: Run = main): Promise<void> {
  process.on('SIGINT', () => process.exit(130))
  // A reader that has seen enough, such as `head`, closes the pipe.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  const { stdout, stderr, env } = process
  const io: Io = {
    cwd: process.cwd(),
    home: homedir(),
    env,
    terminal: stdout.isTTY ? { columns: stdout.columns } : undefined,
    errorTerminal: stderr.isTTY,
    write: (text) => void stdout.write(text),
    writeError: (text) => void stderr.write(text),
    readInput: () => readFileSync(0),
    clock: () => Date.now(),
    today: new Date().toISOString().slice(0, 10),
  }
  process.exitCode = await run(process.argv.slice(2), io)
  // When all is written there is nothing to wait for: the engine would tidy its memory first.
  stdout.write('', () => stderr.write('', () => process.exit()))
}
