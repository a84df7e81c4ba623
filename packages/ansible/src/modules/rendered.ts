import type { Hop, TemplatePiece } from '@breakwater/core'
import type { Rendered } from '../jinja/rendered.ts'

/** A rendered template as pieces of a device's text. `via`: the way from the template to the device, such as its task. */
export function renderedPieces(rendered: Rendered, via: readonly Hop[] = []): TemplatePiece[] {
  return rendered.segments.map(({ text, template, at, hole, when }) => ({
    text,
    at: via.length === 0 ? at : { ...at, via: [...at.via, ...via] },
    template: { span: template, via },
    ...(hole !== undefined && { hole: hole.why }),
    ...(when.length > 0 && { when }),
  }))
}
