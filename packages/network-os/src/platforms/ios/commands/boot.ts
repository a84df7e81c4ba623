import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, flag, type CommandTable } from '../../../commands/row.ts'

const NETWORK: ReadonlySet<string> = new Set(['tftp', 'ftp', 'rcp', 'mop', 'http', 'https', 'scp', 'sftp', 'network'])
const ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/

interface Source {
  readonly from: string
  readonly local: boolean | undefined
}

/** `flash:NAME`, `switch all flash:NAME`, `tftp NAME ADDRESS`, `tftp://ADDRESS/NAME`, `rom`, old `NAME ADDRESS`. */
function sourceOf(words: readonly string[]): Source {
  const at = words[0]?.toLowerCase() === 'switch' ? 2 : 0
  const first = words[at] ?? ''
  const from = (/^([\w-]+):/.exec(first)?.[1] ?? first).toLowerCase()
  if (NETWORK.has(from)) return { from, local: false }
  if (first.includes(':') || from === 'rom' || from === 'flash') return { from, local: true }
  // `boot system flash sup-bootflash:NAME`, `boot system NAME 192.0.2.1`
  return ADDRESS.test(words[at + 1] ?? '')
    ? { from: 'network', local: false }
    : { from: 'a file name without a device', local: undefined }
}

function readBootSystem(line: Command, to: Lowering): void {
  const words = line.words.slice(2).map(({ text }) => text)
  const written = ['boot system', ...words].join(' ').replace(/\/\/[^/@]*@/g, '//')
  const items = to.draft.items('system.bootImages')
  if (line.negated || line.defaulted) {
    for (const { key, id } of items)
      if (words.length === 0 || id.command === written) to.draft.remove('system.bootImages', key)
    return
  }
  if (items.some(({ id }) => id.command === written)) return
  const source = sourceOf(words)
  const number = items.filter(({ id }) => id.from === source.from).length + 1
  to.draft.add('system.bootImages', `${source.from} ${number}`, { ...source, command: written }, line.at)
}

export const boot: CommandTable = {
  rows: {
    global: [command('boot system <source...>', readBootSystem), flag('file verify auto', 'system.verifyImages')],
  },
  writers: {
    'system.bootImages': ({ item }) =>
      item !== undefined && 'id' in item ? [`no ${(item.id as { command: string }).command}`] : [],
  },
}
