import { unknownSite, type SecretVerifier } from '@breakwater/core'
import { join, relative, sep } from 'node:path'
import type { Arguments } from '../arguments.ts'
import { catalogue, categoryOf, citations, platformNames, presetNames } from '../catalogue.ts'
import { readDevices } from '../devices.ts'
import { UsageError } from '../errors.ts'
import { readDay } from '../day.ts'
import { findFiles, type Wanted } from '../files.ts'
import { frontends, type FrontendEntry } from '../frontends.ts'
import type { Io } from '../io.ts'
import { besideFiles } from '../lifecycle/files.ts'
import { asksForLifecycle, lifecycleOptions, lifecycleSource } from '../lifecycle/source.ts'
import type { Command, ExitCode } from '../main.ts'
import { didYouMean } from '../nearest.ts'
import { openBaseline } from '../open-baseline.ts'
import { mayBeRead, readProjects, type Input } from '../projects.ts'
import { loadReporter, reporterNames } from '../reporters/index.ts'
import type { Report, RuleCard } from '../reporters/report.ts'
import { severities, severityRank, type Severity, type Summary } from '../results.ts'
import { Run, type CheckOptions, type Outcome } from '../run.ts'
import { rulesByLayers, unmatched } from '../selection.ts'
import { harmless } from '../text/harmless.ts'
import { plain, wantsColor } from '../text/style.ts'
import { counted } from '../text/table.ts'
import { fixOptions, MOST_WITH_EDITS, readFixClass, WITH_EDITS } from './fix-options.ts'
import { readFormats, writeOutput, type Output } from './outputs.ts'
import { readSettings } from './settings.ts'

const options = {
  format: {
    short: 'f',
    value: 'name[=file]',
    multiple: true,
    help: `How to report: ${reporterNames.join(', ')}; with =file, there`,
  },
  preset: {
    value: 'name',
    choices: presetNames,
    multiple: true,
    help: 'The set of rules to start from, recommended if not given',
  },
  rule: { value: 'glob', multiple: true, help: 'Run these rules only' },
  'fail-on': {
    value: 'severity',
    choices: severities,
    help: 'The least severity that ends with 1, medium if not given',
  },
  'fail-on-unknown': { help: 'End with 1 when a verdict is unknown, too' },
  evidence: { help: 'Report every verdict of every rule, not the findings alone' },
  ...fixOptions,
  platform: { value: 'name', choices: platformNames, help: 'What the files are, where detection is wrong' },
  config: { short: 'c', value: 'file', help: 'The configuration, in place of the one that is found' },
  'no-config': { help: 'Look for no configuration' },
  'trust-config': { help: 'Run a configuration that is code (.js, .mjs, .ts) though it was only found' },
  facts: {
    value: 'file',
    multiple: true,
    help: 'Captures of show version and show inventory, or gathered facts, beside the configurations',
  },
  ...lifecycleOptions,
  today: { value: 'date', help: 'The day to judge by, YYYY-MM-DD' },
  'stdin-filename': { value: 'path', help: 'Read the standard input as a file of that name' },
  'no-inline-config': { help: 'Heed no comments that suppress findings' },
  baseline: { value: 'file', help: 'Findings that were accepted, as breakwater baseline writes them' },
  quiet: { short: 'q', help: 'Findings only: no summary, no notes, no progress' },
  'pre-commit': { help: 'Pass over files that nobody can read, also those that are named' },
} as const

type CheckArguments = Arguments<typeof options>

/** What a program that runs the check beside other work asks for. */
export interface CheckHooks {
  /** Reports only what has to do with these files, relative to the working directory; all is read all the same. */
  readonly changed?: ReadonlySet<string>
  /** Is given the report before it is printed; not called where there is no device. */
  readonly onReport?: (report: Report) => void
  /** Stands in for the baseline. */
  readonly accept?: CheckOptions['accept']
  /** Is given what came of the run in place of the reporters. */
  readonly onOutcome?: (outcome: Outcome) => void
  /** See `CheckOptions`. */
  readonly onDevice?: CheckOptions['onDevice']
}

/** The main job, for configurations and for what the front-ends read. */
export function checkCommand(frontends: readonly FrontendEntry[], hooks: CheckHooks = {}): Command {
  return {
    spec: {
      name: 'check',
      operands: '[paths…]',
      summary: 'Judges the configurations below the paths, or below the current folder.',
      options: { ...options, ...Object.assign({}, ...frontends.map(({ flags }) => flags)) },
      more: `Exit: 0 clean below the threshold; 1 findings; 2 wrong usage, broken configuration, nothing to check.`,
    },
    run: (args, io) => runCheck(args as unknown as CheckArguments, frontends, hooks, io),
  }
}

export const check = checkCommand(frontends)

async function runCheck(
  { options: given, operands }: CheckArguments,
  frontends: readonly FrontendEntry[],
  hooks: CheckHooks,
  io: Io,
): Promise<ExitCode> {
  const outputs = readFormats(given.format)
  const today = readDay(given.today ?? io.today)
  const [wrong] = unmatched(given.rule)
  if (wrong !== undefined) throw new UsageError(`no rule is called "${wrong}"${didYouMean(wrong, catalogue.keys())}`)
  const settings = await readSettings(given, io, frontends)
  const presets = given.preset.length > 0 ? given.preset : (settings?.presets ?? ['recommended'])
  const rulesFor = rulesByLayers({ presets, only: given.rule })
  const layersFor = (path: string, device: string) => settings?.layersFor(join(io.cwd, path), device) ?? NO_LAYERS
  const verifier = lazyVerifier()
  const enabled = rulesFor(layersFor('', ''))
  const wantsLifecycle = given.rule.length === 0 || enabled.some(asksForLifecycle)
  const lifecycle = lifecycleSource(given, io, wantsLifecycle)
  const beside = await besideFiles(given.facts, settings, io)
  if (beside !== undefined) await lifecycle.load()
  const roots = operands.length > 0 || given['stdin-filename'] !== undefined ? operands : ['.']
  const candidates = inputs(given, roots, mayBeRead(frontends), io).filter(
    ({ named, absolute }) => beside?.has(absolute) !== true && (named || settings?.ignores(absolute) !== true),
  )
  const only = hooks.changed ?? (given['pre-commit'] ? new Set(candidates.map(({ path }) => path)) : undefined)
  const baseline = hooks.accept === undefined ? await openBaseline(given.baseline, settings, io) : undefined
  const accept = hooks.accept ?? baseline?.accept
  const dryRun = given['fix-dry-run'] !== undefined
  const most = readFixClass(given, outputs)
  const wantsEdits = outputs.some(({ name }) => WITH_EDITS.has(name))
  const devices = candidates.filter(({ named, foreign }) => named || !foreign)
  const options: CheckOptions = {
    rulesFor: (path, device) => rulesFor(layersFor(path, device)),
    siteFor: (path, device) => settings?.siteFor(join(io.cwd, path), device) ?? unknownSite,
    rules: enabled.length,
    today,
    evidence: given.evidence,
    hunt: presets.includes('hunt'),
    inlineConfig: !given['no-inline-config'],
    ...(only && { only: (files: readonly string[]) => files.some((file) => only.has(file)) }),
    verifySecret: verifier.verify,
    lifecycle: lifecycle.current,
    ...(beside && { beside: beside.of }),
    ...(accept && { accept }),
    ...(hooks.onDevice && { onDevice: hooks.onDevice }),
    edits: wantsEdits && devices.length <= MOST_WITH_EDITS,
  }
  const run = new Run(options)
  if (wantsEdits && devices.length > MOST_WITH_EDITS)
    run.note('limit', `reports of more than ${MOST_WITH_EDITS} files tell no edits; --fix makes them in any number`)
  const fixer =
    most === undefined
      ? undefined
      : (await import('../fix/fixer.ts')).createFixer({
          ...options,
          ...(baseline && { covers: baseline.covers }),
          most,
          dryRun,
          cwd: io.cwd,
          note: (message) => run.note('limit', message),
        })
  const platformOf = (absolute: string) => given.platform ?? settings?.platformOf(absolute)
  const prepare = async (text: string): Promise<void> => {
    await verifier.prepare(text)
    await lifecycle.prepare(text)
  }
  const taken = await readProjects(frontends, candidates, {
    run,
    io,
    operands: roots,
    given,
    settings,
    prepare: async () => {
      await verifier.load()
      if (wantsLifecycle) await lifecycle.load()
    },
  })
  const refused = await readDevices(
    devices.filter(({ absolute }) => !taken.has(absolute)),
    {
      run,
      io,
      prepare,
      platformOf,
      fix: fixer?.fix,
      quiet: given.quiet,
      lenient: given['pre-commit'],
    },
  )
  if (fixer !== undefined && taken.size > 0)
    run.note(
      'limit',
      `${counted(taken.size, 'file')} of projects stay as they are: fixes are made in device configurations`,
    )
  for (const { file, name } of beside?.idle() ?? [])
    run.note('limit', `${file.path} tells of ${name}, and no configuration is of that name`)
  for (const remark of await lifecycle.remarks(today)) run.note('limit', remark)
  if (baseline !== undefined && only === undefined && given.rule.length === 0) baseline.tellGone(run)
  fixer?.end()
  const ended = run.end()
  const fixed = fixer?.fixed(ended.results.results)
  const outcome = fixed === undefined ? ended : { ...ended, results: { ...ended.results, fixed } }
  for (const message of outcome.bugs)
    io.writeError(`breakwater: this is a fault of ours, please report it\n${message}\n`)
  for (const message of refused) io.writeError(`breakwater: ${harmless(message)}\n`)
  if (outcome.devices.length === 0) {
    if (given['pre-commit']) return 0
    // What kept a project from being read is all that there is to say of it.
    for (const { kind, message, location } of outcome.results.notes)
      if (kind === 'limit' && location !== undefined)
        io.writeError(`breakwater: ${location.file}:${location.startLine}: ${harmless(message)}\n`)
    if (refused.length === 0)
      io.writeError(`breakwater: nothing to check: no configuration among ${candidates.length} files\n`)
    return 2
  }
  if (hooks.onOutcome !== undefined) {
    hooks.onOutcome(outcome)
    return refused.length > 0 || outcome.bugs.length > 0 ? 2 : 0
  }
  if (dryRun) io.write(fixer?.diff() ?? '')
  const asked = outputs.length > 0 || dryRun ? outputs : [PRETTY]
  const ran = new Set(enabled.map(({ rule }) => rule.id))
  hooks.onReport?.(reportOf(outcome, { ...given, toFile: true, ran }, io))
  for (const { name, file } of asked) {
    const reporter = await loadReporter(name)
    const text = reporter(reportOf(outcome, { ...given, toFile: file !== undefined, ran }, io))
    if (file === undefined) io.write(text)
    else writeOutput(file, text, io)
  }
  if (refused.length > 0 || outcome.bugs.length > 0) return 2
  const failOn = (given['fail-on'] as Severity | undefined) ?? settings?.failOn ?? 'medium'
  const failOnUnknown = given['fail-on-unknown'] || settings?.failOnUnknown === true
  return exitCode(outcome.results.summary, failOn, failOnUnknown)
}

const NO_LAYERS: readonly never[] = []
const PRETTY: Output = { name: 'pretty', file: undefined }

export function exitCode(summary: Summary, failOn: Severity, failOnUnknown: boolean): ExitCode {
  const found = severities.some(
    (severity) => severityRank(severity) <= severityRank(failOn) && summary.fail[severity] > 0,
  )
  return found || (failOnUnknown && summary.unknown > 0) ? 1 : 0
}

function inputs(given: CheckArguments['options'], operands: readonly string[], wanted: Wanted, io: Io): Input[] {
  const name = given['stdin-filename']
  if (name !== undefined) {
    if (operands.length > 0) throw new UsageError('--stdin-filename reads the standard input; give no paths beside it')
    const path = sep === '/' ? name : name.replaceAll(sep, '/')
    return [{ path, absolute: join(io.cwd, name), named: true, foreign: false, bytes: io.readInput() }]
  }
  return findFiles(operands, io.cwd, wanted)
}

interface LazyVerifier {
  readonly verify: SecretVerifier
  /** Loads what `verify` needs, if the text may hold a hash: most of the start-up of a small run would go there. */
  readonly prepare: (text: string) => Promise<void>
  readonly load: () => Promise<void>
}

function lazyVerifier(): LazyVerifier {
  let loaded: SecretVerifier | undefined
  const load = async (): Promise<void> => {
    loaded ??= (await import('../secrets/verify.ts')).createSecretVerifier()
  }
  return {
    verify: (secret, candidates) => loaded?.(secret, candidates) ?? 'untried',
    prepare: async (text) => {
      if (loaded === undefined && /\$\d{1,2}\$|\s4\s/.test(text)) await load()
    },
    load,
  }
}

interface Asked {
  readonly evidence: boolean
  readonly quiet: boolean
  readonly toFile: boolean
  readonly ran: ReadonlySet<string>
}

function reportOf(
  { results, devices, sources, posture }: Outcome,
  { evidence, quiet, toFile, ran }: Asked,
  io: Io,
): Report {
  const cards = [...catalogue.values()].map((rule): RuleCard => {
    const { id, title, why, severity, mappings, indicator } = rule
    return {
      id,
      title,
      why,
      severity,
      category: categoryOf(rule),
      guidance: citations(rule),
      mappings: Object.fromEntries(
        Object.entries(mappings ?? {}).map(([name, ids]) => [name.toUpperCase(), ids as readonly string[]]),
      ),
      ...(indicator && { indicator }),
    }
  })
  const workspace = io.env['GITHUB_WORKSPACE']
  const below = workspace === undefined ? '' : relative(workspace, io.cwd)
  return {
    results,
    rules: new Map(cards.map((card) => [card.id, card])),
    ran,
    devices,
    posture,
    source: (file) => sources.get(file),
    style: {
      color: !toFile && wantsColor(io.env, io.terminal !== undefined),
      width: toFile ? plain.width : Math.min(160, io.terminal?.columns ?? plain.width),
    },
    evidence,
    quiet,
    prefix: below === '' || below.startsWith('..') ? '' : `${sep === '/' ? below : below.replaceAll(sep, '/')}/`,
  }
}
