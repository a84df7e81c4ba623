import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, ignored, type CommandTable, type Row } from '../../../commands/row.ts'
import { words } from '../../../syntax/words.ts'
import { keyedCommand, secretCommand } from '../secrets.ts'

/** The row reads the secret; `read` reads for whom it is. */
function alsoReads(row: Row, read: (line: Command, to: Lowering) => void): Row {
  return {
    ...row,
    read: (line, to) => {
      row.read?.(line, to)
      read(line, to)
    },
  }
}

/** An address with its mask, or an IPv6 prefix, that means everybody: `0.0.0.0`, `0.0.0.0 0.0.0.0`, `::/0`. */
function isEverybody(address: string, mask: string | undefined): boolean {
  if (address === '::/0' || address === '0.0.0.0/0' || mask === '0.0.0.0') return true
  return address === '0.0.0.0' && !/^\d+\.\d+\.\d+\.\d+$/.test(mask ?? '')
}

interface Peer {
  readonly name: string
  readonly everybody: boolean
}

/** `address A [MASK]`, `address ipv6 PREFIX` or `hostname NAME`, in the words from `from` on. */
function peerOf(line: Command, from: number): Peer | undefined {
  const { words: all } = line
  for (let at = from; at < all.length; at++) {
    const text = all[at]?.text.toLowerCase()
    if (text !== 'address' && text !== 'hostname') continue
    const [first = '', second] = all
      .slice(all[at + 1]?.text === 'ipv6' ? at + 2 : at + 1)
      .map((word) => word.text.toLowerCase())
    if (first === '') return undefined
    return { name: first, everybody: text === 'address' && isEverybody(first, second) }
  }
  return undefined
}

function keyFor(
  kind: 'isakmp' | 'keyring',
  keyring: string | undefined,
  peer: Peer,
  line: Command,
  to: Lowering,
): void {
  const key = `${keyring ?? 'isakmp'} ${peer.name}`
  if (line.negated || line.defaulted) return to.draft.remove('vpn.presharedKeys', key)
  const item = to.draft.add('vpn.presharedKeys', key, { kind, keyring, peer: peer.name }, line.at)
  item.set('anyPeer', peer.everybody, line.at)
  item.set('present', true, line.at)
}

/** `crypto isakmp key [0|6] KEY address A [MASK] [no-xauth]`, the key a word that may be `address` itself. */
function readIsakmpKey(line: Command, to: Lowering): void {
  const peer = peerOf(line, 4)
  if (peer !== undefined) keyFor('isakmp', undefined, peer, line, to)
}

/** `pre-shared-key address A [MASK] key KEY` below `crypto keyring`. */
function readKeyringKey(line: Command, to: Lowering): void {
  const peer = peerOf(line, 1)
  if (peer !== undefined) keyFor('keyring', keyringAround(line), peer, line, to)
}

function keyringAround({ table, line }: Command): string {
  // crypto keyring NAME [vrf V], crypto ikev2 keyring NAME
  const around = words(table, table.parent[line] ?? -1).map(({ text }) => text)
  return around[around.indexOf('keyring') + 1] ?? ''
}

function openPeer(line: Command, to: Lowering): void {
  const keyring = keyringAround(line)
  const peer = line.text(0)
  const key = `${keyring} ${peer}`
  if (line.negated || line.defaulted) return to.draft.remove('vpn.presharedKeys', key)
  to.enter([to.draft.add('vpn.presharedKeys', key, { kind: 'ikev2', keyring, peer }, line.at)])
}

function readPeerAddress(line: Command, to: Lowering): void {
  const [address = '', mask] = line.words.slice(1).map(({ text }) => text.toLowerCase())
  if (line.negated || line.defaulted) to.unset('vpn.presharedKeys[].anyPeer', line.at)
  else to.state('vpn.presharedKeys[].anyPeer', isEverybody(address, mask), line.at)
}

function statePresent(line: Command, to: Lowering): void {
  to.state('vpn.presharedKeys[].present', !line.negated, line.at)
}

const PEER_KEYS = [
  'pre-shared-key <secret...>',
  'pre-shared-key local <secret...>',
  'pre-shared-key remote <secret...>',
  'pre-shared-key hex <secret...>',
  'pre-shared-key local hex <secret...>',
  'pre-shared-key remote hex <secret...>',
] as const

/** Pre-shared keys of IKE: the secrets, and for which peers they are. */
export const vpnKeys: CommandTable = {
  rows: {
    global: [alsoReads(secretCommand('crypto isakmp key <secret...>', 'isakmp', { word: true }), readIsakmpKey)],
    keyring: [
      alsoReads(keyedCommand('pre-shared-key <rest...>', 'isakmp', ['key'], { section: true }), readKeyringKey),
      ...ignored('description ...', 'local-address ...'),
    ],
    'ikev2 keyring': [command('peer <name>', openPeer)],
    peer: [
      ...PEER_KEYS.map((pattern) => alsoReads(secretCommand(pattern, 'ikev2', { section: true }), statePresent)),
      keyedCommand('ppk <rest...>', 'ikev2', ['key'], { section: true }),
      command('address <address> ...', readPeerAddress),
      ...ignored('description ...', 'hostname ...', 'identity ...'),
    ],
  },
  writers: {
    'vpn.presharedKeys': ({ item }) => {
      const [keyring = '', peer = ''] = item?.key.split(' ') ?? []
      if (keyring === 'isakmp') return [`no crypto isakmp key <KEY> address ${peer}`]
      return [`crypto keyring ${keyring}`, ` no pre-shared-key address ${peer} key <KEY>`]
    },
    'vpn.presharedKeys[].anyPeer': ({ item }) => {
      const [keyring = '', peer = ''] = item?.key.split(' ') ?? []
      return [`crypto ikev2 keyring ${keyring}`, ` peer ${peer}`, '  address <PEER-ADDRESS>']
    },
  },
}
