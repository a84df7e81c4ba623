import type { Data, DictData, ListData } from '../data.ts'

/** Whether Python takes a value for true; undefined where nobody can know. */
export function truth(data: Data): boolean | undefined {
  switch (data.kind) {
    case 'null':
    case 'undefined':
      return false
    case 'bool':
      return data.value
    case 'int':
      return data.value !== 0
    case 'float':
      return data.value !== 0
    case 'string':
      return data.value !== ''
    case 'list':
      return data.items.length > 0 && data.open?.kind !== 'conditional'
        ? true
        : data.open === undefined
          ? false
          : undefined
    case 'dict':
      return data.entries.size > 0 ? true : data.open === undefined ? false : undefined
    case 'callable':
      return true
    case 'unknown':
      return truthOfUnknown(data)
  }
}

function truthOfUnknown(data: Extract<Data, { kind: 'unknown' }>): boolean | undefined {
  if (data.pieces?.some((piece) => piece.text !== '') === true) return true
  const arms = data.choice?.arms.map((arm) => truth(arm.value))
  const [first] = arms ?? []
  return arms !== undefined && arms.every((arm) => arm === first) ? first : undefined
}

/** Python's `==`; undefined where an unknown decides it. */
export function equal(left: Data, right: Data): boolean | undefined {
  if (left.kind === 'unknown' || right.kind === 'unknown') return undefined
  if (isNumeric(left) && isNumeric(right)) {
    // oxlint-disable-next-line eqeqeq
    return numberOf(left) == numberOf(right)
  }
  if (left.kind !== right.kind) return false
  switch (left.kind) {
    case 'null':
      return true
    case 'string':
      return right.kind === 'string' && left.value === right.value
    case 'list':
      return right.kind === 'list' && equalLists(left, right)
    case 'dict':
      return right.kind === 'dict' && equalDicts(left, right)
    case 'bool':
    case 'int':
    case 'float':
    case 'undefined':
      return true
    case 'callable':
      return left === right
  }
}

function equalLists(left: ListData, right: ListData): boolean | undefined {
  if (left.open !== undefined || right.open !== undefined) return undefined
  if (left.items.length !== right.items.length || left.tuple !== right.tuple) return false
  let sure = true
  for (const [index, item] of left.items.entries()) {
    const other = right.items[index]
    const same = other === undefined ? false : equal(item, other)
    if (same === false) return false
    if (same === undefined) sure = false
  }
  return sure ? true : undefined
}

function equalDicts(left: DictData, right: DictData): boolean | undefined {
  if (left.open !== undefined || right.open !== undefined) return undefined
  if (left.entries.size !== right.entries.size) return false
  let sure = true
  for (const [key, { value }] of left.entries) {
    const other = right.entries.get(key)?.value
    const same = other === undefined ? false : equal(value, other)
    if (same === false) return false
    if (same === undefined) sure = false
  }
  return sure ? true : undefined
}

export type Numeric = Extract<Data, { kind: 'bool' | 'int' | 'float' }>

export function isNumeric(data: Data): data is Numeric {
  return data.kind === 'int' || data.kind === 'float' || data.kind === 'bool'
}

export function numberOf(data: Numeric): number | bigint {
  return data.kind === 'bool' ? Number(data.value) : data.value
}

/** Python's ordering: below, above or equal to zero; undefined where the two cannot be ordered or are not known. */
export function compare(left: Data, right: Data): number | undefined {
  if (isNumeric(left) && isNumeric(right)) {
    const a = numberOf(left)
    const b = numberOf(right)
    return a < b ? -1 : a > b ? 1 : 0
  }
  if (left.kind === 'string' && right.kind === 'string') return compareText(left.value, right.value)
  if (left.kind !== 'list' || right.kind !== 'list' || left.open !== undefined || right.open !== undefined)
    return undefined
  for (const [index, item] of left.items.entries()) {
    const other = right.items[index]
    if (other === undefined) return 1
    const order = compare(item, other)
    if (order !== 0) return order
  }
  return left.items.length - right.items.length
}

/** By code points, as Python compares. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0
  const length = Math.min(left.length, right.length)
  for (let index = 0; index < length; index++) {
    const a = left.charCodeAt(index)
    const b = right.charCodeAt(index)
    if (a === b) continue
    const surrogates = Number(a >= 0xd800 && a < 0xe000) - Number(b >= 0xd800 && b < 0xe000)
    return surrogates === 0 ? a - b : surrogates
  }
  return left.length - right.length
}

/** The first unknown within a value, however deep; also an undefined one, and a collection that may hold more. */
export function unknownWithin(data: Data): Data | undefined {
  switch (data.kind) {
    case 'unknown':
    case 'undefined':
      return data
    case 'list':
      if (data.open !== undefined) return data
      for (const item of data.items) {
        const found = isScalar(item) ? undefined : unknownWithin(item)
        if (found !== undefined) return found
      }
      return undefined
    case 'dict':
      if (data.open !== undefined) return data
      for (const { value } of data.entries.values()) {
        const found = isScalar(value) ? undefined : unknownWithin(value)
        if (found !== undefined) return found
      }
      return undefined
    case 'null':
    case 'bool':
    case 'int':
    case 'float':
    case 'string':
    case 'callable':
      return undefined
  }
}

export function isScalar(data: Data): boolean {
  return data.kind === 'string' || isNumeric(data) || data.kind === 'null'
}
