import { sensitiveIn } from '../alternatives.ts'
import { bool, unknown } from '../make.ts'
import { convert, type Type } from '../types.ts'
import type { Value } from '../value.ts'
import type { Builtin, Builtins } from './signature.ts'

function conversion(type: Type): Builtin {
  return ([value]) => {
    if (value === undefined) return undefined
    const converted = convert(value, type)
    return converted.kind === 'unknown' && converted.why.kind === 'unreadable' && value.kind !== 'unknown'
      ? undefined
      : converted
  }
}

function unmarked(value: Value): Value {
  return value.sensitive ? { ...value, sensitive: false } : value
}

/** Conversions and marks. */
export const types: Builtins = {
  ephemeralasnull: ([value]) => value,
  issensitive: ([value], { at }) => (value === undefined ? undefined : bool(sensitiveIn(value), at)),
  nonsensitive: ([value]) => (value === undefined ? undefined : unmarked(value)),
  sensitive: ([value]) => (value === undefined ? undefined : { ...value, sensitive: true }),
  tobool: conversion({ kind: 'bool' }),
  tolist: conversion({ kind: 'list', of: { kind: 'any' } }),
  tomap: conversion({ kind: 'map', of: { kind: 'any' } }),
  tonumber: conversion({ kind: 'number' }),
  toset: conversion({ kind: 'set', of: { kind: 'any' } }),
  tostring: conversion({ kind: 'string' }),
  type: (_, { at }) => unknown({ kind: 'unresolved', name: 'type()' }, at),
}
