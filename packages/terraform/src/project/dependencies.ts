import { childrenOf, type AnyNode } from '../syntax/print.ts'
import type { ConfigBlock } from './config.ts'

/** Names that an expression refers to: `var.a`, `local.b`, `module.c`, `data.aws_ami.d`, `aws_vpc.e`. */
export function referencesIn(nodes: readonly AnyNode[]): ReadonlySet<string> {
  const found = new Set<string>()
  const stack: AnyNode[] = [...nodes]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.kind === 'access') {
      const { object: base, name } = node
      if (base.kind === 'variable') found.add(`${base.name}.${name.name}`)
      else if (base.kind === 'access' && base.object.kind === 'variable') {
        found.add(`${base.object.name}.${base.name.name}.${name.name}`)
      }
    }
    stack.push(...(childrenOf(node) as readonly AnyNode[]))
  }
  return found
}

export function referencesOfBlock({ parts }: ConfigBlock): ReadonlySet<string> {
  return referencesIn(parts.map(({ item }) => item))
}
