import { Secret } from '@breakwater/core'
import type { Lowering } from '../../../commands/lowering.ts'
import { also, command, type CommandTable, type Row } from '../../../commands/row.ts'
import { LineKind } from '../../../syntax/lines.ts'
import { lineOf } from '../../../syntax/view.ts'
import { addSecret, keyedCommand, secretCommand } from '../secrets.ts'
import { readBgpPassword } from './bgp.ts'
import { readEigrpSha } from './eigrp.ts'
import { readIsisPassword } from './isis.ts'
import { readLdpFallback, readLdpNeighborPassword, readLdpOption } from './ldp.ts'
import { readAreaIpsec, readVirtualLink } from './ospf.ts'
import { interfaceSecrets } from './secrets-interface.ts'

/** `area A virtual-link|sham-link … authentication-key [0|7] K`, `… message-digest-key N md5 [0|7] K`, `area A authentication ipsec spi N md5 K` */
const AREA: readonly Row[] = [
  also(
    keyedCommand('area <area> virtual-link <rest...>', 'ospf', ['authentication-key', 'md5'], { owner: [0] }),
    readVirtualLink,
  ),
  keyedCommand('area <area> sham-link <rest...>', 'ospf', ['authentication-key', 'md5'], { owner: [0] }),
  also(
    keyedCommand('area <area> authentication ipsec <rest...>', 'ospf', ['md5', 'sha1'], { owner: [0] }),
    readAreaIpsec,
  ),
  also(
    keyedCommand(
      'area <area> encryption ipsec <rest...>',
      'ospf',
      ['md5', 'sha1', 'des', '3des', '128', '192', '256'],
      { owner: [0] },
    ),
    readAreaIpsec,
  ),
]

const BGP: readonly Row[] = [
  also(secretCommand('neighbor <neighbor> password <secret...>', 'bgp', { owner: [0] }), readBgpPassword),
]

const EIGRP: readonly Row[] = [
  also(
    secretCommand('authentication mode hmac-sha-256 <secret...>', 'eigrp', { section: true, word: true }),
    readEigrpSha,
  ),
]

const ISIS: readonly Row[] = [
  also(secretCommand('area-password <secret...>', 'isis', { word: true }), readIsisPassword),
  also(secretCommand('domain-password <secret...>', 'isis', { word: true }), readIsisPassword),
]

const PASSWORD_AFTER_NAME = ['password', 'secret']

/** `scheme://user:password@host`, wherever it stands. */
function findUrls(to: Lowering): void {
  const { text, kind } = to.table
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    const found = /^[^\s:/@"]*:([^\s/@"]+)@/.exec(text.slice(at + 3, at + 300))
    if (found === null) continue
    const [whole, password = ''] = found
    const from = at + 3 + whole.length - 1 - password.length
    const line = lineOf(to.table, from)
    const typed = kind[line] === LineKind.command && !text.startsWith('no ', to.table.body[line] ?? 0)
    addSecret(to, new Secret(password, 'plain', from, from + password.length), 'url', undefined, typed)
  }
}

/** Every command that carries a secret and belongs to no other area. The flat list also tells reports what to mask. */
export const secrets: CommandTable = {
  rows: {
    global: [
      keyedCommand('aaa pod server <rest...>', 'radius', ['server-key']),
      secretCommand('cns password <secret...>', 'other', { word: true }),
      keyedCommand('crypto pki import <rest...>', 'pki', ['password']),
      keyedCommand('crypto pki export <rest...>', 'pki', ['password']),
      keyedCommand('crypto key export <rest...>', 'pki', ['3des', 'des', 'passphrase']),
      keyedCommand('crypto key import <rest...>', 'pki', ['passphrase']),
      keyedCommand('cts credentials id <id> <rest...>', 'trustsec', ['password']),
      secretCommand('cts sxp default password <secret...>', 'trustsec'),
      keyedCommand('dot1x username <name> <rest...>', 'dot1x', ['password'], { owner: [0] }),
      secretCommand('ip ftp password <secret...>', 'file-transfer'),
      secretCommand('ip http client password <secret...>', 'http-client'),
      secretCommand('ip msdp password peer <peer> <secret...>', 'other', { owner: [0] }),
      secretCommand('ip msdp vrf <vrf> password peer <peer> <secret...>', 'other', { owner: [0, 1] }),
      keyedCommand('ip wccp <service> <rest...>', 'other', ['password'], { owner: [0] }),
      secretCommand('kerberos password <secret...>', 'other'),
      secretCommand('key config-key password-encrypt <secret...>', 'master-key'),
      secretCommand('key config-key <number> <secret...>', 'master-key'),
      keyedCommand('l2tp tunnel <rest...>', 'tunnel', ['password']),
      also(
        secretCommand('mpls ldp neighbor <neighbor> password <secret...>', 'ldp', { owner: [0] }),
        readLdpNeighborPassword,
      ),
      also(
        secretCommand('mpls ldp neighbor vrf <vrf> <neighbor> password <secret...>', 'ldp', { owner: [0, 1] }),
        readLdpNeighborPassword,
      ),
      also(secretCommand('mpls ldp password fallback <secret...>', 'ldp'), readLdpFallback),
      command('mpls ldp password fallback key-chain <chain>', readLdpFallback),
      also(
        secretCommand('mpls ldp password option <number> for <acl> <secret...>', 'ldp', { owner: [0] }),
        readLdpOption,
      ),
      command('mpls ldp password option <number> for <acl> key-chain <chain>', readLdpOption),
      also(secretCommand('mpls ldp vrf <vrf> password fallback <secret...>', 'ldp', { owner: [0] }), readLdpFallback),
      also(
        secretCommand('mpls ldp vrf <vrf> password option <number> for <acl> <secret...>', 'ldp', { owner: [0, 1] }),
        readLdpOption,
      ),
      keyedCommand('ap dot1x username <name> <rest...>', 'dot1x', ['password', 'secret'], { owner: [0] }),
      keyedCommand('energywise domain <domain> security <rest...>', 'other', ['shared-secret']),
      secretCommand('vtp password <secret...>', 'other', {
        word: true,
        found: (_secret, line, to) => to.state('switching.vtpPassword', true, line.at),
      }),
      ...(['wpa', 'wpa2'] as const).map((kind) =>
        keyedCommand(`wireless security ${kind} <rest...>`, 'wireless', ['ascii', 'hex']),
      ),
    ],
    '*': [
      // Clients and users of the RADIUS server that the device itself is, below `radius-server local`.
      secretCommand('nas <address> key <secret...>', 'radius', { owner: [0] }),
      keyedCommand('user <name> nthash <secret...>', 'dot1x', ['nthash'], { owner: [0] }),
      // LISP, below `router lisp`, `service` and `site`.
      ...['etr', 'ipv4 etr', 'ipv6 etr'].map((etr) =>
        keyedCommand(`${etr} map-server <server> <rest...>`, 'other', ['key'], { owner: [0] }),
      ),
      secretCommand('authentication-key <secret...>', 'other', { section: true, word: true }),
    ],
    interface: interfaceSecrets,
    template: interfaceSecrets,
    key: [secretCommand('key-string <secret...>', 'key-chain', { section: true })],
    'ikev2 profile': [
      secretCommand('authentication local pre-share key <secret...>', 'ikev2', { section: true }),
      secretCommand('authentication remote pre-share key <secret...>', 'ikev2', { section: true }),
    ],
    'isakmp client group': [
      secretCommand('key <secret...>', 'ezvpn', { section: true }),
      secretCommand('set aggressive-mode password <secret...>', 'isakmp', { section: true }),
    ],
    ezvpn: [
      keyedCommand('group <group> key <secret...>', 'ezvpn', ['key'], { section: true }),
      keyedCommand('username <name> password <secret...>', 'ezvpn', ['password'], { section: true }),
    ],
    'pki trustpoint': [secretCommand('password <secret...>', 'pki', { section: true })],
    'pki server': [keyedCommand('database archive <rest...>', 'pki', ['password'], { section: true })],
    'router bgp': BGP,
    'bgp address-family': BGP,
    'bgp scope': BGP,
    'bgp peer-session': [also(secretCommand('password <secret...>', 'bgp', { section: true }), readBgpPassword)],
    'router ospf': AREA,
    'router ospfv3': AREA,
    'ospfv3 address-family': AREA,
    'eigrp interface': EIGRP,
    'router isis': ISIS,
    'isis address-family': ISIS,
    'vpdn-group': [
      secretCommand('l2tp tunnel password <secret...>', 'tunnel', { section: true }),
      keyedCommand('username <name> <rest...>', 'tunnel', ['password'], { section: true }),
    ],
    'l2tp-class': [
      secretCommand('password <secret...>', 'tunnel', { section: true }),
      keyedCommand('digest secret <rest...>', 'tunnel', ['secret'], { section: true }),
    ],
    'ldap server': [keyedCommand('bind authenticate <rest...>', 'ldap', ['password'], { section: true })],
    'dot1x credentials': [secretCommand('password <secret...>', 'dot1x', { section: true })],
    'aaa attribute list': [
      secretCommand('attribute type password <secret...>', 'other', { section: true }),
      secretCommand('attribute type tunnel-password <secret...>', 'other', { section: true }),
    ],
    'parser view': [secretCommand('secret <secret...>', 'view', { section: true })],
    'dot11 ssid': [
      secretCommand('wpa-psk ascii <secret...>', 'wireless', { section: true }),
      secretCommand('wpa-psk hex <secret...>', 'wireless', { section: true }),
      keyedCommand('authentication client <rest...>', 'wireless', ['password'], { section: true }),
    ],
    wlan: [keyedCommand('security wpa <rest...>', 'wireless', ['ascii', 'hex'], { section: true })],
    wireless: [
      keyedCommand('mgmtuser <rest...>', 'wireless', PASSWORD_AFTER_NAME, { section: true }),
      keyedCommand('dot1x username <rest...>', 'dot1x', ['password'], { section: true }),
    ],
    'sip-ua': [
      keyedCommand('authentication username <rest...>', 'voice', ['password']),
      keyedCommand('credentials <rest...>', 'voice', ['password']),
    ],
    'dial-peer': [keyedCommand('authentication username <rest...>', 'voice', ['password'], { section: true })],
    ephone: [keyedCommand('username <rest...>', 'voice', ['password'], { section: true })],
    'voice register': [keyedCommand('username <rest...>', 'voice', ['password'], { section: true })],
    telephony: [keyedCommand('web <rest...>', 'voice', ['password'])],
    'pnp profile': [keyedCommand('username <rest...>', 'other', ['password'], { section: true })],
  },
  finish: findUrls,
}
