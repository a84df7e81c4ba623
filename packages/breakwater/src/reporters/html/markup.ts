import { harmless } from '../../text/harmless.ts'

/** Text that stands in a document as itself: no markup, nothing that a terminal or a build server obeys. */
export function markup(text: string): string {
  return harmless(text)
    .replaceAll('\t', ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** A bar of 0 to 1. Nothing that the eye alone needs: the number stands beside it. */
export function bar(share: number, kind: string): string {
  const width = share <= 0 ? 0 : Math.max(1, Math.round(share * 100))
  return `<svg class="bar ${kind}" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="rest" width="100" height="6"/><rect class="part" width="${width}" height="6"/></svg>`
}
