import { dirname, relative, resolve, sep } from 'node:path'
import picomatch from 'picomatch'
import type { Site } from '@breakwater/core'
import type { Severity } from '../results.ts'
import type { Config, RuleSettings } from './config.ts'

/** What a run needs of the configuration, with its globs compiled. Paths are absolute. */
export interface Settings {
  /** The folder of the configuration. */
  readonly root: string
  /** The section of a front-end, as it was written. */
  sectionOf: (frontend: string) => unknown
  readonly presets: readonly string[] | undefined
  readonly failOn: Severity | undefined
  readonly failOnUnknown: boolean
  /** The file of accepted findings, absolute. */
  readonly baseline: string | undefined
  ignores: (path: string) => boolean
  /** Where captures beside the configurations lie; undefined where the configuration names none. */
  readonly facts: { readonly root: string; readonly matches: (path: string) => boolean } | undefined
  /** The platform that the configuration gives a file. */
  platformOf: (path: string) => string | undefined
  /** Rule settings for a device, from the most general to the most special. The same array for the same layers. */
  layersFor: (path: string, hostname: string) => readonly RuleSettings[]
  /** What the site told of a device. The same object for the same knowledge. */
  siteFor: (path: string, hostname: string) => Site
}

type Matches = (text: string) => boolean

export function settingsOf(config: Config, configPath: string): Settings {
  const root = dirname(configPath)
  const inside = (path: string): string => {
    const below = relative(root, path)
    return sep === '/' ? below : below.replaceAll(sep, '/')
  }
  const ignores = anyOf(config.ignores)
  const facts = anyOf(config.facts)
  const platforms = Object.entries(config.platforms ?? {}).map(([glob, platform]) => ({
    matches: anyOf([glob]),
    platform,
  }))
  const roles = Object.entries(config.roles ?? {}).map(([role, { hostnames, files }]) => ({
    role,
    hostnames: anyOf(hostnames),
    files: anyOf(files),
  }))
  const overrides = (config.overrides ?? []).map((override) => ({
    rules: override.rules,
    site: override.site,
    files: override.files && anyOf(override.files),
    roles: override.roles,
  }))
  const known = new Map<string, ForDevice>()
  const settingsFor = (path: string, hostname: string): ForDevice => {
    const below = inside(path)
    const own = roles.filter((role) => role.hostnames(hostname) || role.files(below)).map(({ role }) => role)
    const used = overrides.filter(
      (override) =>
        (override.files === undefined || override.files(below)) &&
        (override.roles === undefined || override.roles.some((role) => own.includes(role))),
    )
    const key = `${used.map((override) => overrides.indexOf(override)).join(',')}/${own.join('\n')}`
    let made = known.get(key)
    if (made === undefined) {
      const layers = [config.rules, ...used.map(({ rules }) => rules)].filter((layer) => layer !== undefined)
      const told = Object.assign({}, config.site, ...used.map(({ site }) => site)) as Site
      made = { layers, site: roles.length === 0 ? told : { ...told, roles: own } }
      known.set(key, made)
    }
    return made
  }
  return {
    root,
    sectionOf: (frontend) => (config as Readonly<Record<string, unknown>>)[frontend],
    presets: config.preset === undefined ? undefined : [config.preset].flat(),
    failOn: config.failOn,
    failOnUnknown: config.failOnUnknown ?? false,
    baseline: config.baseline === undefined ? undefined : resolve(root, config.baseline),
    ignores: (path) => ignores(inside(path)),
    facts: config.facts === undefined ? undefined : { root, matches: (path) => facts(inside(path)) },
    platformOf: (path) => platforms.findLast(({ matches }) => matches(inside(path)))?.platform,
    layersFor: (path, hostname) => settingsFor(path, hostname).layers,
    siteFor: (path, hostname) => settingsFor(path, hostname).site,
  }
}

interface ForDevice {
  readonly layers: readonly RuleSettings[]
  readonly site: Site
}

/** Whether one of the globs matches. A glob without a slash matches the last part of a path. */
function anyOf(globs: readonly string[] | undefined): Matches {
  if (globs === undefined || globs.length === 0) return () => false
  const matchers = globs.map((glob) => picomatch(glob, { dot: true, basename: !glob.includes('/') }))
  return (text) => matchers.some((matches) => matches(text))
}
