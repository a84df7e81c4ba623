import { UsageError } from '../errors.ts'
import type { Run } from '../run.ts'
import type { DiskProject } from './engine.ts'

/** Where there is no Node there is no disk. */
export function addPaths(
  _run: Run,
  _project: DiskProject,
  _sections: Readonly<Record<string, unknown>>,
): Promise<void> {
  throw new UsageError('there is no disk here: give the files as { files }')
}
