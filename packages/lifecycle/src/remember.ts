const most = 20_000

const answers = new WeakMap<object, Map<string, unknown>>()

/** What was made for a question to the same data before, else what is made now. Fleets repeat. */
export const remembered = <T>(data: object, question: string, make: () => T): T => {
  let known = answers.get(data)
  if (known === undefined || known.size >= most) {
    known = new Map()
    answers.set(data, known)
  }
  const found = known.get(question)
  if (found !== undefined) return found as T
  const made = make()
  known.set(question, made)
  return made
}
