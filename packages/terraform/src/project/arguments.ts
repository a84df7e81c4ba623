import type { Value } from '../evaluate/value.ts'
import type { Body } from './project.ts'

/** How many arguments there are, and how many of them are read or ignored on purpose. */
export interface ArgumentCount {
  readonly all: number
  readonly understood: number
}

/** A set of names, or what tells whether a name is one of them. */
export interface Names {
  has(name: string): boolean
}

/**
 * Counts the arguments of a body, those of blocks and objects each on their own. `reads` are paths, such as
 * `ingress.from_port`; `ignores` are names of arguments or blocks, at any depth.
 */
export function countArguments(body: Body, reads: Names, ignores: Names): ArgumentCount {
  const paths = pathsOf(body, '', ignores)
  const isUnderstood = (path: string): boolean => reads.has(path) || ignores.has(path.slice(path.lastIndexOf('.') + 1))
  return { all: paths.length, understood: paths.filter(isUnderstood).length }
}

/** The path of each argument; what is ignored is not looked into. */
function pathsOf({ attributes, blocks }: Body, within: string, ignores: Names): readonly string[] {
  return [
    ...[...attributes].flatMap(([name, { value }]) => pathsIn(value, within, name, ignores)),
    ...blocks.flatMap(({ type, body }) =>
      ignores.has(type) ? [within + type] : pathsOf(body, `${within}${type}.`, ignores),
    ),
  ]
}

function pathsIn(value: Value, within: string, name: string, ignores: Names): readonly string[] {
  if (value.kind === 'null') return []
  const path = within + name
  if (ignores.has(name)) return [path]
  const objects = (value.kind === 'list' ? value.items : [value]).filter((one) => one.kind === 'object')
  if (objects.length === 0) return [path]
  return objects.flatMap(({ entries }) =>
    [...entries].flatMap(([key, entry]) => pathsIn(entry.value, `${path}.`, key, ignores)),
  )
}
