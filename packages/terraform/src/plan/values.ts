import { originAt, type Origin, type SourceFile } from '@breakwater/core'
import { parseDecimal } from '../evaluate/decimal.ts'
import { bool, integer, list, nullAt, number, object, text, unresolved } from '../evaluate/make.ts'
import type { Entry, Value } from '../evaluate/value.ts'
import type { Attribute, Body } from '../project/project.ts'
import type { JsonNode } from '../syntax/json.ts'

/** The parts of a planned resource. */
export interface PlannedParts {
  readonly values: JsonNode | undefined
  /** Which of the values only applying tells (`after_unknown`). */
  readonly unknown: JsonNode | undefined
  /** Which of them are not to be shown (`sensitive_values`, in format 0.1 `after_sensitive` of the change). */
  readonly sensitive: readonly JsonNode[]
}

/** The arguments of a planned resource; `at` is its address in the plan. */
export function plannedBody(file: SourceFile, { values, unknown, sensitive }: PlannedParts, at: Origin): Body {
  const attributes = new Map<string, Attribute>()
  const all = sensitive.some(isTrue)
  for (const { key, value } of entriesIn(values)) {
    const hidden = all ? HIDDEN : sensitive.flatMap((one) => memberOf(one, key.text) ?? [])
    attributes.set(key.text, {
      name: key.text,
      key: originAt(file, key.start, key.end),
      value: plannedValue(file, value, memberOf(unknown, key.text), hidden),
    })
  }
  // What only applying tells is left out of the values.
  for (const { key, value } of entriesIn(unknown))
    if (!attributes.has(key.text) && isTrue(value))
      attributes.set(key.text, { name: key.text, key: at, value: unresolved(key.text, at) })
  return { at, attributes, blocks: [], complete: true }
}

const HIDDEN: readonly JsonNode[] = [{ kind: 'json-literal', value: true, start: 0, end: 0 }]

/** A value; unknown where it, or all of it, only applying tells, or is not to be shown. */
function plannedValue(
  file: SourceFile,
  node: JsonNode,
  unknown: JsonNode | undefined,
  hidden: readonly JsonNode[],
): Value {
  const at = originAt(file, node.start, node.end)
  if (isTrue(unknown)) return unresolved('what applying tells', at)
  if (hidden.some(isTrue)) return unresolved('a sensitive value', at)
  switch (node.kind) {
    case 'json-string':
      return text(node.text, originAt(file, node.start + 1, node.end - 1))
    case 'json-literal': {
      const { value } = node
      if (value === null) return nullAt(at)
      if (typeof value === 'boolean') return bool(value, at)
      const decimal = parseDecimal(value.number)
      return decimal === undefined ? integer(Number(value.number), at) : number(decimal, at)
    }
    case 'json-array':
      return list(
        node.items.map((item, index) =>
          plannedValue(
            file,
            item,
            itemsIn(unknown)[index],
            hidden.flatMap((one) => itemsIn(one)[index] ?? []),
          ),
        ),
        at,
      )
    case 'json-object': {
      const entries = node.entries.map(({ key, value }): [string, Entry] => [
        key.text,
        {
          key: originAt(file, key.start, key.end),
          value: plannedValue(
            file,
            value,
            memberOf(unknown, key.text),
            hidden.flatMap((one) => memberOf(one, key.text) ?? []),
          ),
        },
      ])
      const later = entriesIn(unknown).flatMap(({ key, value }): [string, Entry][] =>
        isTrue(value) ? [[key.text, { key: at, value: unresolved(key.text, at) }]] : [],
      )
      return object(new Map([...later, ...entries]), at)
    }
    case 'json-error':
      return unresolved('an unreadable value', at)
  }
}

function memberOf(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return entriesIn(node).find(({ key }) => key.text === name)?.value
}

function entriesIn(node: JsonNode | undefined) {
  return node?.kind === 'json-object' ? node.entries : []
}

function itemsIn(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.kind === 'json-array' ? node.items : []
}

function isTrue(node: JsonNode | undefined): boolean {
  return node?.kind === 'json-literal' && node.value === true
}
