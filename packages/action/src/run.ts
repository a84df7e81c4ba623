import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { annotations, check, harmless, isFinding, type Io, type Report } from 'breakwater/cli'
import { changedFiles, type Changed } from './changed.ts'
import { InputError, readInputs, type Inputs } from './inputs.ts'
import { command, output, type Runner } from './runner.ts'
import { stepSummary } from './summary.ts'

/** Runs the check of a workspace; gives the exit code of the step. */
export async function run(runner: Runner): Promise<number> {
  let inputs: Inputs
  try {
    inputs = readInputs(runner)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    runner.write(command('error', harmless(error.message)))
    return 2
  }
  return runCheck(inputs, runner)
}

async function runCheck(inputs: Inputs, runner: Runner): Promise<number> {
  const { env, write } = runner
  const workspace = env['GITHUB_WORKSPACE'] ?? process.cwd()
  const cwd = resolve(workspace, inputs.folder)
  const changed = inputs.onlyChanged ? changedFiles(runner, cwd) : undefined
  if (changed !== undefined && 'why' in changed)
    write(command('notice', harmless(`Breakwater reports on all files: ${changed.why}`)))
  const json = join(env['RUNNER_TEMP'] ?? cwd, 'breakwater', 'results.json')
  mkdirSync(join(json, '..'), { recursive: true })
  let report: Report | undefined
  const errors: string[] = []
  const io: Io = {
    cwd,
    home: runner.home,
    env,
    terminal: undefined,
    errorTerminal: false,
    write,
    writeError: (text) => void errors.push(text),
    readInput: () => Buffer.alloc(0),
    clock: runner.clock,
    today: runner.today,
  }
  const code = await check(argumentsOf(inputs, json), io, {
    ...changedIn(changed),
    onReport: (made) => {
      report = made
    },
  })
  for (const line of errors.join('').split('\n')) if (line !== '') write(command('error', harmless(line)))
  if (report !== undefined) tell(report, inputs, runner)
  if (env['GITHUB_OUTPUT'] !== undefined)
    runner.append(env['GITHUB_OUTPUT'], outputsOf(report, code, json, inputs.sarif))
  return code
}

function changedIn(changed: Changed | undefined): { readonly changed?: ReadonlySet<string> } {
  return changed !== undefined && 'files' in changed ? { changed: changed.files } : {}
}

function argumentsOf(inputs: Inputs, json: string): string[] {
  const { paths, config, baseline, presets, failOn, failOnUnknown, sarif, formats } = inputs
  return [
    '--format=pretty',
    `--format=json=${json}`,
    ...(sarif === '' ? [] : [`--format=sarif=${sarif}`]),
    ...formats.map((format) => `--format=${format}`),
    ...presets.map((preset) => `--preset=${preset}`),
    ...(config === '' ? [] : [`--config=${config}`]),
    ...(baseline === '' ? [] : [`--baseline=${baseline}`]),
    ...(failOn === '' ? [] : [`--fail-on=${failOn}`]),
    ...(failOnUnknown ? ['--fail-on-unknown'] : []),
    '--',
    ...paths,
  ]
}

function tell(report: Report, inputs: Inputs, { env, write, append }: Runner): void {
  if (inputs.annotations) write(annotations(report, inputs.mostAnnotations))
  const file = env['GITHUB_STEP_SUMMARY']
  if (inputs.summary && file !== undefined) append(file, stepSummary(report))
}

function outputsOf(report: Report | undefined, code: number, json: string, sarif: string): string {
  const levels = { errors: 0, warnings: 0, notes: 0 }
  for (const { severity } of report?.results.results.filter(isFinding) ?? []) levels[LEVELS[severity]]++
  const { suppressed = 0, unknown = 0 } = report?.results.summary ?? {}
  return [
    output('errors', levels.errors),
    output('warnings', levels.warnings),
    output('notes', levels.notes),
    output('suppressed', suppressed),
    output('unknown', unknown),
    output('exit-code', code),
    ...(report === undefined || sarif === '' ? [] : [output('sarif-file', sarif)]),
    ...(report === undefined ? [] : [output('report-json', json)]),
  ].join('')
}

/** As annotations have it. */
const LEVELS = { critical: 'errors', high: 'errors', medium: 'warnings', low: 'notes', info: 'notes' } as const
