const compiled = new Map<string, RegExp>()

const compile = (pattern: string): RegExp => {
  const source = pattern.replace(/[.+^$?{}()|\\/]/g, String.raw`\$&`).replaceAll('*', '.*')
  return new RegExp(`^${source}$`, 'i')
}

/** Whether a text matches a pattern with `*` and `[0-9]`, whatever the case. */
export const matchesGlob = (pattern: string, text: string): boolean => {
  let expression = compiled.get(pattern)
  if (expression === undefined) {
    expression = compile(pattern)
    compiled.set(pattern, expression)
  }
  return expression.test(text)
}

/** How much of a pattern is not left open: the longer wins. */
export const fixedLength = (pattern: string): number => pattern.replaceAll('*', '').length

/** What every text that matches the pattern begins with, in lower case. */
export const fixedStart = (pattern: string): string => pattern.replace(/[*[].*$/, '').toLowerCase()
