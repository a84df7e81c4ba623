import { originAt, Secret, type Draft, type Origin } from '@breakwater/core'
import { entry, type Data, type DictData } from '../data.ts'
import { evaluateData } from '../jinja/render.ts'
import type { Scope } from '../jinja/rendered.ts'
import { stringTemplate } from '../template-text.ts'
import type { AnsibleConfig } from './config.ts'
import type { ProjectReader } from './reader.ts'

/** What a host says of how Ansible reaches it. */
export interface Source {
  readonly scope: Scope
  readonly reader: ProjectReader
  /** A task that speaks Telnet with the host, whatever its connection is. */
  readonly telnet?: Origin | undefined
  /** The `provider` of a module. */
  readonly provider?: DictData | undefined
  /** False where an earlier playbook said it of the same host. */
  readonly isFirst: boolean
}

const PASSWORDS = [
  'ansible_password',
  'ansible_ssh_pass',
  'ansible_ssh_password',
  'ansible_become_password',
  'ansible_become_pass',
  'ansible_httpapi_password',
  'ansible_httpapi_pass',
]

/** States the language, the transport and the passwords of a host. True where there was a transport or a password. */
export function stateTransport(draft: Draft, source: Source, config: AnsibleConfig, at: Origin): boolean {
  draft.set('source.language', 'ansible', at)
  if (!source.isFirst) return false
  const secrets = PASSWORDS.filter((name) => stateSecret(draft, name, bound(source.scope)(name)))
  const { provider } = source
  for (const name of ['password', 'auth_pass']) {
    const value = provider === undefined ? undefined : entry(provider, name)
    if (value !== undefined && stateSecret(draft, `provider.${name}`, value)) secrets.push(name)
  }
  const { telnet } = source
  if (telnet !== undefined) {
    const name = 'ansible.netcommon.telnet'
    draft
      .add('source.transports', name, { tool: 'ansible', name, checks: 'host key' }, telnet)
      .set('protocol', 'telnet', telnet)
  }
  return stateConnection(draft, source, config) || telnet !== undefined || secrets.length > 0
}

function stateSecret(draft: Draft, name: string, value: Data): boolean {
  if (value.kind !== 'string' || value.at === undefined || value.pieces !== undefined || value.value === '')
    return false
  const { file } = value.at.span
  const { placeOf } = stringTemplate(value)
  const secret = new Secret(value.value, 'plain', placeOf(0), placeOf(value.value.length - 1) + 1)
  draft.add(
    'source.secrets',
    name,
    { name, secret },
    { ...value.at, span: { file, start: secret.start, end: secret.end } },
  )
  return true
}

function stateConnection(draft: Draft, source: Source, config: AnsibleConfig): boolean {
  const lookup = bound(source.scope)
  const connection = lookup('ansible_connection')
  const at = connection.at ?? placeOf(source.scope.lookup('ansible_connection'))
  if (at === undefined || !['string', 'unknown', 'undefined'].includes(connection.kind)) return false
  const name = connection.kind === 'string' ? connection.value : 'ansible_connection'
  const short = name.slice(name.lastIndexOf('.') + 1)
  const checks = short === 'httpapi' ? 'certificate' : 'host key'
  if (['local', 'docker', 'community'].includes(short)) return false
  const item = draft.add('source.transports', name, { tool: 'ansible', name, checks }, at)
  if (short === 'httpapi') {
    const ssl = lookup('ansible_httpapi_use_ssl')
    const valid = lookup('ansible_httpapi_validate_certs')
    const isSsl = flag(ssl)
    const isValid = flag(valid)
    if (isSsl !== undefined) item.set('protocol', isSsl ? 'https' : 'http', ssl.at ?? at)
    if (isValid !== undefined) item.set('verified', isValid, valid.at ?? at)
  }
  if (
    short === 'network_cli' ||
    short === 'ssh' ||
    short === 'paramiko' ||
    short === 'paramiko_ssh' ||
    short === 'libssh'
  )
    item.set('protocol', 'ssh', at)
  if (short === 'netconf') item.set('protocol', 'netconf', at)
  if (short === 'telnet') item.set('protocol', 'telnet', at)
  if (checks === 'host key' && connection.kind === 'string') {
    const own = lookup('ansible_host_key_checking')
    const isOwn = flag(own)
    const { hostKeyChecking, hostKeyAsking } = config
    const set = hostKeyAsking?.value === false && isPersistent(short) ? hostKeyAsking : hostKeyChecking
    const file = set === undefined ? undefined : source.reader.peek(set.path)
    if (isOwn !== undefined) item.set('verified', isOwn, own.at ?? at)
    else if (set !== undefined && file !== undefined)
      item.set('verified', set.value, originAt(file, set.start, set.end))
  }
  // Ansible's own default checks, but the environment may say otherwise: not written is not known, of a whole device too.
  for (const field of ['protocol', 'verified'] as const)
    if (item.stated(field) === undefined) item.unknown(field, { kind: 'not-in-view' }, at)
  return true
}

/** Connections of network devices that run in the background and keep the keys of hosts themselves. */
function isPersistent(short: string): boolean {
  return short === 'network_cli' || short === 'netconf'
}

function placeOf(data: Data): Origin | undefined {
  return data.kind === 'undefined' ? undefined : data.at
}

function flag(data: Data): boolean | undefined {
  if (data.kind === 'bool') return data.value
  if (data.kind !== 'string') return undefined
  if (/^(?:true|yes|on|1)$/i.test(data.value)) return true
  return /^(?:false|no|off|0)$/i.test(data.value) ? false : undefined
}

type Lookup = (name: string) => Data

function bound(scope: Scope): Lookup {
  return (name) => evaluateData(scope.lookup(name), scope).value
}
