/** Whether paths match a pattern of `fileset`: `*`, `?`, `**`, `{a,b}` and classes. Undefined for what is no such pattern. */
export function globPattern(pattern: string): ((path: string) => boolean) | undefined {
  const variants = expanded(pattern)
  if (variants === undefined) return undefined
  const split = variants.map((variant) => variant.split('/'))
  return (path) => {
    const parts = path.split('/')
    return split.some((segments) => matchSegments(segments, parts))
  }
}

/** The patterns without braces that a pattern with braces stands for. */
function expanded(pattern: string): readonly string[] | undefined {
  let open = [pattern]
  for (let turn = 0; turn < 6; turn++) {
    const next = open.flatMap((one) => {
      const match = /\{([^{}]*)\}/.exec(one)
      if (match === null) return [one]
      return (match[1] ?? '')
        .split(',')
        .map((option) => one.slice(0, match.index) + option + one.slice(match.index + match[0].length))
    })
    if (next.length > 200) return undefined
    if (next.length === open.length && next.every((one, index) => one === open[index])) return open
    open = next
  }
  return undefined
}

/** Segment by segment, a table of what matches: linear in both. */
function matchSegments(segments: readonly string[], parts: readonly string[]): boolean {
  let states = new Set([0])
  const close = (from: Set<number>): Set<number> => {
    for (const state of from) if (segments[state] === '**') from.add(state + 1)
    return from
  }
  states = close(states)
  for (const part of parts) {
    const next = new Set<number>()
    for (const state of states) {
      const segment = segments[state]
      if (segment === undefined) continue
      if (segment === '**') next.add(state)
      else if (matchName(segment, part)) next.add(state + 1)
    }
    states = close(next)
  }
  return states.has(segments.length)
}

function matchName(pattern: string, name: string): boolean {
  let states = new Set([0])
  const close = (from: Set<number>): Set<number> => {
    for (const state of from) if (pattern[state] === '*') from.add(state + 1)
    return from
  }
  states = close(states)
  for (const char of name) {
    const next = new Set<number>()
    for (const state of states) {
      const wanted = pattern[state]
      if (wanted === '*') next.add(state)
      else if (wanted === '?' || wanted === char) next.add(state + 1)
    }
    states = close(next)
  }
  return states.has(pattern.length)
}
