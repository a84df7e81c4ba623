import { also, command, type Row } from '../../../commands/row.ts'
import { keyedCommand, secretCommand, type SecretCommand } from '../secrets.ts'
import { readGroupAuthentication } from './first-hop.ts'
import { readInterfaceIsisPassword } from './isis.ts'
import { readMessageDigestKey, readOspf6Authentication } from './ospf.ts'

const HERE: SecretCommand = { section: true }

/** `standby [N] authentication [text] STRING`, `… md5 key-string [0|7] KEY [timeout N]`; VRRP and GLBP alike. */
function firstHop(name: string, use: 'hsrp' | 'vrrp' | 'glbp'): Row[] {
  const forms = [
    [`${name} <group> authentication`, { section: true, owner: [0] }],
    [`${name} authentication`, HERE],
  ] as const
  const [text, md5] = [readGroupAuthentication(use, 'text'), readGroupAuthentication(use, 'md5')]
  return forms.flatMap(([start, options]) => [
    also(secretCommand(`${start} md5 key-string <secret...>`, use, { ...options, word: true }), md5),
    command(`${start} md5 key-chain <chain>`, md5),
    also(secretCommand(`${start} text <secret...>`, 'fhrp-text', { ...options, types: [], word: true }), text),
    also(secretCommand(`${start} <secret...>`, 'fhrp-text', { ...options, types: [], word: true }), text),
  ])
}

/** `ip ospf authentication-key`, `ospfv3 encryption ipsec spi N esp aes-cbc 256 [0|7] KEY sha1 [0|7] KEY` and the like. */
function ospf(start: string): Row[] {
  return [
    secretCommand(`${start} authentication-key <secret...>`, 'ospf', { ...HERE, word: true, alone: true }),
    also(
      secretCommand(`${start} message-digest-key <number> md5 <secret...>`, 'ospf', {
        section: true,
        owner: [0],
        word: true,
      }),
      readMessageDigestKey,
    ),
    also(
      keyedCommand(`${start} authentication ipsec <rest...>`, 'ospf', ['md5', 'sha1'], HERE),
      readOspf6Authentication,
    ),
    also(
      keyedCommand(
        `${start} encryption ipsec <rest...>`,
        'ospf',
        ['md5', 'sha1', 'des', '3des', '128', '192', '256'],
        HERE,
      ),
      readOspf6Authentication,
    ),
  ]
}

/** Keys and passwords of the protocols on an interface. */
export const interfaceSecrets: readonly Row[] = [
  ...firstHop('standby', 'hsrp'),
  ...firstHop('vrrp', 'vrrp'),
  ...firstHop('glbp', 'glbp'),
  ...ospf('ip ospf'),
  ...ospf('ipv6 ospf'),
  ...ospf('ospfv3'),
  also(
    secretCommand('ip ospf <process> message-digest-key <number> md5 <secret...>', 'ospf', {
      section: true,
      owner: [1],
      word: true,
    }),
    readMessageDigestKey,
  ),
  also(secretCommand('isis password <secret...>', 'isis', { ...HERE, word: true }), readInterfaceIsisPassword),
  secretCommand('ip rip authentication string <secret...>', 'rip', HERE),
  secretCommand('ip nhrp authentication <secret...>', 'nhrp', { ...HERE, word: true }),
  secretCommand('ip rsvp authentication key <secret...>', 'other', { ...HERE, word: true }),
  secretCommand('ppp chap password <secret...>', 'ppp', HERE),
  secretCommand('ppp eap password <secret...>', 'ppp', HERE),
  keyedCommand('ppp pap sent-username <rest...>', 'ppp', ['password'], HERE),
  command('ppp authentication <protocols...>', (line, to) => {
    if (line.negated || line.defaulted) return
    const before = to.draft.stated('aaa.pppAuthentication')
    const known = before?.state === 'known' ? (before.value as readonly string[]) : []
    to.state('aaa.pppAuthentication', [...new Set([...known, ...line.text(0).toLowerCase().split(/\s+/)])], line.at)
  }),
  keyedCommand('encryption key <number> <rest...>', 'wireless', ['40bit', '128bit'], HERE),
  keyedCommand('encryption vlan <vlan> key <number> <rest...>', 'wireless', ['40bit', '128bit'], HERE),
]
