import type { TemplateNode, TemplateText } from './tree.ts'

/** A text while its template is read: strip markers and `<<-` take away of it. */
export type MutableText = { -readonly [Key in keyof TemplateText]: TemplateText[Key] }

/** Takes away the blanks at the beginning. */
export function trimStart(text: MutableText): void {
  const trimmed = text.text.trimStart()
  if (text.verbatim) text.start += text.text.length - trimmed.length
  text.text = trimmed
}

/** Takes away the blanks before a strip marker: of the line in a heredoc, of the whole text before it in quotes. */
export function trimEnd(flat: readonly (MutableText | undefined)[], form: TemplateNode['form']): void {
  for (let index = flat.length - 1; index >= 0; index--) {
    const text = flat[index]
    if (text === undefined) return
    const trimmed = text.text.trimEnd()
    if (text.verbatim) text.end -= text.text.length - trimmed.length
    text.text = trimmed
    if (form !== 'quoted' || trimmed !== '') return
  }
}

/** Takes the indentation that all lines share from each of them, blank lines excepted. */
export function flushLines(flat: readonly (MutableText | undefined)[]): void {
  let least = Number.POSITIVE_INFINITY
  let begins = true
  const lines: MutableText[] = []
  for (const text of flat) {
    if (begins) {
      begins = false
      const indent = text === undefined ? 0 : text.text.length - text.text.trimStart().length
      if (text !== undefined && indent === text.text.length && text.text.endsWith('\n')) {
        // A blank line has no say.
      } else {
        least = Math.min(least, indent)
        if (text !== undefined) lines.push(text)
      }
    }
    if (text?.text.endsWith('\n') === true) begins = true
  }
  for (const text of lines) {
    if (least === Number.POSITIVE_INFINITY) return
    text.text = text.text.slice(least)
    if (text.verbatim) text.start += least
  }
}
