import type { Origin } from '@breakwater/core'
import type { Condition, Data } from '../data.ts'
import { truth } from '../jinja/python.ts'
import { evaluateData, evaluateExpression } from '../jinja/render.ts'
import type { Scope } from '../jinja/rendered.ts'
import { stringTemplate } from '../template-text.ts'

/** What some `when` come to: false, or the conditions that nobody can decide; none where all hold. */
export function decide(when: readonly Data[], scope: Scope, at: Origin): false | readonly Condition[] {
  const open: Condition[] = []
  for (const one of when) {
    const value = valueOf(one, scope)
    // Ansible refuses a name that is not defined; whoever runs the play will have defined it.
    const holds = value.kind === 'undefined' ? undefined : truth(value)
    if (holds === false) return false
    if (holds === undefined) open.push(undecided(textOf(one), one.at ?? at))
  }
  return open
}

export function undecided(text: string, at: Origin, kind: Condition['kind'] = 'if'): Condition {
  return { kind, text, holds: true, span: at.span, why: { kind: 'conditional' } }
}

function valueOf(data: Data, scope: Scope): Data {
  if (data.kind !== 'string') return data
  if (data.value.trim() === '') return { kind: 'bool', value: true, at: data.at }
  if (data.template) {
    const { value } = evaluateData(data, scope)
    return value.kind === 'string'
      ? evaluateExpression(stringTemplate({ ...value, at: undefined }), scope).value
      : value
  }
  return evaluateExpression(stringTemplate(data), scope).value
}

function textOf(data: Data): string {
  return data.kind === 'string' ? data.value.trim() : 'its condition holds'
}
