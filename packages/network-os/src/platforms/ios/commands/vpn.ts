import type { ListName } from '@breakwater/core'
import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import {
  command,
  flag,
  ignored,
  LineClass,
  number,
  value,
  word,
  wordList,
  type Codec,
  type CommandTable,
  type Row,
  type SettingPath,
} from '../../../commands/row.ts'

type NamedList =
  | 'vpn.isakmpProfiles'
  | 'vpn.ikev2Proposals'
  | 'vpn.ikev2Profiles'
  | 'vpn.transformSets'
  | 'vpn.ipsecProfiles'

/** A section that a name opens, as an item of a list. */
function section(pattern: string, list: NamedList): Row {
  return command(pattern, (line, to) => {
    const name = line.text(0)
    if (line.negated || line.defaulted) to.draft.remove(list, name)
    else to.enter([to.draft.add(list, name, { name }, line.at)])
  })
}

/** Of the built-in proposal and policy, `no` takes them away, and a section of that name puts another in their place. */
function builtIn(pattern: string, setting: 'vpn.defaultIkev2Proposal' | 'vpn.defaultIkev2Policy', row?: Row): Row {
  return {
    pattern,
    class: LineClass.understood,
    setting,
    read: (line, to) => {
      if (line.text(0) !== '') row?.read?.(line, to)
      if (line.words[3]?.text !== 'default') return
      if (line.defaulted) to.unset(setting, line.at)
      else to.state(setting, false, line.at)
    },
    write: () => [`no ${pattern.slice(0, pattern.indexOf('<')).trim()} default`],
  }
}

function openPolicy(line: Command, to: Lowering): void {
  const priority = Number(line.text(0))
  const key = line.text(0)
  if (line.negated || line.defaulted) to.draft.remove('vpn.isakmpPolicies', key)
  else to.enter([to.draft.add('vpn.isakmpPolicies', key, { priority }, line.at)])
}

/** `crypto map M 10 ipsec-isakmp …`, `crypto dynamic-map D 10`; `crypto map M local-address …` is no entry. */
function openEntry(dynamic: boolean): (line: Command, to: Lowering) => void {
  return (line, to) => {
    const [name, sequence] = [line.text(0), Number(line.text(1))]
    if (!(sequence > 0)) return
    const key = `${dynamic ? 'dynamic-map' : 'map'} ${name} ${sequence}`
    if (line.negated || line.defaulted) to.draft.remove('vpn.cryptoMaps', key)
    else to.enter([to.draft.add('vpn.cryptoMaps', key, { name, sequence, dynamic }, line.at)])
  }
}

/** `esp-aes 256 esp-sha384-hmac` as transforms with their key lengths. */
const transforms: Codec<readonly string[]> = {
  read: (words) => {
    const found: string[] = []
    for (const text of words.join(' ').toLowerCase().split(/\s+/)) {
      const before = found.at(-1)
      if (/^\d+$/.test(text) && before !== undefined) found[found.length - 1] = `${before} ${text}`
      else found.push(text)
    }
    return found
  },
  write: (names) => names.join(' '),
}

function readTransformSet(line: Command, to: Lowering): void {
  const name = line.text(0)
  if (line.negated || line.defaulted) return to.draft.remove('vpn.transformSets', name)
  const item = to.draft.add('vpn.transformSets', name, { name }, line.at)
  const read = transforms.read([line.text(1)])
  if (read !== undefined) item.set('transforms', read, line.at)
  to.enter([item])
}

const names: Codec<readonly string[]> = {
  read: (words) => words.join(' ').split(/\s+/),
  write: (some) => some.join(' '),
}

const cipher: Codec<string> = { read: (words) => words.join(' ').toLowerCase(), write: (name) => name }

const groups: Codec<readonly number[]> = {
  read: (words) => {
    const read = words.join(' ').split(/\s+/).map(Number)
    return read.every((group) => group > 0) ? read : undefined
  },
  write: (numbers) => numbers.join(' '),
}

/** `set pfs [groupN]`, in a crypto map or an IPsec profile. */
function pfs(list: 'vpn.ipsecProfiles' | 'vpn.cryptoMaps'): Row {
  const setting: SettingPath = `${list}[].pfs`
  return {
    pattern: 'set pfs ...',
    class: LineClass.understood,
    setting,
    read: (line, to) => {
      const text = line.words[2]?.text.toLowerCase()
      const group = Number(/^group(\d+)$/.exec(text ?? '')?.[1])
      if (line.negated || line.defaulted) to.unset(setting, line.at)
      else if (text === undefined) to.state(setting, 'default', line.at)
      else if (group > 0) to.state(setting, group, line.at)
      else to.unreadable(setting, line.at)
    },
    write: (group) => [`set pfs group${String(group)}`],
  }
}

function phase2(list: 'vpn.ipsecProfiles' | 'vpn.cryptoMaps'): Row[] {
  return [
    value('set transform-set <names...>', `${list}[].transformSets`, names),
    value('set ikev2-profile <profile>', `${list}[].ikev2Profile`, word),
    pfs(list),
    ...ignored('set ...', 'description ...', 'match address ...', 'qos ...', 'responder-only', 'reverse-route ...'),
  ]
}

function readAggressivePeer(line: Command, to: Lowering): void {
  const parent = line.table.parent[line.line] ?? -1
  const header = line.table.text.slice(line.table.body[parent], line.table.end[parent]).trim()
  const peer = header.split(/\s+/).slice(3).join(' ')
  if (line.negated || line.defaulted) to.draft.remove('vpn.aggressivePeers', peer)
  else to.draft.add('vpn.aggressivePeers', peer, { peer }, line.at)
}

const easyVpn = (pattern: string): Row =>
  command(pattern, (line, to) => {
    if (!line.negated) to.state('vpn.easyVpn', true, line.at)
  })

const header = (opening: string): ((item: { readonly key: string }) => string) => {
  return ({ key }) => `${opening} ${key}`
}

/** IKE and IPsec: policies, proposals, profiles, crypto maps. */
export const vpn: CommandTable = {
  rows: {
    global: [
      flag('crypto isakmp enable', 'vpn.isakmp'),
      flag('crypto isakmp default policy', 'vpn.defaultIsakmpPolicy'),
      {
        pattern: 'crypto isakmp aggressive-mode disable',
        class: LineClass.understood,
        setting: 'vpn.aggressiveMode',
        read: (line, to) => to.state('vpn.aggressiveMode', line.negated || line.defaulted, line.at),
        write: (answered) => [`${answered === true ? 'no ' : ''}crypto isakmp aggressive-mode disable`],
      },
      command('crypto isakmp policy <priority>', openPolicy),
      section('crypto isakmp profile <name>', 'vpn.isakmpProfiles'),
      command('crypto isakmp peer <peer...>', (line, to) => {
        if (line.negated) to.draft.remove('vpn.aggressivePeers', line.text(0))
      }),
      easyVpn('crypto isakmp client configuration group <name>'),
      easyVpn('crypto ipsec client ezvpn <name>'),
      builtIn(
        'crypto ikev2 proposal <name>',
        'vpn.defaultIkev2Proposal',
        section('crypto ikev2 proposal <name>', 'vpn.ikev2Proposals'),
      ),
      builtIn('crypto ikev2 policy <name> ...', 'vpn.defaultIkev2Policy'),
      section('crypto ikev2 profile <name>', 'vpn.ikev2Profiles'),
      command('crypto ipsec transform-set <name> <transforms...>', readTransformSet),
      section('crypto ipsec profile <name>', 'vpn.ipsecProfiles'),
      command('crypto map <name> <sequence> ...', openEntry(false)),
      command('crypto dynamic-map <name> <sequence> ...', openEntry(true)),
      ...ignored(
        'crypto gdoi ...',
        'crypto gkm ...',
        'crypto ikev2 ...',
        'crypto ipsec ...',
        'crypto isakmp ...',
        'crypto keyring ...',
      ),
    ],
    interface: [value('crypto map <name> ...', 'interfaces[].cryptoMap', word)],
    'isakmp policy': [
      value('encryption <cipher...>', 'vpn.isakmpPolicies[].encryption', cipher),
      value('hash <hash>', 'vpn.isakmpPolicies[].hash', cipher),
      value('group <group>', 'vpn.isakmpPolicies[].group', number),
      ...ignored('authentication ...', 'lifetime ...'),
    ],
    'isakmp profile': [
      flag('initiate mode aggressive', 'vpn.isakmpProfiles[].aggressive'),
      ...ignored('description ...', 'keyring ...', 'local-address ...', 'match ...', 'self-identity ...', 'vrf ...'),
    ],
    'isakmp client group': [command('set aggressive-mode client-endpoint ...', readAggressivePeer)],
    'ikev2 proposal': [
      value('encryption <ciphers...>', 'vpn.ikev2Proposals[].encryption', wordList),
      value('integrity <algorithms...>', 'vpn.ikev2Proposals[].integrity', wordList),
      value('prf <functions...>', 'vpn.ikev2Proposals[].prf', wordList),
      value('group <groups...>', 'vpn.ikev2Proposals[].groups', groups),
    ],
    'ikev2 policy': ignored('match ...', 'proposal ...'),
    'ikev2 profile': ignored(
      'aaa ...',
      'authentication ...',
      'description ...',
      'dpd ...',
      'identity ...',
      'ivrf ...',
      'keyring ...',
      'lifetime ...',
      'match ...',
      'nat-traversal ...',
      'pki ...',
      'virtual-template ...',
    ),
    'transform-set': ignored('mode ...', 'esn'),
    'ipsec profile': phase2('vpn.ipsecProfiles'),
    'crypto map': phase2('vpn.cryptoMaps'),
  },
  writers: {
    'vpn.transformSets[].transforms': ({ item, value: wanted }) => [
      `crypto ipsec transform-set ${item?.key ?? ''} ${transforms.write(wanted as readonly string[])}`,
    ],
    'interfaces[].accessGroupIn': ({ item, value: list }) => [
      `interface ${item?.key ?? ''}`,
      ` ip access-group ${String(list)} in`,
    ],
    'vpn.aggressivePeers': ({ item }) => [`no crypto isakmp peer ${item?.key ?? ''}`],
  },
  headers: {
    'vpn.isakmpPolicies': header('crypto isakmp policy'),
    'vpn.isakmpProfiles': header('crypto isakmp profile'),
    'vpn.ikev2Proposals': header('crypto ikev2 proposal'),
    'vpn.ipsecProfiles': header('crypto ipsec profile'),
    'vpn.cryptoMaps': header('crypto'),
  } satisfies Partial<Record<ListName, (item: { readonly key: string }) => string>>,
}
