/** A condition that nobody can decide and on which a text depends, and the way it must fall for the text to be there. */
export interface Condition {
  /** `loop`: the text stands for each item of something unknown. */
  readonly kind: 'if' | 'loop'
  /** As it is written: `mgmt is defined`; of a loop what it goes through: `vlans`. */
  readonly text: string
  readonly holds: boolean
}

const LONGEST = 80

/** ` (when mgmt is defined)`, ` (for each of vlans)`, for the end of a message; '' without conditions. */
export function conditionWords(conditions: readonly Condition[] | undefined): string {
  if (conditions === undefined || conditions.length === 0) return ''
  const tell = ({ text }: Condition): string => {
    const line = text.replaceAll(/\s+/g, ' ').trim()
    return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line
  }
  const ifs = conditions
    .filter(({ kind }) => kind === 'if')
    .map((condition) => (condition.holds ? tell(condition) : `not (${tell(condition)})`))
  const loops = conditions.filter(({ kind }) => kind === 'loop').map((loop) => `for each of ${tell(loop)}`)
  return ` (${[...(ifs.length === 0 ? [] : [`when ${ifs.join(' and ')}`]), ...loops].join(', ')})`
}

/** Decisions that are gone through before the answer is no. */
const MOST_WAYS = 32

/** Whether one of the ways is taken, however the conditions fall: the arms of an `if` with its `else`. */
export function coversAll(ways: readonly (readonly Condition[])[]): boolean {
  if (ways.some((way) => way.length === 0)) return true
  const [first] = ways[0] ?? []
  if (first === undefined || first.kind === 'loop' || ways.length > MOST_WAYS) return false
  return [true, false].every((falls) =>
    coversAll(
      ways
        .filter((way) => way.every((condition) => !isAbout(condition, first) || condition.holds === falls))
        .map((way) => way.filter((condition) => !isAbout(condition, first))),
    ),
  )
}

function isAbout(condition: Condition, other: Condition): boolean {
  return condition.kind === other.kind && condition.text === other.text
}
