import { childrenOf, type AnyNode } from '../syntax/print.ts'
import type { ConfigBlock } from './config.ts'
import { addAll } from '../add-all.ts'

const seen = new WeakMap<AnyNode, ReadonlySet<string>>()

/** Names that an expression refers to: `var.a`, `local.b`, `module.c.d`, `data.aws_ami.d`, `aws_vpc.e`. */
export function referencesIn(root: AnyNode): ReadonlySet<string> {
  const known = seen.get(root)
  if (known !== undefined) return known
  const found = new Set<string>()
  seen.set(root, found)
  const stack: AnyNode[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.kind === 'access') {
      const { object: base, name } = node
      if (base.kind === 'variable') found.add(`${base.name}.${name.name}`)
      else if (base.kind === 'access' && base.object.kind === 'variable') {
        found.add(`${base.object.name}.${base.name.name}.${name.name}`)
        // An output of a module is not all of it.
        if (base.object.name === 'module') continue
      }
    }
    addAll(stack, childrenOf(node) as readonly AnyNode[])
  }
  return found
}

const ofBlocks = new WeakMap<ConfigBlock, ReadonlySet<string>>()

export function referencesOfBlock(block: ConfigBlock): ReadonlySet<string> {
  const known = ofBlocks.get(block)
  if (known !== undefined) return known
  const found = new Set(block.parts.flatMap(({ item }) => [...referencesIn(item)]))
  ofBlocks.set(block, found)
  return found
}
