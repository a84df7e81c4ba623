import type { ModeTable } from './modes.ts'
import { ACCEPTS, isBlank, isNumber, matchPhrase } from './phrases.ts'

/** Shortest abbreviation of a keyword that is believed. */
const LEAST = 2

/**
 * How well the command from `at` to `end` (without `no` or `default`) fits the mode's own commands: the number of words
 * of the longest phrase that it begins with, or 0.
 */
export function fitMode(modes: ModeTable, mode: number, text: string, at: number, end: number): number {
  return Math.floor(matchPhrase(modes.commands(mode).set, 1, text, at, end) / ACCEPTS)
}

/** Whether the command abbreviates one of the mode's own: `ip add 192.0.2.1 255.255.255.0`, `shut`. */
export function abbreviates(modes: ModeTable, mode: number, text: string, at: number, end: number): boolean {
  const phrases = modes.commands(mode).byLetter.get(text.charCodeAt(at) | 32) ?? []
  return phrases.some((phrase) => isAbbreviated(phrase, text, at, end))
}

function isAbbreviated(phrase: readonly string[], text: string, at: number, end: number): boolean {
  let from = at
  for (const keyword of phrase) {
    while (from < end && isBlank(text.charCodeAt(from))) from++
    if (keyword === '$') return from === end
    if (from === end) return false
    const begin = from
    while (from < end && !isBlank(text.charCodeAt(from))) from++
    if (keyword === '*') continue
    if (!(keyword === '#' ? isNumber(text.charCodeAt(begin)) : isPrefix(keyword, text, begin, from))) return false
  }
  return true
}

function isPrefix(keyword: string, text: string, begin: number, end: number): boolean {
  const length = end - begin
  if (length > keyword.length || (length < LEAST && length < keyword.length)) return false
  for (let at = begin; at < end; at++) {
    if ((text.charCodeAt(at) | 32) !== (keyword.charCodeAt(at - begin) | 32)) return false
  }
  return true
}

/** Where the command begins after `no` or `default`; `at` itself without either. */
export function afterNegation(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at) | 32
  if (code !== 110 && code !== 100) return at
  let from = at
  while (from < end && !isBlank(text.charCodeAt(from))) from++
  const word = from - at === 2 || from - at === 7 ? text.slice(at, from).toLowerCase() : ''
  if (word !== 'no' && word !== 'default') return at
  while (from < end && isBlank(text.charCodeAt(from))) from++
  return from < end ? from : at
}
