/** A command as a runner understands a line of a step's output. */
export interface RunnerCommand {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

const ESCAPES: Readonly<Record<string, string>> = { '%25': '%', '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',' }

/**
 * Written after the grammar of the runner (`::name key=value,…::message` with blanks before it, and the older
 * `##[name key=value;…]message` anywhere in a line), and after nothing of ours.
 */
export function commandsIn(output: string): RunnerCommand[] {
  return output.split(/\r\n|\r|\n/).flatMap((line) => {
    const found = newForm(line) ?? oldForm(line)
    return found === undefined ? [] : [found]
  })
}

function newForm(line: string): RunnerCommand | undefined {
  const text = line.trimStart()
  if (!text.startsWith('::')) return undefined
  const end = text.indexOf('::', 2)
  if (end < 0) return undefined
  const head = text.slice(2, end)
  const blank = head.indexOf(' ')
  const name = blank < 0 ? head : head.slice(0, blank)
  if (name === '') return undefined
  const pairs = blank < 0 ? [] : head.slice(blank + 1).split(',')
  return { name, properties: propertiesOf(pairs), message: plain(text.slice(end + 2), ['%25', '%0D', '%0A']) }
}

function oldForm(line: string): RunnerCommand | undefined {
  const start = line.indexOf('##[')
  const end = line.indexOf(']', start)
  if (start < 0 || end < 0) return undefined
  const [name = '', ...rest] = line.slice(start + 3, end).split(' ')
  return { name, properties: propertiesOf(rest.join(' ').split(';')), message: line.slice(end + 1) }
}

function propertiesOf(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs
      .map((pair) => pair.trim())
      .filter((pair) => pair.includes('='))
      .map((pair) => [
        pair.slice(0, pair.indexOf('=')),
        plain(pair.slice(pair.indexOf('=') + 1), Object.keys(ESCAPES)),
      ]),
  )
}

function plain(text: string, escapes: readonly string[]): string {
  return text.replace(/%[\dA-F]{2}/g, (escape) => (escapes.includes(escape) ? (ESCAPES[escape] ?? escape) : escape))
}
