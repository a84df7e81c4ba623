import type { Change, DraftItem, Secret } from '@breakwater/core'
import { command, type CommandTable, type Row } from '../../../commands/row.ts'
import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { readSecret } from '../../../secrets.ts'
import { addSecret, retireSecrets, secretsAfter } from '../secrets.ts'

/** Options of `username` that may follow a credential; any other word belongs to a clear password with blanks. */
const OPTIONS: readonly string[] = [
  'privilege',
  'view',
  'common-criteria-policy',
  'secret',
  'password',
  'autocommand',
  'access-class',
  'role',
]

/** `username NAME [privilege N] [algorithm-type A] [secret|password [type] VALUE] [view V] …`: lines about one user merge. */
function readUser(line: Command, to: Lowering): void {
  const { words } = line
  const { text } = line.table
  // A name may be a hole: `username {{ name }} …`.
  const named = readSecret(text, words, 1, { word: true, types: [] })
  if (named === undefined) return to.unsupported()
  const name = text.slice(named.secret.start, named.secret.end)
  const gone = line.negated || line.defaulted
  // `user NAME nthash 7 HASH` of the local RADIUS server, which is nobody's account on the device.
  if (words[0]?.text === 'user' && words[named.next]?.text === 'nthash') {
    for (const secret of secretsAfter(line, ['nthash'])) addSecret(to, secret, 'dot1x', name, !gone)
    return
  }
  if (gone && words.length <= named.next) {
    retireSecrets(to, 'user', name)
    return to.draft.remove('users', name)
  }
  const user = gone ? undefined : to.draft.add('users', name, { name }, line.at)
  for (let at = named.next; at < words.length;) {
    const option = words[at]?.text.toLowerCase() ?? ''
    const value = words[at + 1]
    at += 2
    switch (option) {
      case 'privilege':
        if (value !== undefined && /^\d+$/.test(value.text)) user?.set('privilege', Number(value.text), line.at)
        else user?.unknown('privilege', { kind: 'unreadable' }, line.at)
        break
      case 'view':
        if (value !== undefined) user?.set('view', value.text, line.at)
        break
      case 'common-criteria-policy':
        if (value !== undefined) user?.set('commonCriteriaPolicy', value.text, line.at)
        break
      case 'secret':
      case 'password': {
        const followed = OPTIONS.includes(
          words[at + (/^\d+$/.test(value?.text ?? '') ? 1 : 0)]?.text.toLowerCase() ?? '',
        )
        const read = readSecret(text, words, at - 1, { word: followed })
        if (read === undefined) return
        takeCredential(to, user, name, option, read.secret, line)
        at = read.next
        break
      }
      case 'nthash': {
        const read = readSecret(text, words, at - 1, { word: true })
        if (read === undefined) return
        addSecret(to, read.secret, 'user', name, !gone)
        at = read.next
        break
      }
      case 'nopassword':
        user?.set('credentialForm', 'nopassword', line.at)
        at--
        break
      case 'aaa':
        // `aaa attribute list NAME`
        if (words[at + 1] !== undefined) user?.set('attributeList', words[at + 1]?.text ?? '', line.at)
        at += 2
        break
      case 'type':
        if (value !== undefined) user?.set('type', value.text, line.at)
        break
      case 'autocommand':
        user?.set('autocommand', value?.text ?? '', line.at)
        return
      case 'description':
        return
      case 'one-time':
      case 'noescape':
      case 'nohangup':
        at--
        break
      default:
    }
  }
}

function takeCredential(
  to: Lowering,
  user: DraftItem<'users'> | undefined,
  name: string,
  form: 'secret' | 'password',
  secret: Secret,
  { at }: Command,
): void {
  retireSecrets(to, 'user', name)
  addSecret(to, secret, 'user', name, user !== undefined)
  user?.set('credentialForm', form, at)
  user?.set('credential', secret, at)
}

/** `enable [algorithm-type A] secret|password [level N] [type] VALUE`; levels below 15 are in the flat list alone. */
function enable(pattern: string, form: 'secret' | 'password', from: number): Row {
  return command(pattern, (line, to) => {
    const { words } = line
    const leveled = words[from]?.text.toLowerCase() === 'level'
    const level = leveled ? words[from + 1]?.text : '15'
    const gone = line.negated || line.defaulted
    const owner = [form === 'password' ? 'password' : undefined, level === '15' ? undefined : `level ${level}`]
      .filter((part) => part !== undefined)
      .join(' ')
    const read = readSecret(line.table.text, words, leveled ? from + 2 : from)
    retireSecrets(to, 'enable', owner === '' ? undefined : owner)
    if (read !== undefined) addSecret(to, read.secret, 'enable', owner === '' ? undefined : owner, !gone)
    if (level !== '15') return
    const setting = form === 'secret' ? 'enable.secret' : 'enable.password'
    if (gone) to.unset(setting, line.at)
    else if (read === undefined) to.unreadable(setting, line.at)
    else to.state(setting, read.secret, line.at)
  })
}

/** The value of a credential is a placeholder that the site fills in; no secret is ever written. */
function writeUser({ item, value }: Change): string[] {
  if (item === undefined) return []
  return [
    value === undefined
      ? `no username ${item.key}`
      : `username ${item.key} algorithm-type sha256 secret ${placeholderOf(value)}`,
  ]
}

function placeholderOf(value: unknown): string {
  return typeof value === 'string' ? value : '<NEW>'
}

function writeEnableSecret({ value }: Change): string[] {
  return [value === undefined ? 'no enable secret' : `enable algorithm-type sha256 secret ${placeholderOf(value)}`]
}

export const users: CommandTable = {
  rows: {
    global: [
      command('username <name...>', readUser),
      enable('enable secret <rest...>', 'secret', 2),
      enable('enable password <rest...>', 'password', 2),
      enable('enable algorithm-type <algorithm> secret <rest...>', 'secret', 4),
      command('enable secret', (line, to) =>
        line.negated || line.defaulted ? forget(line, to, 'secret') : to.unsupported(),
      ),
      command('enable password', (line, to) =>
        line.negated || line.defaulted ? forget(line, to, 'password') : to.unsupported(),
      ),
    ],
  },
  writers: {
    users: writeUser,
    'users[].credential': writeUser,
    'enable.secret': writeEnableSecret,
    'enable.password': ({ value }) => (value === undefined ? ['no enable password'] : []),
  },
}

function forget(line: Command, to: Lowering, form: 'secret' | 'password'): void {
  retireSecrets(to, 'enable', form === 'password' ? 'password' : undefined)
  to.unset(form === 'secret' ? 'enable.secret' : 'enable.password', line.at)
}
