/** A map of known keys whose values are made when somebody asks for them. */
export function lazyMap<V>(keys: readonly string[], make: (key: string) => V): ReadonlyMap<string, V> {
  const names = new Set(keys)
  const made = new Map<string, V>()
  const get = (key: string): V | undefined => {
    if (!names.has(key)) return undefined
    const known = made.get(key)
    if (known !== undefined) return known
    const value = make(key)
    made.set(key, value)
    return value
  }
  function* entries(): MapIterator<[string, V]> {
    for (const key of names) yield [key, get(key) as V]
  }
  function* values(): MapIterator<V> {
    for (const [, value] of entries()) yield value
  }
  const map: ReadonlyMap<string, V> = {
    get,
    has: (key) => names.has(key),
    size: names.size,
    keys: () => names.keys(),
    entries,
    values,
    forEach: (visit) => {
      for (const [key, value] of entries()) visit(value, key, map)
    },
    [Symbol.iterator]: entries,
  }
  return map
}
