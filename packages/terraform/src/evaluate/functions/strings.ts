import { graphemes, reversed } from './graphemes.ts'
import { replaceMatches } from './regex.ts'
import { strict, variadic, type Builtins } from './signature.ts'
import { format, formatList, indent, join, trimSpace } from './format.ts'

function trim(value: string, cutset: string): string {
  const cut = new Set(cutset)
  const chars = Array.from(value)
  const start = chars.findIndex((char) => !cut.has(char))
  return start === -1 ? '' : chars.slice(start, chars.findLastIndex((char) => !cut.has(char)) + 1).join('')
}

function substr(value: string, offset: number, length: number): string | undefined {
  const chars = graphemes(value)
  const start = offset < 0 ? Math.max(0, chars.length + offset) : offset
  if (length < -1) return undefined
  return chars.slice(start, length === -1 ? undefined : start + length).join('')
}

/** Functions of texts. */
export const strings: Builtins = {
  chomp: trimSpace('newlines'),
  endswith: strict(['string', 'string'], (value, suffix) => value.endsWith(suffix)),
  format,
  formatlist: formatList,
  indent,
  join,
  lower: strict(['string'], (value) => value.toLowerCase()),
  split: strict(['string', 'string'], (separator, value) => (value === '' ? [''] : value.split(separator)), 1),
  startswith: strict(['string', 'string'], (value, prefix) => value.startsWith(prefix)),
  strcontains: strict(['string', 'string'], (value, part) => value.includes(part)),
  strrev: strict(['string'], reversed),
  substr: strict(['string', 'number', 'number'], substr),
  title: strict(['string'], (value) =>
    value.replaceAll(
      /(^|[^\p{L}\p{N}_])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    ),
  ),
  trim: strict(['string', 'string'], (value, cutset) => trim(value, cutset)),
  trimprefix: strict(['string', 'string'], (value, prefix) =>
    value.startsWith(prefix) ? value.slice(prefix.length) : value,
  ),
  trimspace: trimSpace('blanks'),
  trimsuffix: strict(['string', 'string'], (value, suffix) =>
    suffix !== '' && value.endsWith(suffix) ? value.slice(0, -suffix.length) : value,
  ),
  upper: strict(['string'], (value) => Array.from(value, capital).join('')),
  replace: variadic(['string'], 3, ([value, search, replacement]) =>
    replaced(value as string, search as string, replacement as string),
  ),
}

/** Letter by letter: one that has no capital of its own stays. */
function capital(char: string): string {
  const upper = char.toUpperCase()
  return Array.from(upper).length === 1 ? upper : char
}

/** A search in slashes is a regular expression. */
function replaced(value: string, search: string, replacement: string): string | undefined {
  if (search.length > 1 && search.startsWith('/') && search.endsWith('/')) {
    return replaceMatches(search.slice(1, -1), value, replacement)
  }
  if (value.length * (replacement.length + 1) > 4_000_000 && replacement.length > search.length) return undefined
  return value.replaceAll(search, () => replacement)
}
