import { ANNOTATIONS_AT_MOST } from 'breakwater/cli'
import type { Runner } from './runner.ts'

/** The inputs of `action.yml`. */
export interface Inputs {
  readonly paths: readonly string[]
  readonly config: string
  /** The file of accepted findings; empty for what the configuration names. */
  readonly baseline: string
  readonly presets: readonly string[]
  readonly failOn: string
  readonly failOnUnknown: boolean
  readonly onlyChanged: boolean
  readonly annotations: boolean
  readonly mostAnnotations: number
  readonly summary: boolean
  /** Where to write SARIF; empty for nowhere. */
  readonly sarif: string
  /** `name=file`, as of `--format`. */
  readonly formats: readonly string[]
  readonly folder: string
}

/** An input that cannot be what it is. */
export class InputError extends Error {}

/** Reads the inputs. Throws an `InputError` that names the wrong one. */
export function readInputs({ env }: Runner): Inputs {
  const text = (name: string): string => (env[`INPUT_${name.toUpperCase()}`] ?? '').trim()
  const list = (name: string): string[] =>
    text(name)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  const flag = (name: string, fallback: boolean): boolean => {
    const value = text(name)
    if (value === '') return fallback
    if (/^(true|True|TRUE)$/.test(value)) return true
    if (/^(false|False|FALSE)$/.test(value)) return false
    throw new InputError(`the input "${name}" cannot be "${value}": it is true or false`)
  }
  const most = text('max-annotations')
  if (most !== '' && !/^([1-9]|10)$/.test(most))
    throw new InputError(
      `the input "max-annotations" cannot be "${most}": it is a number from 1 to ${ANNOTATIONS_AT_MOST}`,
    )
  return {
    paths: list('paths'),
    config: text('config'),
    baseline: text('baseline'),
    presets: list('profile').flatMap((line) => line.split(/[\s,]+/)),
    failOn: text('fail-on'),
    failOnUnknown: flag('fail-on-unknown', false),
    onlyChanged: flag('only-changed', false),
    annotations: flag('annotations', true),
    mostAnnotations: most === '' ? ANNOTATIONS_AT_MOST : Number(most),
    summary: flag('summary', true),
    sarif: text('sarif-file'),
    formats: list('format-file'),
    folder: text('working-directory'),
  }
}
