const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What a person takes for one character. */
export function graphemes(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

export function reversed(text: string): string {
  return graphemes(text).toReversed().join('')
}
