import {
  entry,
  exact,
  keyOf,
  string,
  undefinedData,
  unknownData,
  unresolved,
  type Data,
  type DictData,
  type ListData,
} from '../data.ts'
import { dictMethods } from './methods.ts'

/** `object.name` of a value, as written: `path` names it in reasons. */
export function attribute(object: Data, name: string, path: string): Data {
  switch (object.kind) {
    case 'dict': {
      if (name in dictMethods)
        return { kind: 'callable', name: path, members: undefined, call: undefined, at: undefined }
      return entry(object, name) ?? missing(object, path)
    }
    case 'callable':
      return object.members?.get(name) ?? undefinedData(path)
    case 'unknown':
      return object.why.kind === 'unresolved'
        ? unresolved(path, object.by, object.at)
        : unknownData(object.why, object.by)
    case 'list': {
      // What `groupby` yields has names for its two parts.
      const part = object.tuple && object.items.length === 2 ? (name === 'grouper' ? 0 : name === 'list' ? 1 : 2) : 2
      return (part < 2 ? object.items[part] : undefined) ?? undefinedData(path)
    }
    case 'undefined':
    case 'null':
    case 'bool':
    case 'int':
    case 'float':
    case 'string':
      return undefinedData(path)
  }
}

/** `object[index]`. */
export function item(object: Data, index: Data, path: string): Data {
  if (object.kind === 'unknown') return attribute(object, '', path)
  if (index.kind === 'unknown') return unknownData(index.why, index.by)
  switch (object.kind) {
    case 'dict': {
      const key = keyOf(index)
      return (key === undefined ? undefined : entry(object, key)) ?? missing(object, path)
    }
    case 'list':
      return itemOfList(object, index, path)
    case 'string': {
      const at = positionOf(index, object.value.length)
      return at === undefined ? undefinedData(path) : string(object.value[at] ?? '', object.at)
    }
    case 'callable':
      return index.kind === 'string' ? attribute(object, index.value, path) : undefinedData(path)
    case 'undefined':
    case 'null':
    case 'bool':
    case 'int':
    case 'float':
      return undefinedData(path)
  }
}

function missing(object: DictData, path: string): Data {
  return object.open === undefined ? undefinedData(path) : unresolved(path)
}

function itemOfList(list: ListData, index: Data, path: string): Data {
  const at = positionOf(index, list.items.length)
  const found = at === undefined ? undefined : list.items[at]
  if (list.open !== undefined && (found === undefined || list.open.kind === 'conditional' || isNegative(index)))
    return unknownData(list.open)
  return found ?? undefinedData(path)
}

function isNegative(index: Data): boolean {
  return index.kind === 'int' && index.value < 0
}

function positionOf(index: Data, length: number): number | undefined {
  if (index.kind !== 'int' && index.kind !== 'bool') return undefined
  const at = Number(index.value)
  const from = at < 0 ? length + at : at
  return from >= 0 && from < length ? from : undefined
}

/** Python's slice of a list or a string. */
export function slice(object: Data, from: Data | undefined, to: Data | undefined, step: Data | undefined): Data {
  const unsure = [object, from, to, step].find((data) => data?.kind === 'unknown')
  if (unsure?.kind === 'unknown') return unknownData(unsure.why, unsure.by)
  if (object.kind !== 'list' && object.kind !== 'string') return undefinedData('slice')
  if (object.kind === 'list' && object.open !== undefined) return unknownData(object.open)
  const length = object.kind === 'list' ? object.items.length : object.value.length
  const stride = step?.kind === 'int' ? Number(exact(step.value)) : 1
  if (stride === 0) return undefinedData('slice')
  const clamp = (data: Data | undefined, usual: number): number => {
    if (data?.kind !== 'int') return usual
    const at = Number(data.value)
    const absolute = at < 0 ? length + at : at
    return stride > 0 ? Math.min(Math.max(absolute, 0), length) : Math.min(Math.max(absolute, -1), length - 1)
  }
  const start = clamp(from, stride > 0 ? 0 : length - 1)
  const stop = clamp(to, stride > 0 ? length : -1)
  if (object.kind === 'string' && stride === 1)
    return string(object.value.slice(start, Math.max(start, stop)), object.at)
  const indexes: number[] = []
  for (let at = start; stride > 0 ? at < stop : at > stop; at += stride) indexes.push(at)
  if (object.kind === 'string') return string(indexes.map((at) => object.value[at] ?? '').join(''), object.at)
  return { ...object, items: indexes.flatMap((at) => object.items[at] ?? []) }
}
