/** Makes a value when it is first asked for: tables are large, and most runs need few of them. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
