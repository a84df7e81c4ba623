import type { Origin } from '@breakwater/core'
import { bool, exact, float, NULL, type Data, type StringData } from '../data.ts'

// The implicit resolver of PyYAML (resolver.py), which follows YAML 1.1 but for `y`, `n` and exponents without a sign.
const BOOL = new Map<string, boolean>()
for (const word of ['yes', 'true', 'on']) for (const text of cases(word)) BOOL.set(text, true)
for (const word of ['no', 'false', 'off']) for (const text of cases(word)) BOOL.set(text, false)
const NULLS: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL'])
const INT = /^[-+]?(?:0b[01_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(?::[0-5]?[0-9])+)$/
const FLOAT =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/

function cases(word: string): readonly string[] {
  return [word, (word[0] ?? '').toUpperCase() + word.slice(1), word.toUpperCase()]
}

/** The value of a plain scalar, typed as PyYAML types it: `on` is true, `010` is 8, a MAC address stays a string. */
export function resolvePlain(text: string, at: Origin | undefined): Data {
  const first = text.charCodeAt(0)
  // Digits, signs and the dot.
  if ((first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46) {
    if (INT.test(text)) return { kind: 'int', value: integerOf(text), at }
    if (FLOAT.test(text)) return { ...float(floatOf(text)), at }
    return yamlString(text, at)
  }
  if (text.length <= 5) {
    const truth = BOOL.get(text)
    if (truth !== undefined) return at === undefined ? bool(truth) : { kind: 'bool', value: truth, at }
    if (NULLS.has(text)) return at === undefined ? NULL : { kind: 'null', at }
  }
  return yamlString(text, at)
}

/** A string from YAML: a template where Jinja's delimiters stand in it. */
export function yamlString(value: string, at: Origin | undefined): StringData {
  return { kind: 'string', value, at, pieces: undefined, template: isTemplate(value) }
}

function isTemplate(text: string): boolean {
  for (let brace = text.indexOf('{'); brace !== -1; brace = text.indexOf('{', brace + 1)) {
    const next = text[brace + 1]
    if (next === '{' || next === '%' || next === '#') return true
  }
  return false
}

function integerOf(text: string): number | bigint {
  const negative = text.startsWith('-')
  const digits = text.replaceAll('_', '').replace(/^[-+]/, '')
  const value = magnitudeOf(digits)
  return exact(negative ? -value : value)
}

function magnitudeOf(digits: string): bigint {
  if (digits.startsWith('0b') || digits.startsWith('0x')) return digits.length > 2 ? BigInt(digits) : 0n
  if (digits.includes(':')) return digits.split(':').reduce((sum, part) => sum * 60n + BigInt(part), 0n)
  if (digits.length > 1 && digits.startsWith('0')) return BigInt(`0o${digits}`)
  return BigInt(digits)
}

function floatOf(text: string): number {
  const sign = text.startsWith('-') ? -1 : 1
  const digits = text.replaceAll('_', '').replace(/^[-+]/, '').toLowerCase()
  if (digits === '.inf') return sign * Number.POSITIVE_INFINITY
  if (digits === '.nan') return Number.NaN
  if (digits.includes(':')) return sign * digits.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  return sign * Number(digits)
}
