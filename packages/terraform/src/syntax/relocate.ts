import type { Located } from './tree.ts'
import { addAll } from '../add-all.ts'

/** Gives all nodes of a tree that was read from a decoded text the places of the file. Changes the tree, which is new. */
export function relocate<Node extends Located>(tree: Node, places: readonly number[], fileText: string): Node {
  const stack: unknown[] = [tree]
  while (stack.length > 0) {
    const node = stack.pop()
    if (typeof node !== 'object' || node === null) continue
    if ('start' in node && typeof node.start === 'number') node.start = places[node.start] ?? node.start
    if ('end' in node && typeof node.end === 'number') node.end = places[node.end] ?? node.end
    if ('verbatim' in node && 'text' in node && typeof node.text === 'string' && 'start' in node) {
      node.verbatim = fileText.slice(node.start as number, 'end' in node ? (node.end as number) : 0) === node.text
    }
    addAll(stack, Object.values(node))
  }
  return tree
}
