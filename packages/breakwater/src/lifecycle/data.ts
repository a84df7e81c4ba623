import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  dataAge,
  lifecycleOf,
  lifecycleSchema,
  loadLifecycle,
  mergeLifecycle,
  type Lifecycle,
  type LifecycleData,
  type LifecycleOverlay,
} from '@breakwater/lifecycle'
import { ConfigError } from '../errors.ts'
import type { Io } from '../io.ts'
import type { LifecycleArguments } from './source.ts'

/** The package's data with the user's rows. Throws a ConfigError that names each row that is none. */
export async function loadData(given: LifecycleArguments, io: Io): Promise<Lifecycle> {
  const unconfirmed = given['lifecycle-unconfirmed']
  const data = await loadLifecycle({ unconfirmed })
  const file = given['lifecycle-data']
  return lifecycleOf(file === undefined ? data : await withOwnRows(data, file, io), { unconfirmed })
}

async function withOwnRows(data: LifecycleData, file: string, io: Io): Promise<LifecycleData> {
  const overlay = await readOverlay(file, io)
  const merged = mergeLifecycle(data, overlay)
  if (merged.problems.length === 0) return merged.data
  throw new ConfigError(merged.problems.map(({ message }) => `${file}: ${message}`).join('\n'))
}

async function readOverlay(file: string, io: Io): Promise<LifecycleOverlay> {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(resolve(io.cwd, file), 'utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new ConfigError(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
  const { Ajv } = await import('ajv')
  const validate = new Ajv({ allErrors: true, strict: false }).compile<LifecycleOverlay>(lifecycleSchema)
  if (validate(value)) return value
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'oneOf')
  const lines = errors.map(({ instancePath, message = 'is wrong', params }) => {
    const word = 'additionalProperty' in params ? ` ("${String(params['additionalProperty'])}")` : ''
    return `${file}: ${instancePath === '' ? 'the file' : instancePath.slice(1).replaceAll('/', '.')} ${message}${word}`
  })
  throw new ConfigError([...new Set(lines)].join('\n'))
}

/** What a report says of data that are older than 90 days. */
export function remarksOf(data: LifecycleData, today: string): readonly string[] {
  const { lifecycle, exploited } = dataAge(data, today)
  return [
    ...(lifecycle.stale
      ? [
          `The end-of-life data are of ${lifecycle.asOf}, ${lifecycle.days} days old; later announcements are not in them`,
        ]
      : []),
    ...(exploited.stale
      ? [
          `The list of known exploited vulnerabilities is of ${exploited.asOf}, ${exploited.days} days old; later ones are not in it`,
        ]
      : []),
  ]
}
