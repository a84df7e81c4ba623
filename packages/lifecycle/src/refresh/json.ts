/** A JSON value whose shape a file promises and nobody has checked. */
export type Json = unknown

/** The value of a key; `undefined` where there is no such object or key. */
export const field = (value: Json, key: string): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)[key]
    : undefined

/** A text that says something, without blanks around it. */
export const textOf = (value: Json): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

/** The items of a list; none where it is no list. */
export const itemsOf = (value: Json): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : [])

/** The value of a JSON text; `undefined` where it is none. */
export const parseJson = (text: string): Json => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as Json
  } catch {
    return undefined
  }
}
