import type { EnabledRule, Rule } from '@breakwater/core'
import { catalogue, presets, type Preset, type PresetName } from './catalogue.ts'
import type { RuleSetting, RuleSettings } from './config/config.ts'
import { severities, type Severity } from './results.ts'

export interface Selection {
  readonly presets: readonly string[]
  /** Of the command line: only these rules, whatever the presets and the configuration say. */
  readonly only: readonly string[]
}

/** The rules to run where these layers of settings hold; a later setting wins. */
export function selectRules(
  { presets: names, only }: Selection,
  layers: readonly RuleSettings[],
  known: ReadonlyMap<string, Rule> = catalogue,
): EnabledRule[] {
  const settings = layers.flatMap((layer) => Object.entries(layer))
  const asked = only.map(globMatcher)
  const chosen = names.map((name): Preset => presets[name as PresetName])
  const enabled: EnabledRule[] = []
  for (const rule of known.values()) {
    let on = chosen.some((preset) => preset.has(rule))
    let severity: Severity = rule.severity
    let options: unknown = rule.options?.defaults
    for (const preset of chosen) options = merged(options, preset.options?.[rule.id])
    for (const [key, setting] of settings) {
      if (key !== rule.id && !(isGlob(key) && globMatcher(key)(rule.id))) continue
      on = isOn(setting)
      severity = severityOf(setting) ?? severity
      options = withOptions(options, setting)
    }
    if (asked.length > 0) on = asked.some((matches) => matches(rule.id))
    if (on) enabled.push({ rule, severity, options })
  }
  return enabled
}

/** The same, remembered by layers, so that devices with the same settings share one array. */
export function rulesByLayers(selection: Selection): (layers: readonly RuleSettings[]) => readonly EnabledRule[] {
  const known = new Map<readonly RuleSettings[], readonly EnabledRule[]>()
  return (layers) => {
    let rules = known.get(layers)
    if (rules === undefined) {
      rules = selectRules(selection, layers)
      known.set(layers, rules)
    }
    return rules
  }
}

function isOn(setting: RuleSetting): boolean {
  return setting !== 'off' && setting !== false
}

function severityOf(setting: RuleSetting): Severity | undefined {
  if (typeof setting === 'object') return setting.severity
  return severities.find((severity) => severity === setting)
}

function withOptions(options: unknown, setting: RuleSetting): unknown {
  return typeof setting === 'object' ? merged(options, setting.options) : options
}

function merged(options: unknown, others: object | undefined): unknown {
  return others === undefined ? options : { ...(options as object | undefined), ...others }
}

function isGlob(text: string): boolean {
  return /[*?]/.test(text)
}

/** Globs over rule ids: `*` and `?` stop at a slash, `**` does not. */
export function globMatcher(glob: string): (id: string) => boolean {
  if (!isGlob(glob)) return (id) => id === glob
  const pattern = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*|\*|\?/g, (sign) => (sign === '**' ? '.*' : sign === '*' ? '[^/]*' : '[^/]'))
  const expression = new RegExp(`^${pattern}$`)
  return (id) => expression.test(id)
}

/** Patterns that no rule matches. */
export function unmatched(globs: readonly string[]): string[] {
  return globs.filter((glob) => {
    const matches = globMatcher(glob)
    return ![...catalogue.values()].some((rule: Rule) => matches(rule.id))
  })
}
