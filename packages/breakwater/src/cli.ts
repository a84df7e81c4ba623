import { readArguments } from './arguments.ts'
import { checkCommand, type CheckHooks } from './commands/check.ts'
import { frontends } from './frontends.ts'
import type { Io } from './io.ts'
import { guarded, type ExitCode } from './main.ts'

/** `breakwater check` with the arguments that follow its name, for programs that run it in their own process. */
export function check(argv: readonly string[], io: Io, hooks: CheckHooks): Promise<ExitCode> {
  return guarded(io, async () => {
    const command = checkCommand(frontends, hooks)
    return command.run(readArguments(command.spec, argv), io)
  })
}

export type { CheckHooks } from './commands/check.ts'
export type { Io } from './io.ts'
export type { ExitCode } from './main.ts'
export { postureBy, type Posture, type Standing } from './posture.ts'
export { annotations, ANNOTATIONS_AT_MOST } from './reporters/github.ts'
export { reporterNames } from './reporters/index.ts'
export type { Report } from './reporters/report.ts'
export { deviceKey, deviceText, sharedFindings } from './reporters/shared.ts'
export { isFinding, severities, severityRank, type Result, type Severity } from './results.ts'
export { harmless } from './text/harmless.ts'
export { markdownTable } from './text/markdown.ts'
export { counted } from './text/table.ts'
