import type { Note } from '@breakwater/core'
import type { Data } from '../data.ts'
import { layerOf, valuesOf, type Layer } from '../inventory.ts'
import type { ProjectReader } from '../project/reader.ts'
import { parseYaml } from '../yaml.ts'
import { yamlString } from '../yaml/resolve.ts'

/** One value of `--extra-vars`: `name=value …`, JSON or YAML, or `@file` whose path within the project `pathOf` gives. */
export function extraVars(
  text: string,
  reader: ProjectReader,
): { readonly layer: Layer; readonly notes: readonly Note[] } {
  if (text.startsWith('@')) {
    const layer = layerOf(text.slice(1), reader)
    if (layer !== undefined) return { layer, notes: [] }
    return { layer: { values: new Map() }, notes: [{ kind: 'limit', message: 'a file of --extra-vars is not there' }] }
  }
  if (/^\s*[[{]/.test(text)) {
    const [document] = parseYaml({ path: '', text }).documents
    if (document?.kind === 'dict')
      return { layer: { values: valuesOf(withoutPlace(document) as typeof document) }, notes: [] }
    return { layer: { values: new Map() }, notes: [{ kind: 'limit', message: '--extra-vars holds no variables' }] }
  }
  const values = new Map(pairsOf(text).map(([name, value]) => [name, yamlString(value, undefined)] as const))
  return { layer: { values }, notes: [] }
}

/** `a=1 b='x y'` as pairs; words without `=` are left out. */
export function pairsOf(text: string): [string, string][] {
  const pairs: [string, string][] = []
  for (const word of wordsOf(text)) {
    const equals = word.indexOf('=')
    if (equals > 0) pairs.push([word.slice(0, equals), word.slice(equals + 1)])
  }
  return pairs
}

/** Words between blanks; quotes and Jinja's braces hold blanks together. */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  let word = ''
  let quote = ''
  let braces = 0
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (braces === 0 && quote === '' && /\s/.test(character)) {
      if (word !== '') words.push(word)
      word = ''
      continue
    }
    if (braces === 0 && (character === '"' || character === "'") && (quote === '' || quote === character)) {
      quote = quote === '' ? character : ''
      continue
    }
    if (text.startsWith('{{', at)) braces++
    if (text.startsWith('}}', at) && braces > 0) {
      braces--
      word += '}'
      at++
    }
    word += text.charAt(at)
  }
  if (word !== '') words.push(word)
  return words
}

/** A value of the command line has no place. */
function withoutPlace(data: Data): Data {
  switch (data.kind) {
    case 'list':
      return { ...data, at: undefined, items: data.items.map(withoutPlace) }
    case 'dict':
      return {
        ...data,
        at: undefined,
        entries: new Map(
          [...data.entries].map(([name, one]) => [
            name,
            { key: withoutPlace(one.key), value: withoutPlace(one.value) },
          ]),
        ),
      }
    case 'null':
    case 'bool':
    case 'int':
    case 'float':
    case 'string':
    case 'undefined':
    case 'unknown':
    case 'callable':
      return { ...data, at: undefined }
  }
}
