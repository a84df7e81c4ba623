/** Whether a text matches a pattern with `*` and `[0-9]`, whatever the case. */
export const matchesGlob = (pattern: string, text: string): boolean => {
  const source = pattern.replace(/[.+^$?{}()|\\/]/g, String.raw`\$&`).replaceAll('*', '.*')
  return new RegExp(`^${source}$`, 'i').test(text)
}

/** How much of a pattern is not left open: the longer wins. */
export const fixedLength = (pattern: string): number => pattern.replaceAll('*', '').length
