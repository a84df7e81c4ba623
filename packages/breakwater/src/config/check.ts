import { Ajv, type ErrorObject } from 'ajv'
import { ConfigError } from '../errors.ts'
import { didYouMean } from '../nearest.ts'
import type { Config } from './config.ts'
import type { Loaded } from './load.ts'

/** The configuration, if its schema allows it; else a ConfigError with the place and the name of each wrong key. */
export function checkConfig({ path, value, located, within }: Loaded, schema: object): Config {
  const ajv = new Ajv({ allErrors: true, strict: false, verbose: true })
  const validate = ajv.compile<Config>(schema)
  const say = (keys: readonly string[], what: string): string => {
    const place = located === undefined ? '' : `:${located.place([...within, ...keys])}`
    return `${path}${place}: ${keys.length === 0 ? 'the configuration' : keys.join('.')} ${what}`
  }
  if (validate(value)) {
    const unknown = unknownRoles(value)
    if (unknown.length === 0) return value
    throw new ConfigError(
      unknown.map(({ keys, role }) => say(keys, `names the role "${role}", which "roles" does not define`)).join('\n'),
    )
  }
  // `if` only says that its branch failed, which the branch has said.
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if')
  const lines = errors.map((error) => say(keysOf(error), complaint(error)))
  throw new ConfigError([...new Set(lines)].join('\n'))
}

function unknownRoles({ roles = {}, overrides = [] }: Config): { keys: string[]; role: string }[] {
  return overrides.flatMap((override, index) =>
    (override.roles ?? [])
      .map((role, place) => ({ keys: ['overrides', String(index), 'roles', String(place)], role }))
      .filter(({ role }) => !Object.hasOwn(roles, role)),
  )
}

function keysOf({ instancePath, keyword, params }: ErrorObject): string[] {
  const keys = instancePath
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (keyword === 'additionalProperties') keys.push(String(params['additionalProperty']))
  return keys
}

function complaint({ keyword, params, message, data, parentSchema }: ErrorObject): string {
  if (keyword === 'additionalProperties') {
    const known = Object.keys((parentSchema?.['properties'] as object | undefined) ?? {})
    return `is not known${didYouMean(String(params['additionalProperty']), known)}`
  }
  if (keyword === 'enum') {
    const allowed = (params['allowedValues'] as unknown[]).filter((allow) => typeof allow === 'string')
    const meant = typeof data === 'string' ? didYouMean(data, allowed) : ''
    return `cannot be ${JSON.stringify(data)}: it is one of ${allowed.join(', ')}${meant}`
  }
  if (keyword === 'required') return `lacks "${String(params['missingProperty'])}"`
  return `${message ?? 'is wrong'} (it is ${JSON.stringify(data)})`
}
