import type { Note } from '@breakwater/core'
import { unresolved, type Data, type StringData } from '../data.ts'
import { stringTemplate, type TemplateText } from '../template-text.ts'
import type { Evaluated, Rendered, RenderOptions, Scope, Segment } from './rendered.ts'

/** Renders a template as Ansible does. What is not known becomes a hole; nothing throws. */
export function renderTemplate(template: TemplateText, scope: Scope, _options: RenderOptions = {}): Rendered {
  const segments: Segment[] = []
  const notes: Note[] = []
  let done = 0
  for (const match of template.text.matchAll(/\{\{ *(\w+) *\}\}/g)) {
    push(match.index, template.text.slice(done, match.index), done)
    const value = scope.lookup(match[1] ?? '')
    push(match.index + match[0].length, value.kind === 'string' ? value.value : '', match.index, value)
    done = match.index + match[0].length
  }
  push(template.text.length, template.text.slice(done), done)
  return { segments, notes, complete: true }

  function push(end: number, text: string, start: number, value?: Data): void {
    if (end === start) return
    const span = { file: template.file, start: template.placeOf(start), end: template.placeOf(end) }
    const hole = value?.kind === 'unknown' ? { why: value.why, by: value.by } : undefined
    const at = value?.at ?? { span, via: [] }
    segments.push({ text, template: span, at, deps: [], hole, when: [] })
  }
}

/** The value of an expression without braces, as `when:` and `loop:` hold them. */
export function evaluateExpression(expression: TemplateText, scope: Scope, _options: RenderOptions = {}): Evaluated {
  return { value: scope.lookup(expression.text.trim()), deps: [expression.text.trim()], notes: [] }
}

/**
 * A value from YAML with its templates evaluated, however deep. A string that is nothing but one `{{ }}` keeps the type of its
 * value; any other template is a string.
 */
export function evaluateData(data: Data, scope: Scope, options: RenderOptions = {}): Evaluated {
  if (data.kind !== 'string' || !data.template) return { value: data, deps: [], notes: [] }
  return evaluateString(data, scope, options)
}

function evaluateString(data: StringData, scope: Scope, options: RenderOptions): Evaluated {
  const name = /^\{\{ *(\w+) *\}\}$/.exec(data.value)?.[1]
  if (name !== undefined) return evaluateExpression({ ...stringTemplate(data), text: name }, scope, options)
  return { value: unresolved(data.value), deps: [], notes: [] }
}
