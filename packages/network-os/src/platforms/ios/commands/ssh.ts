import type { SettingName } from '@breakwater/core'
import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import {
  command,
  ignored,
  number,
  oneOf,
  value,
  word,
  wordList,
  type CommandTable,
  type Row,
} from '../../../commands/row.ts'

/** What the server offers when no method is named. */
const EVERY_METHOD = ['publickey', 'keyboard', 'password'] as const

type AlgorithmList =
  | 'ssh.serverKeyExchange'
  | 'ssh.serverCiphers'
  | 'ssh.serverMacs'
  | 'ssh.serverHostKeys'
  | 'ssh.serverAuthentication'

/** A list of algorithms; `no` with names takes those names away, `no` alone all of them. */
function algorithms(kind: string, setting: AlgorithmList): Row {
  const row = value(`ip ssh server algorithm ${kind} <algorithms...>`, setting, wordList)
  return {
    ...row,
    read: (line, to) => {
      if (!line.negated || line.captures.length === 0) return row.read?.(line, to)
      const before = to.draft.stated(setting)
      if (before?.state !== 'known') return to.unset(setting, line.at)
      const gone = wordList.read(line.captures.map(({ text }) => text)) ?? []
      const left = (before.value as readonly string[]).filter((name) => !gone.includes(name))
      if (left.length === 0) to.unset(setting, line.at)
      else to.state(setting, left, line.at)
    },
  }
}

/** `ip ssh server authenticate user <method>`: each line names a method; the first one replaces the default of all three. */
function readAuthenticationMethod(line: Command, to: Lowering): void {
  const setting: SettingName = 'ssh.serverAuthentication'
  const named = line.words.slice(5).map(({ text }) => text.toLowerCase())
  if (line.defaulted || named.length === 0) return to.unset(setting, line.at)
  const before = to.draft.stated(setting)
  const known = before?.state === 'known' ? (before.value as readonly string[]) : undefined
  const methods = line.negated
    ? (known ?? EVERY_METHOD).filter((method) => !named.includes(method))
    : [...new Set([...(known ?? []), ...named])]
  to.state(setting, methods, line.at)
}

/** `crypto key generate rsa [general-keys|…] [label L] [modulus N] […]`, `crypto key generate ec keysize N [label L]`. */
function readGeneratedKey(algorithm: 'rsa' | 'ec', line: Command, to: Lowering): void {
  if (line.negated || line.defaulted) return
  const words = line.words.map(({ text }) => text)
  const after = (names: readonly string[]): string | undefined => {
    const at = words.findIndex(
      (text, index) => index > 3 && names.some((name) => text.length > 1 && name.startsWith(text.toLowerCase())),
    )
    return at < 0 ? undefined : words[at + 1]
  }
  const label = after(['label'])
  const size = after(algorithm === 'rsa' ? ['modulus'] : ['keysize'])
  const bits = size !== undefined && /^\d+$/.test(size) ? Number(size) : undefined
  const key = `${algorithm} ${label ?? `#${to.draft.items('ssh.generatedKeys').length + 1}`}`
  to.draft.remove('ssh.generatedKeys', key)
  to.draft.add('ssh.generatedKeys', key, { algorithm, label, bits }, line.at)
}

/** `ip ssh port PORT rotary FIRST [LAST]` */
function readPort(line: Command, to: Lowering): void {
  const port = Number(line.text(0))
  if (line.negated || line.defaulted) {
    to.draft.remove('ssh.rotaryPorts', line.text(0))
    return to.unset('ssh.port', line.at)
  }
  if (!Number.isInteger(port)) return to.unreadable('ssh.port', line.at)
  to.state('ssh.port', port, line.at)
  const [first = 0, last = first] = line.words
    .slice(5)
    .map(({ text }) => Number(text))
    .filter(Number.isInteger)
  to.draft.add('ssh.rotaryPorts', line.text(0), { port, first, last }, line.at)
}

const USER = 'ssh.authorizedKeys user'

function readAuthorizedKey(line: Command, to: Lowering): void {
  const user = to.memory.get(USER)
  if (line.negated || typeof user !== 'string') return
  const ordinal = to.draft.items('ssh.authorizedKeys').filter((key) => key.id.user === user).length + 1
  to.draft.add('ssh.authorizedKeys', `${user} #${ordinal}`, { user, hash: hashOf(line) }, line.at)
}

/** `key-hash ssh-rsa HASH [COMMENT]` */
function hashOf({ words }: Command): string | undefined {
  return words[0]?.text.toLowerCase() === 'key-hash' ? words[2]?.text : undefined
}

function forgetUser(line: Command, to: Lowering): void {
  for (const key of to.draft.items('ssh.authorizedKeys'))
    if (key.id.user === line.text(0)) to.draft.remove('ssh.authorizedKeys', key.key)
}

/** Any `ip ssh` command shows that the device has SSH. */
function mentions(rows: readonly Row[]): Row[] {
  return rows.map((row) => ({
    ...row,
    read: (line, to) => {
      to.state('ssh.configured', true, line.at)
      row.read?.(line, to)
    },
  }))
}

export const ssh: CommandTable = {
  rows: {
    global: [
      ...mentions([
        value('ip ssh version <version>', 'ssh.version', oneOf(1, 2)),
        value('ip ssh time-out <seconds>', 'ssh.timeout', number),
        { ...value('ip ssh timeout <seconds>', 'ssh.timeout', number) },
        value('ip ssh authentication-retries <tries>', 'ssh.authenticationRetries', number),
        value('ip ssh dh min size <bits>', 'ssh.dhMinSize', number),
        algorithms('kex', 'ssh.serverKeyExchange'),
        algorithms('encryption', 'ssh.serverCiphers'),
        algorithms('mac', 'ssh.serverMacs'),
        algorithms('hostkey', 'ssh.serverHostKeys'),
        algorithms('authentication', 'ssh.serverAuthentication'),
        command('ip ssh server authenticate user ...', readAuthenticationMethod),
        value('ip ssh rsa keypair-name <label>', 'ssh.rsaKeypair', word),
        command('ip ssh port <port> ...', readPort),
        value('ip ssh source-interface <interface...>', 'ssh.sourceInterface', word),
        command('ip ssh pubkey-chain', (line, to) => {
          if (!line.negated) return
          for (const key of to.draft.items('ssh.authorizedKeys')) to.draft.remove('ssh.authorizedKeys', key.key)
        }),
        command('ip ssh server certificate profile', () => {}),
        ...ignored(
          'ip ssh bulk-mode ...',
          'ip ssh break-string ...',
          'ip ssh client ...',
          'ip ssh dscp ...',
          'ip ssh logging ...',
          'ip ssh maxstartups ...',
          'ip ssh precedence ...',
          'ip ssh rekey ...',
          'ip ssh server algorithm publickey ...',
          'ip ssh server peruser ...',
          'ip ssh stricthostkeycheck',
          'ip ssh window-size ...',
          'ip ssh ...',
        ),
      ]),
      command('crypto key generate rsa ...', (line, to) => readGeneratedKey('rsa', line, to)),
      command('crypto key generate ec ...', (line, to) => readGeneratedKey('ec', line, to)),
      command('crypto key zeroize rsa ...', (_, to) => {
        for (const key of to.draft.items('ssh.generatedKeys'))
          if (key.id.algorithm === 'rsa') to.draft.remove('ssh.generatedKeys', key.key)
      }),
    ],
    'ssh pubkey chain': [
      command('username <user>', (line, to) =>
        line.negated ? forgetUser(line, to) : void to.memory.set(USER, line.text(0)),
      ),
      command('server <name>', (_, to) => void to.memory.delete(USER)),
    ],
    'ssh pubkey': [command('key-hash ...', readAuthorizedKey), command('key-string ...', readAuthorizedKey)],
    // `ip ssh server certificate profile` / `user` / `trustpoint verify CA`: sections that no mode names.
    unknown: [
      command('trustpoint verify <name>', (line, to) => {
        if (line.negated) to.unset('ssh.userTrustpoint', line.at)
        else to.state('ssh.userTrustpoint', line.text(0), line.at)
      }),
    ],
  },
}
