import type { Io } from './io.ts'
import { thousands } from './text/table.ts'

export interface Progress {
  /** Says how many are done. */
  at: (done: number) => void
  end: () => void
}

const PATIENCE = 1000
const INTERVAL = 100
const BAR = 24

const SILENT: Progress = { at: () => undefined, end: () => undefined }

/** A bar on a terminal, from the moment at which somebody begins to wonder. */
export function showProgress(
  total: number,
  io: Pick<Io, 'clock' | 'errorTerminal' | 'writeError'>,
  quiet: boolean,
): Progress {
  if (!io.errorTerminal || quiet) return SILENT
  const begun = io.clock()
  let drawn = 0
  return {
    at: (done) => {
      const now = io.clock()
      if (now - begun < PATIENCE || now - drawn < INTERVAL) return
      drawn = now
      const full = Math.floor((BAR * done) / total)
      io.writeError(
        `\r\u001b[K${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${thousands(done)} of ${thousands(total)} files`,
      )
    },
    end: () => {
      if (drawn > 0) io.writeError('\r\u001b[K')
    },
  }
}
