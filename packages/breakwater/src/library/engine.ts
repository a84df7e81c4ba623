import { unknownSite, type Rule, type Site } from '@breakwater/core'
import { lifecycleOf, loadLifecycle, type Lifecycle } from '@breakwater/lifecycle'
import { createSecretVerifier } from '#secret-verifier'
import { catalogue, type PresetName } from '../catalogue.ts'
import type { RuleSettings } from '../config/config.ts'
import { ConfigError } from '../errors.ts'
import { frontends } from '../frontends.ts'
import { jsonOf } from '../reporters/json.ts'
import type { Results } from '../results.ts'
import { Run } from '../run.ts'
import { selectRules } from '../selection.ts'
import { addFiles } from './files.ts'
import { cleanPath } from './memory.ts'
import { parse, type Parsed, type TextOptions } from './parse.ts'
import { explanation, listing, type RuleExplanation, type RuleListing } from './rules.ts'

/** How to judge. */
export interface LintOptions {
  /** The sets of rules to start from; `recommended` if not given. */
  readonly presets?: readonly PresetName[]
  /** As in a configuration file. */
  readonly rules?: RuleSettings
  /** Rules beside those of the package, made by `defineRule`. They run unless `rules` says otherwise. */
  readonly plugins?: readonly Rule[]
  /** What only the people who run the network know, as in a configuration file. */
  readonly site?: Site
  /** Sections of front-ends, by name, as in a configuration file. */
  readonly frontends?: Readonly<Record<string, unknown>>
  /** `YYYY-MM-DD` to judge by; the system's day if not given. */
  readonly today?: string
  /** Every verdict, not the fails alone. */
  readonly evidence?: boolean
  /** Give the exact edits that mend a finding, where a device's own text holds it: each device is then judged several times. */
  readonly edits?: boolean
  /** Whether comments may suppress findings; true if not given. */
  readonly inlineConfig?: boolean
  /** End of life and known exploited vulnerabilities. A project loads the package's; one text has only what is given here. */
  readonly lifecycle?: Lifecycle
}

/** A project in memory: texts by their paths, with `/`. */
export interface MemoryProject {
  readonly files: ReadonlyMap<string, string> | Readonly<Record<string, string>>
}

/** Files and folders on the disk, relative to `cwd`, which is the process's if not given. */
export interface DiskProject {
  readonly paths: readonly string[]
  readonly cwd?: string
}

/** Rules and settings, chosen once and used for many texts. */
export interface Engine {
  /** Judges one text. */
  lint(text: string, options?: TextOptions): Results
  /** Judges a project. */
  lint(project: MemoryProject | DiskProject): Promise<Results>
  /** The rules that run, by id, those of plugins among them. */
  rules(): RuleListing[]
  /** What a rule says of itself; undefined where there is none of that id. */
  explain(id: string): RuleExplanation | undefined
  parse(text: string, options?: TextOptions): Parsed | undefined
}

/**
 * Chooses rules once, for many texts. Throws a `ConfigError` where a plugin's id is taken or is not `category/name`.
 */
export function createEngine(options: LintOptions = {}): Engine {
  const known = withPlugins(options.plugins ?? [])
  const enabled = selectRules(
    { presets: options.presets ?? ['recommended'], only: [] },
    [pluginsOn(options.plugins ?? []), options.rules ?? {}],
    known,
  )
  const verifySecret = createSecretVerifier()
  const begin = (lifecycle: Lifecycle | undefined): Run =>
    new Run({
      rulesFor: () => enabled,
      siteFor: () => options.site ?? unknownSite,
      rules: enabled.length,
      catalogue: known,
      today: options.today ?? new Date().toISOString().slice(0, 10),
      evidence: options.evidence ?? false,
      edits: options.edits ?? false,
      inlineConfig: options.inlineConfig ?? true,
      verifySecret,
      lifecycle: () => lifecycle,
    })
  const lintText = (text: string, { path = 'input', platform }: TextOptions = {}): Results => {
    const run = begin(options.lifecycle)
    run.add({ path, text }, platform)
    return resultsOf(run)
  }
  const lintProject = async (project: MemoryProject | DiskProject): Promise<Results> => {
    const run = begin(options.lifecycle ?? lifecycleOf(await loadLifecycle()))
    if ('paths' in project) {
      const { addPaths } = await import('#disk')
      await addPaths(run, project, options.frontends ?? {})
    } else await addFiles(run, mapOf(project.files), options.frontends ?? {}, frontends)
    return resultsOf(run)
  }
  function lint(text: string, of?: TextOptions): Results
  function lint(project: MemoryProject | DiskProject): Promise<Results>
  function lint(source: string | MemoryProject | DiskProject, of?: TextOptions): Results | Promise<Results> {
    return typeof source === 'string' ? lintText(source, of) : lintProject(source)
  }
  return {
    lint,
    rules: () => enabled.map(({ rule }) => listing(rule)),
    explain: (id) => {
      const rule = known.get(id)
      return rule === undefined ? undefined : explanation(rule)
    },
    parse,
  }
}

/** A rule that fails is a fault of whoever wrote it, and must not pass for a clean result. */
function resultsOf(run: Run): Results {
  const { results, bugs } = run.end()
  if (bugs.length > 0) throw new Error(bugs.join('\n'))
  return jsonOf(results)
}

function withPlugins(plugins: readonly Rule[]): ReadonlyMap<string, Rule> {
  if (plugins.length === 0) return catalogue
  const known = new Map(catalogue)
  for (const rule of plugins) {
    if (!/^[a-z][\w-]*\/[\w-]+$/.test(rule.id))
      throw new ConfigError(`a rule of a plugin is called "${rule.id}"; an id is of the form category/name`)
    if (known.has(rule.id)) throw new ConfigError(`there is a rule "${rule.id}" already`)
    known.set(rule.id, rule)
  }
  return new Map([...known].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function pluginsOn(plugins: readonly Rule[]): RuleSettings {
  return Object.fromEntries(plugins.map(({ id }) => [id, 'on']))
}

function mapOf(files: MemoryProject['files']): ReadonlyMap<string, string> {
  const entries = files instanceof Map ? [...(files as ReadonlyMap<string, string>)] : Object.entries(files)
  return new Map(
    entries.map(([path, text]): [string, string] => [cleanPath(path), text]).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}
