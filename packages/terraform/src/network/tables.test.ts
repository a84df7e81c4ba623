import { originAt } from '@breakwater/core'
import { lineText, LineClass, readDevice } from '@breakwater/network-os'
import { expect, test } from 'vitest'
import { text } from '../evaluate/make.ts'
import type { Attribute, Body, NestedBlock } from '../project/project.ts'
import { commandPieces } from './pieces.ts'
import { parsePattern } from './pattern.ts'
import { commandOf, indented, readsOf, type ResourceTable } from './rows.ts'
import { networkTables } from './tables.ts'

const at = originAt({ path: 'main.tf', text: '' }, 0, 0)

/** Words that a command takes where no other would do. */
const WORDS: Readonly<Record<string, string>> = {
  access_session_port_control: 'auto',
  action: 'permit',
  addr: '192.0.2.1',
  asn: '64496',
  authentication_port_control: 'auto',
  buffered_size: '16000',
  buffered_severity: 'informational',
  cryptographic_algorithm: 'hmac-sha-256',
  destination_host: '192.0.2.1',
  encryption_type: '7',
  exec_timeout_minutes: '5',
  exec_timeout_seconds: '0',
  first: '0',
  id: '1',
  inspection_vlan: '10',
  inspection_vlans: '10',
  ip_http_max_connections: '5',
  ip_ssh_authentication_retries: '3',
  ip_ssh_time_out: '60',
  ip_ssh_version: '2',
  ip_ssh_version_legacy: '2',
  enable_secret_level: '15',
  enable_secret_type: '9',
  local_authentication_max_fail_attempts: '3',
  permission: 'ro',
  security_passwords_min_length: '15',
  last: '4',
  next_hop: '192.0.2.1',
  number: '1',
  privilege_level: '1',
  prefix: '198.51.100.0',
  mask: '255.255.255.0',
  sequence: '10',
  set_pfs_group: 'group20',
  timestamps_log_uptime: 'false',
  transport_input: 'ssh',
  transport_output: 'ssh',
  trap_severity: 'informational',
  v3_auth_algorithm: 'sha',
  v3_auth_priv_aes_algorithm: '128',
  vlan_id: '10',
  ace_rule_action: 'permit',
  ace_rule_protocol: 'tcp',
  address_ipv4: '192.0.2.1',
  direction: 'in',
  in_out: 'in',
  inc_exl: 'included',
  ipv4_mask: '255.255.255.0',
  ipv4_address: '192.0.2.1',
  ipv4_address_mask: '255.255.255.0',
  operation: 'permit',
  prematch: 'match-any',
  security_level: 'priv',
  type: 'GigabitEthernet',
  version: '2c',
}

/** Such words within the objects of a list. */
const WORDS_WITHIN: Readonly<Record<string, Readonly<Record<string, string>>>> = { actions: { type: 'police' } }

/** An argument for every name that is asked for: `true` is a truth and a word. */
class Everything extends Map<string, Attribute> {
  readonly #lists: ReadonlySet<string>
  readonly #words: Readonly<Record<string, string>>

  constructor(lists: ReadonlySet<string>, words: Readonly<Record<string, string>>) {
    super()
    this.#lists = lists
    this.#words = words
  }

  override get(name: string): Attribute | undefined {
    if (this.#lists.has(name)) return undefined
    return { name, key: at, value: text(this.#words[name] ?? WORDS[name] ?? 'true', at) }
  }
}

/** A body with one object of each list that the table reads. */
function bodyOf(reads: readonly string[], words: Readonly<Record<string, string>> = {}): Body {
  const lists = new Set(reads.flatMap((path) => (path.includes('.') ? [path.slice(0, path.indexOf('.'))] : [])))
  const blocks = [...lists].map((type): NestedBlock => {
    const within = reads.flatMap((path) => (path.startsWith(`${type}.`) ? [path.slice(type.length + 1)] : []))
    return { type, labels: [], body: bodyOf(within, WORDS_WITHIN[type]) }
  })
  return { at, attributes: new Everything(lists, words), blocks, complete: true }
}

/** The commands of all rows, each by itself below the header. */
function linesOf(table: ResourceTable): readonly string[] {
  const body = bodyOf([...readsOf(table)])
  const header = table.opens === undefined ? [] : commandOf(parsePattern(table.opens), { body }, [])
  const commands = table.rows.flatMap((row) => row.commands({ body }, []))
  const all = [...header, ...(header.length === 0 ? commands : commands.map(indented))]
  return commandPieces(all)
    .map((piece) => piece.text)
    .join('')
    .split('\n')
    .filter((line) => line !== '')
}

/** Headers that state nothing themselves; the platform reads what stands below them. */
const HEADERS: ReadonlySet<string> = new Set(['aaa server radius dynamic-author', 'telemetry ietf subscription true'])

const tables = Object.values(networkTables).flatMap(({ resources }) =>
  Object.entries(resources).flatMap(([type, table]) => (table === undefined ? [] : [[type, table] as const])),
)

test.each(tables)('%s: the platform understands every command', (_, table) => {
  const lines = linesOf(table)
  const reading = readDevice({ path: 'r1.cfg', text: `${lines.join('\n')}\n` }, { platform: 'iosxe' })
  const strange = [...(reading?.classes ?? [])].flatMap((state, line) =>
    reading !== undefined && (state === LineClass.unrecognised || state === LineClass.unsupported)
      ? [lineText(reading.table, line)]
      : [],
  )
  expect(strange.filter((line) => !HEADERS.has(line)).join('\n')).toBe('')
  expect(lines.length).toBeGreaterThan(0)
})

test.each(tables)('%s: every row says something, and no argument is read and silent at once', (_, table) => {
  const body = bodyOf([...readsOf(table)])
  const mute = table.rows.filter((row) => row.commands({ body }, []).length === 0)
  expect(mute.map(({ lines }) => lines.map(({ command }) => command))).toEqual([])
  const silent = new Set(table.silent)
  expect([...readsOf(table)].filter((name) => silent.has(name))).toEqual([])
})

test('a resource is read or passed over, not both', () => {
  for (const { resources, withoutHardening } of Object.values(networkTables))
    expect(Object.keys(resources).filter((type) => withoutHardening.has(type))).toEqual([])
})
