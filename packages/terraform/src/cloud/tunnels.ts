import type { Draft, DraftItem, Origin } from '@breakwater/core'
import type { Value } from '../evaluate/value.ts'
import type { Body, Resource } from '../project/project.ts'
import { blocksOf } from '../project/read.ts'
import { membersOf, numberOf, textOf, valueOf } from './readings.ts'

type Tunnel = DraftItem<'cloud.tunnels'>
type Lists = 'phase1Encryption' | 'phase1Integrity' | 'phase2Encryption' | 'phase2Integrity'
type Groups = 'phase1Groups' | 'phase2Groups'

/** `aws_vpn_connection`: two tunnels, two phases. */
export function awsTunnels(draft: Draft, { body, at }: Resource): void {
  for (const name of ['tunnel1', 'tunnel2']) {
    const tunnel = tunnelOf(draft, name, at, body)
    versions(tunnel, valueOf(body, `${name}_ike_versions`))
    for (const phase of [1, 2] as const) {
      const argument = (what: string): Value | undefined => valueOf(body, `${name}_phase${phase}_${what}`)
      groups(tunnel, `phase${phase}Groups`, argument('dh_group_numbers'), numberOf)
      names(tunnel, `phase${phase}Encryption`, argument('encryption_algorithms'), cipherOf)
      const integrity = argument('integrity_algorithms')
      names(tunnel, `phase${phase}Integrity`, integrity, hashOf)
      const ciphers = argument('encryption_algorithms')
      if (integrity !== undefined || ciphers === undefined || !authenticate(ciphers)) continue
      // In phase 1 AWS may still derive keys by one of its hashes; its documentation does not say.
      if (phase === 1) tunnel.unknown('phase1Integrity', { kind: 'not-in-view' }, ciphers.at)
      else tunnel.set('phase2Integrity', ['aead'], ciphers.at)
    }
  }
}

/** `azurerm_virtual_network_gateway_connection`: one policy, all of whose arguments are required. */
export function azureTunnels(draft: Draft, { body, at }: Resource): void {
  const type = textOf(valueOf(body, 'type'))?.toLowerCase()
  if (type === 'expressroute') return
  const { blocks, rest } = blocksOf(body, 'ipsec_policy')
  const [policy] = blocks
  const tunnel = tunnelOf(draft, 'connection', policy?.body.at ?? at, policy?.body ?? body)
  if (rest !== undefined) tunnel.open(rest.why)
  const protocol = valueOf(body, 'connection_protocol')
  versions(tunnel, protocol)
  if (policy === undefined) {
    if (protocol === undefined) tunnel.unknown('ikeVersions', { kind: 'not-in-view' }, at)
    return
  }
  const argument = (name: string): Value | undefined => valueOf(policy.body, name)
  groups(tunnel, 'phase1Groups', argument('dh_group'), azureGroup)
  names(tunnel, 'phase1Encryption', argument('ike_encryption'), cipherOf)
  names(tunnel, 'phase1Integrity', argument('ike_integrity'), hashOf)
  groups(tunnel, 'phase2Groups', argument('pfs_group'), azureGroup)
  names(tunnel, 'phase2Encryption', argument('ipsec_encryption'), cipherOf)
  names(tunnel, 'phase2Integrity', argument('ipsec_integrity'), hashOf)
}

/** `google_compute_vpn_tunnel` */
export function googleTunnels(draft: Draft, { body, at }: Resource): void {
  const tunnel = tunnelOf(draft, 'tunnel', at, body)
  versions(tunnel, valueOf(body, 'ike_version'))
  const { blocks, rest } = blocksOf(body, 'cipher_suite')
  if (rest !== undefined) tunnel.open(rest.why)
  for (const phase of [1, 2] as const) {
    const part = blocks.map((suite) => blocksOf(suite.body, `phase${phase}`).blocks[0]).find((found) => found)
    if (part === undefined) continue
    names(tunnel, `phase${phase}Encryption`, valueOf(part.body, 'encryption'), cipherOf)
    const integrity = valueOf(part.body, 'integrity')
    names(tunnel, `phase${phase}Integrity`, integrity, hashOf)
    const ciphers = valueOf(part.body, 'encryption')
    if (integrity === undefined && ciphers !== undefined && authenticate(ciphers))
      tunnel.set(`phase${phase}Integrity`, ['aead'], ciphers.at)
    groups(tunnel, `phase${phase}Groups`, valueOf(part.body, phase === 1 ? 'dh' : 'pfs'), googleGroup)
  }
}

function tunnelOf(draft: Draft, name: string, at: Origin, body: Body): Tunnel {
  const tunnel = draft.add('cloud.tunnels', name, { name }, at)
  if (!body.complete) tunnel.open({ kind: 'unreadable' })
  return tunnel
}

/** What all members of an argument say; unknown where one is not known, nothing where it is not set. */
function state<T>(
  tunnel: Tunnel,
  value: Value | undefined,
  read: (member: Value) => T | undefined,
  field: Parameters<Tunnel['unknown']>[0],
  isWritten: (values: readonly T[], at: Origin) => void,
): void {
  if (value === undefined) return
  const members = membersOf(value)
  const values = members.flatMap((member) => read(member) ?? [])
  const unknown = members.find((member) => member.kind === 'unknown')
  if (unknown?.kind === 'unknown') tunnel.unknown(field, unknown.why, unknown.at)
  else if (values.length < members.length || members.length === 0)
    tunnel.unknown(field, { kind: 'unreadable' }, value.at)
  else isWritten(values, members.length === 1 ? (members[0]?.at ?? value.at) : value.at)
}

function versions(tunnel: Tunnel, value: Value | undefined): void {
  state(tunnel, value, versionOf, 'ikeVersions', (found, at) => tunnel.set('ikeVersions', found, at))
}

function groups(
  tunnel: Tunnel,
  field: Groups,
  value: Value | undefined,
  read: (member: Value) => number | undefined,
): void {
  state(tunnel, value, read, field, (found, at) => tunnel.set(field, found, at))
}

function names(
  tunnel: Tunnel,
  field: Lists,
  value: Value | undefined,
  read: (name: string) => string | undefined,
): void {
  const readText = (member: Value): string | undefined => read(textOf(member) ?? '')
  state(tunnel, value, readText, field, (found, at) => tunnel.set(field, found, at))
}

/** Whether all ciphers authenticate by themselves, so that no hash is needed for that. */
function authenticate(ciphers: Value): boolean {
  const members = membersOf(ciphers)
  return members.length > 0 && members.every((one) => cipherOf(textOf(one) ?? '')?.startsWith('aes-gcm') === true)
}

/** `ikev1`, `IKEv2`, `2` */
function versionOf(value: Value): 1 | 2 | undefined {
  const [, version] = /^(?:ikev)?([12])$/i.exec(textOf(value) ?? '') ?? []
  return version === undefined ? undefined : version === '1' ? 1 : 2
}

/** `AES256`, `AES128-GCM-16`, `GCMAES256`, `DES3`, `AES-CBC-256`, `AES-GCM-16-256`, `None`. */
function cipherOf(name: string): string | undefined {
  const upper = name.toUpperCase()
  if (upper === 'NONE') return 'null'
  if (upper === 'DES') return 'des'
  if (upper === 'DES3' || upper.startsWith('3DES')) return '3des'
  const bits = /(128|192|256)/.exec(upper)?.[1]
  if (bits === undefined || !upper.includes('AES')) return undefined
  return upper.includes('GCM') ? `aes-gcm-${bits}` : `aes-${bits}`
}

/** `SHA2-384`, `SHA1`, `MD5`, `SHA384`, `HMAC-SHA2-256-128`, `GCMAES256`. */
function hashOf(name: string): string | undefined {
  const upper = name.toUpperCase()
  if (upper.includes('GCM')) return 'aead'
  if (upper.includes('MD5')) return 'md5'
  const [, bits] = /SHA-?2?-?(256|384|512)/.exec(upper) ?? []
  if (bits !== undefined) return `sha${bits}`
  return /SHA-?1/.test(upper) ? 'sha1' : undefined
}

const AZURE_GROUPS: Readonly<Record<string, number>> = {
  none: 0,
  dhgroup1: 1,
  dhgroup2: 2,
  dhgroup14: 14,
  dhgroup2048: 14,
  dhgroup24: 24,
  pfs1: 1,
  pfs2: 2,
  pfs14: 14,
  pfs2048: 14,
  pfs24: 24,
  ecp256: 19,
  ecp384: 20,
}

function azureGroup(value: Value): number | undefined {
  return AZURE_GROUPS[textOf(value)?.toLowerCase() ?? '']
}

/** `Group-14` */
function googleGroup(value: Value): number | undefined {
  const [, group] = /^Group-(\d{1,2})$/i.exec(textOf(value) ?? '') ?? []
  return group === undefined ? undefined : Number(group)
}
