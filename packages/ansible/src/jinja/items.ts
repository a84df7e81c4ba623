import { string, type Data } from '../data.ts'

/** What a loop goes through; undefined where nobody can know. */
export function itemsOf(data: Data): readonly Data[] | undefined {
  switch (data.kind) {
    case 'list':
      return data.items
    case 'dict':
      return [...data.entries.values()].map((item) => item.key)
    case 'string':
      return Array.from(data.value.slice(0, 100_000), (char) => string(char, data.at))
    case 'undefined':
      return []
    case 'unknown':
    case 'callable':
    case 'null':
    case 'bool':
    case 'int':
    case 'float':
      return undefined
  }
}
