import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { iosModes } from '../platforms/ios/modes.ts'
import { decodeText, encodeText } from './encoding.ts'
import { LineKind, printLines } from './lines.ts'
import { parseLines } from './parse.ts'
import { lineText } from './view.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const corpus = join(root, '../shared/corpus')
const platforms = ['ios', 'nxos', 'iosxr', 'eos', 'junos', 'terminal-capture']

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
}

/** Every command with the commands that it stands below. */
function chains(path: string): string[] {
  const table = parseLines(decodeText(readFileSync(path)).text, iosModes)
  const found: string[] = []
  for (let line = 0; line < table.count; line++) {
    if (table.kind[line] !== LineKind.command) continue
    const chain: string[] = []
    for (let at = line; at >= 0; at = table.parent[at] ?? -1) chain.unshift(lineText(table, at))
    found.push(chain.join(' / '))
  }
  return found
}

// Public configurations lie beside the repository on the machines that have them; they are not part of it.
describe.skipIf(!existsSync(corpus))(`the corpus at ${corpus}`, () => {
  test.each(platforms)('%s: every file comes back byte for byte', (platform) => {
    const changed = files(join(corpus, platform)).filter((path) => {
      const bytes = readFileSync(path)
      const decoded = decodeText(bytes)
      return printLines(parseLines(decoded.text, iosModes)) !== decoded.text || !bytes.equals(encodeText(decoded))
    })
    expect(changed).toEqual([])
  })

  const flat = existsSync(corpus) ? files(join(corpus, 'ios')).filter((path) => path.endsWith('-flat.txt')) : []

  test.each(flat)('%s has the structure of its indented twin', (path) => {
    expect(chains(path)).toEqual(chains(path.replace('-flat', '')))
  })
})
