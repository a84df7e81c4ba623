/** A part of a parameter's command. */
export type CommandNode =
  | { readonly kind: 'text'; readonly text: string }
  /** `{a,b=secret}`: the first of the names that is there, else the words after `=`. */
  | { readonly kind: 'value'; readonly names: readonly string[]; readonly fallback: string | undefined }
  /** `{flag?text|other}`, `{afi:ipv6?text|other}`: one text where the value is true, or the one named. */
  | {
      readonly kind: 'choice'
      readonly name: string
      readonly equal: string | undefined
      readonly yes: string
      readonly other: string | undefined
    }
  /** `[…]`: left out where a value in it is not there. */
  | { readonly kind: 'optional'; readonly nodes: readonly CommandNode[] }

const parsed = new Map<string, readonly CommandNode[]>()

/** Reads the command of a parameter; each once. */
export function parseCommand(command: string): readonly CommandNode[] {
  let nodes = parsed.get(command)
  if (nodes === undefined) {
    nodes = parse(command, { at: 0 })
    parsed.set(command, nodes)
  }
  return nodes
}

function parse(command: string, cursor: { at: number }): CommandNode[] {
  const nodes: CommandNode[] = []
  let text = ''
  const close = (): void => {
    if (text !== '') nodes.push({ kind: 'text', text })
    text = ''
  }
  for (; cursor.at < command.length; cursor.at++) {
    const character = command.charAt(cursor.at)
    if (character === ']') break
    if (character === '[') {
      close()
      cursor.at++
      nodes.push({ kind: 'optional', nodes: parse(command, cursor) })
    } else if (character === '{') {
      close()
      const end = command.indexOf('}', cursor.at)
      nodes.push(placeholder(command.slice(cursor.at + 1, end)))
      cursor.at = end
    } else text += character
  }
  close()
  return nodes
}

function placeholder(text: string): CommandNode {
  const question = text.indexOf('?')
  if (question < 0) {
    const [names = '', fallback] = text.split('=')
    return { kind: 'value', names: names.split(','), fallback }
  }
  const [name = '', equal] = text.slice(0, question).split(':')
  const [yes = '', other] = text.slice(question + 1).split('|')
  return { kind: 'choice', name, equal, yes, other }
}
