import { resolve } from 'node:path'
import type { Settings } from './config/settings.ts'
import type { Io } from './io.ts'
import type { OpenFinding } from './open-finding.ts'
import type { CheckOptions, Run } from './run.ts'
import { counted } from './text/table.ts'

export interface OpenBaseline {
  readonly accept: NonNullable<CheckOptions['accept']>
  readonly covers: (finding: OpenFinding) => boolean
  /** Leaves a note where findings of the baseline are gone from devices that were judged. */
  readonly tellGone: (run: Run) => void
}

/** The baseline that is asked for, by the call or by the configuration. What reads it is loaded only then. */
export async function openBaseline(
  given: string | undefined,
  settings: Settings | undefined,
  io: Io,
): Promise<OpenBaseline | undefined> {
  const path = given === undefined ? settings?.baseline : resolve(io.cwd, given)
  if (path === undefined) return undefined
  const { readBaseline } = await import('./baseline.ts')
  const baseline = readBaseline(path)
  return {
    accept: (finding) => baseline.accept(finding),
    covers: (finding) => baseline.covers(finding),
    tellGone: (run) => {
      const gone = baseline.gone(run.judged())
      if (gone === 0) return
      const are = gone === 1 ? 'is' : 'are'
      run.note(
        'advice',
        `${counted(gone, 'finding')} of the baseline ${are} there no more; breakwater baseline writes it anew`,
      )
    },
  }
}
