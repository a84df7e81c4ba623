import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { ConfigError } from './errors.ts'
import { compareText } from './results.ts'
import { withoutTurn, type OpenFinding } from './open-finding.ts'
import { harmlessJson } from './text/harmless.ts'

const SCHEMA = 'breakwater/baseline@1'

/** Findings that were accepted on one day and are alike: the same rule, device and setting, on lines of the same text. */
export interface Accepted {
  readonly device: string
  readonly rule: string
  /** See `withoutTurn`. */
  readonly setting: string
  /** 16 hexadecimal digits of the SHA-256 of the line, its secrets masked. */
  readonly line: string
  readonly count: number
}

/** What `breakwater baseline` takes in. */
export class Acceptance {
  readonly #entries = new Map<string, Accepted>()
  #count = 0

  get count(): number {
    return this.#count
  }

  add(finding: OpenFinding): void {
    this.#count++
    const like = likenessOf(finding)
    const key = keyOf(like)
    const count = (this.#entries.get(key)?.count ?? 0) + 1
    this.#entries.set(key, { ...like, count })
  }

  /** The text of the file: an entry a line, so that a review shows what was accepted. `day`: `YYYY-MM-DD`. */
  print(day: string): string {
    const lines = [...this.#entries.values()].toSorted(compareAccepted).map((entry) => `    ${JSON.stringify(entry)}`)
    const accepted = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
    return harmlessJson(`{\n  "schema": "${SCHEMA}",\n  "day": ${JSON.stringify(day)},\n  "accepted": ${accepted}\n}\n`)
  }
}

/** The findings of an earlier day. Each entry accepts as many findings as it counts, and no finding on another line's text. */
export class Baseline {
  readonly #reason: string
  readonly #left = new Map<string, { readonly entry: Accepted; count: number }>()

  constructor(day: string, accepted: readonly Accepted[]) {
    this.#reason = `accepted in the baseline of ${day}`
    for (const entry of accepted) {
      const key = keyOf(entry)
      const count = (this.#left.get(key)?.count ?? 0) + entry.count
      this.#left.set(key, { entry, count })
    }
  }

  /** Why the finding is accepted; undefined where it is not. */
  accept(finding: OpenFinding): string | undefined {
    const left = this.#left.get(keyOf(likenessOf(finding)))
    if (left === undefined || left.count === 0) return undefined
    left.count--
    return this.#reason
  }

  /** Whether findings like this one were accepted. */
  covers(finding: OpenFinding): boolean {
    return this.#left.has(keyOf(likenessOf(finding)))
  }

  /** How many findings on these devices were accepted and are there no more. */
  gone(devices: ReadonlySet<string>): number {
    let gone = 0
    for (const { entry, count } of this.#left.values()) if (devices.has(entry.device)) gone += count
    return gone
  }
}

/** Throws a `ConfigError` with the place of what is wrong. */
export function readBaseline(path: string): Baseline {
  if (statSync(path, { throwIfNoEntry: false }) === undefined)
    throw new ConfigError(`there is no baseline "${path}"; breakwater baseline writes one`)
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new ConfigError(`${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
  const { schema, day, accepted } = record(value, path, 'the file')
  if (schema !== SCHEMA) throw new ConfigError(`${path}: schema must be "${SCHEMA}"`)
  if (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day))
    throw new ConfigError(`${path}: day must be a date, YYYY-MM-DD`)
  if (!Array.isArray(accepted)) throw new ConfigError(`${path}: accepted must be a list`)
  return new Baseline(
    day,
    accepted.map((entry, at) => readAccepted(entry, path, `accepted[${at}]`)),
  )
}

function readAccepted(value: unknown, path: string, place: string): Accepted {
  const { device, rule, setting, line, count } = record(value, path, place)
  const text = (key: string, given: unknown, pattern: RegExp): string => {
    if (typeof given === 'string' && pattern.test(given)) return given
    throw new ConfigError(`${path}: ${place}.${key} must match ${pattern.source}`)
  }
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1)
    throw new ConfigError(`${path}: ${place}.count must be a whole number from 1 on`)
  return {
    device: text('device', device, /^/),
    rule: text('rule', rule, /^[^/]+\/[^/]+$/),
    setting: text('setting', setting, /./),
    line: text('line', line, /^[0-9a-f]{16}$/),
    count,
  }
}

function record(value: unknown, path: string, place: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new ConfigError(`${path}: ${place} must be an object`)
}

type Likeness = Omit<Accepted, 'count'>

function likenessOf({ device, rule, setting, line }: OpenFinding): Likeness {
  const digest = createHash('sha256').update(withoutTurn(line())).digest('hex').slice(0, 16)
  return { device, rule, setting: withoutTurn(setting), line: digest }
}

function keyOf({ device, rule, setting, line }: Likeness): string {
  return JSON.stringify([device, rule, setting, line])
}

function compareAccepted(a: Accepted, b: Accepted): number {
  return (
    compareText(a.device, b.device) ||
    compareText(a.rule, b.rule) ||
    compareText(a.setting, b.setting) ||
    compareText(a.line, b.line)
  )
}
