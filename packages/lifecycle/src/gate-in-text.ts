import type { FeatureState } from './exposed.ts'
import { linesOf } from './lines.ts'
import type { Gate } from './rows.ts'

/** What is known of the text in which a feature is looked for. */
export interface GateText {
  /** `undefined`: a capture that shows no configuration. */
  readonly configuration: string | undefined
  /** Whether a line that is missing is not configured. */
  readonly whole: boolean
}

const longestLine = 400

/** What of the text one of the patterns matches. Only that is told: the rest of a line may hold a secret. */
const found = (patterns: readonly string[] | undefined, text: string): string | undefined => {
  const expressions = (patterns ?? []).map((pattern) => new RegExp(pattern))
  for (const { text: line } of linesOf(text)) {
    if (line.length > longestLine) continue
    for (const expression of expressions) {
      const match = expression.exec(line)
      if (match !== null) return match[0].trim()
    }
  }
  return undefined
}

/** Whether lines of a configuration open a gate, by the gate's own patterns: for platforms whose lines nobody parses. */
export const featureInText = (gate: Gate, { configuration, whole }: GateText): FeatureState => {
  const { feature } = gate
  if (feature === 'none' || feature === 'hardware')
    return { state: 'open', text: 'nothing in a configuration shuts it' }
  if (feature === 'unknown') return { state: 'unknown', text: 'no source names the feature that opens it' }
  if (configuration === undefined) return { state: 'unknown', text: 'no configuration is in view' }
  const shut = found(gate.none, configuration)
  if (shut !== undefined) return { state: 'off', text: `the feature ${feature} is off (${shut})` }
  const line = found(gate.any, configuration)
  const isOpen = (gate.all ?? []).every((pattern) => found([pattern], configuration) !== undefined)
  if (line !== undefined && isOpen) return { state: 'open', text: `the feature ${feature} is in use (${line})` }
  return whole && gate.defaultOn !== true
    ? { state: 'off', text: `the feature ${feature} is not configured` }
    : { state: 'unknown', text: `whether ${feature} is on is not in view` }
}
