import { catalogue, platformNames, presetNames } from '../catalogue.ts'
import { findConfig } from '../config/find.ts'
import { isCode } from '../config/code.ts'
import type { Settings } from '../config/settings.ts'
import { ConfigError, UsageError } from '../errors.ts'
import { sectionsOf, type FrontendEntry } from '../frontends.ts'
import type { Io } from '../io.ts'
import { statSync } from 'node:fs'
import { resolve } from 'node:path'

export interface ConfigArguments {
  readonly config: string | undefined
  readonly 'no-config': boolean
  readonly 'trust-config': boolean
}

/** The configuration that holds for this call; undefined where there is none. What reads it is loaded only then. */
export async function readSettings(
  given: ConfigArguments,
  io: Io,
  frontends: readonly FrontendEntry[],
): Promise<Settings | undefined> {
  if (given['no-config']) {
    if (given.config !== undefined) throw new UsageError('--config and --no-config exclude each other')
    return undefined
  }
  const path = given.config === undefined ? findConfig(io.cwd, io.home) : resolve(io.cwd, given.config)
  if (path === undefined) return undefined
  if (statSync(path, { throwIfNoEntry: false }) === undefined)
    throw new ConfigError(`there is no configuration "${path}"`)
  if (isCode(path) && given.config === undefined && !given['trust-config'])
    throw new ConfigError(
      `${path} is code and was not run, because it was only found\n` +
        `allow it with --trust-config, name it with --config, or do without it with --no-config`,
    )
  const [{ loadConfig }, { checkConfig }, { configSchema }, { settingsOf }] = await Promise.all([
    import('../config/load.ts'),
    import('../config/check.ts'),
    import('../config/schema.ts'),
    import('../config/settings.ts'),
  ])
  const rules = [...catalogue.values()].map(({ id, title, severity, options }) => ({
    id,
    title,
    severity,
    options: options?.schema,
  }))
  const schema = configSchema(rules, presetNames, platformNames, sectionsOf(frontends))
  return settingsOf(checkConfig(await loadConfig(path), schema), path)
}
