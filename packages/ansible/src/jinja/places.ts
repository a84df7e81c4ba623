import type { Hop, Origin, SourceFile } from '@breakwater/core'
import type { TemplateText } from '../template-text.ts'
import type { Segment } from './rendered.ts'
import type { Range } from './syntax.ts'

/** Includes within includes whose places are kept from one rendering to the next. */
const MOST_KEPT = 8

/**
 * The places of a template's nodes, come by one way. Each is made once and shared by all that is printed there, for every
 * device that the template is rendered for.
 */
export class Places {
  readonly template: TemplateText
  readonly via: readonly Hop[]
  /** What the texts of the template print. */
  readonly texts = new Map<Range, readonly Segment[]>()
  readonly #origins = new Map<Range, Origin>()
  readonly #included = new Map<Range, Map<SourceFile, Places>>()

  constructor(template: TemplateText, via: readonly Hop[]) {
    this.template = template
    this.via = via
  }

  /** The place of a node, the same object each time. */
  of(node: Range): Origin {
    let origin = this.#origins.get(node)
    if (origin === undefined) {
      const { file, placeOf } = this.template
      origin = { span: { file, start: placeOf(node.start), end: placeOf(node.end) }, via: this.via }
      this.#origins.set(node, origin)
    }
    return origin
  }

  /** The places of a template that a node brings in. */
  included(node: Range, template: TemplateText): Places {
    const known = this.#included.get(node)?.get(template.file)
    if (known !== undefined) return known
    const made = new Places(template, [{ role: 'include', span: this.of(node).span }, ...this.via])
    if (made.via.length > MOST_KEPT) return made
    const byFile = this.#included.get(node) ?? new Map<SourceFile, Places>()
    this.#included.set(node, byFile.set(template.file, made))
    return made
  }
}

const roots = new WeakMap<SourceFile, Places>()

/** The places of a template that is rendered for itself. */
export function rootPlaces(template: TemplateText): Places {
  // A part of a file, such as a text in YAML, has its own.
  if (template.text !== template.file.text) return new Places(template, [])
  let places = roots.get(template.file)
  if (places === undefined) roots.set(template.file, (places = new Places(template, [])))
  return places
}
