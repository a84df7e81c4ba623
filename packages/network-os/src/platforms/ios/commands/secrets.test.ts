import { reveal, valueOf } from '@breakwater/core'
import { describe, expect, test } from 'vitest'
import { readDevice } from '../../../read.ts'

const read = (text: string) => {
  const reading = readDevice({ path: 'r1', text }, { platform: 'ios' })
  if (reading === undefined) throw new Error('not read')
  return reading.device
}

const secretsOf = (text: string) =>
  read(text).secrets.items.map(({ key, secret, inForce, at }) => {
    expect(at.span.file.text.slice(at.span.start, at.span.end)).toBe(reveal(secret))
    return [key, secret.storage, reveal(secret), ...(inForce ? [] : ['masked'])].join(' | ')
  })

describe('one secret of one line', () => {
  test.each([
    ['enable secret 5 $1$mERr$hx5rVt7rPNoS4wqbXKX7m0', 'enable | type-5 | $1$mERr$hx5rVt7rPNoS4wqbXKX7m0'],
    ['enable secret level 5 9 $9$abc', 'enable level 5 | type-9 | $9$abc'],
    ['enable secret level 4 5 $1$abc$def', 'enable level 4 | type-5 | $1$abc$def'],
    ['enable password cisco', 'enable password | plain | cisco'],
    ['enable password 7 0822455D0A16', 'enable password | type-7 | 0822455D0A16'],
    ['enable algorithm-type sha256 secret word', 'enable | plain | word'],
    ['no enable password word', 'enable password | plain | word | masked'],
    ['username a privilege 15 secret 9 $9$x$y', 'user a | type-9 | $9$x$y'],
    ['username a secret 0 word privilege 15', 'user a | type-0 | word'],
    ['username a password 7days', 'user a | plain | 7days'],
    ['username a password 0 two words', 'user a | type-0 | two words'],
    ['username a password {{ key }}', 'user a | redacted | {{ key }}'],
    ['username a nthash 7 0822455D0A16', 'user a | type-7 | 0822455D0A16'],
    ['tacacs-server key 7 0822455D0A16', 'tacacs | type-7 | 0822455D0A16'],
    ['tacacs-server host 192.0.2.1 single-connection key 0 word', 'tacacs 192.0.2.1 | type-0 | word'],
    ['radius-server host 192.0.2.1 auth-port 1812 acct-port 1813 key word', 'radius 192.0.2.1 | plain | word'],
    ['tacacs server T1\n key 7 0822455D0A16', 'tacacs T1 | type-7 | 0822455D0A16'],
    ['radius server R1\n key 6 JDYkqyIF', 'radius R1 | type-6 | JDYkqyIF'],
    [
      'aaa group server radius G\n server-private 192.0.2.1 auth-port 1 acct-port 2 key 7 0822455D0A16',
      'radius 192.0.2.1 | type-7 | 0822455D0A16',
    ],
    [
      'aaa server radius dynamic-author\n client 192.0.2.1 server-key 7 0822455D0A16',
      'radius 192.0.2.1 | type-7 | 0822455D0A16',
    ],
    ['key chain K\n key 7\n  key-string 7 0822455D0A16', 'key-chain K 7 | type-7 | 0822455D0A16'],
    ['key chain K\n key 1\n  key-string word', 'key-chain K 1 | plain | word'],
    ['ntp authentication-key 1 md5 0822455D0A16 7', 'ntp 1 | type-7 | 0822455D0A16'],
    ['ntp authentication-key 6 md5 aKey', 'ntp 6 | plain | aKey'],
    ['interface Gi0/1\n ip ospf message-digest-key 1 md5 7 0822455D0A16', 'ospf Gi0/1 1 | type-7 | 0822455D0A16'],
    ['interface Gi0/1\n ip ospf authentication-key word', 'ospf Gi0/1 | plain | word'],
    [
      'interface Gi0/1\n standby 1 authentication md5 key-string 7 0822455D0A16 timeout 30',
      'hsrp Gi0/1 1 | type-7 | 0822455D0A16',
    ],
    ['interface Gi0/1\n standby 1 authentication word', 'fhrp-text Gi0/1 1 | plain | word'],
    ['interface Gi0/1\n vrrp 1 authentication text word', 'fhrp-text Gi0/1 1 | plain | word'],
    ['interface Di1\n ppp chap password 0 word', 'ppp Di1 | type-0 | word'],
    ['interface Di1\n ppp pap sent-username me password 7 0822455D0A16', 'ppp Di1 | type-7 | 0822455D0A16'],
    ['interface Gi0/1\n isis password word level-2', 'isis Gi0/1 | plain | word'],
    [
      'router ospf 1\n area 1 virtual-link 192.0.2.1 hello-interval 5 authentication-key 7 0822455D0A16',
      'ospf 1 | type-7 | 0822455D0A16',
    ],
    ['router ospf 1\n area 1 virtual-link 192.0.2.1 message-digest-key 1 md5 word', 'ospf 1 | plain | word'],
    ['router bgp 1\n neighbor 192.0.2.1 password 7 0822455D0A16', 'bgp 192.0.2.1 | type-7 | 0822455D0A16'],
    ['router bgp 1\n address-family ipv4 vrf A\n  neighbor 192.0.2.1 password word', 'bgp 192.0.2.1 | plain | word'],
    ['router isis\n area-password word', 'isis | plain | word'],
    ['crypto isakmp key word address 0.0.0.0', 'isakmp | plain | word'],
    ['crypto isakmp key 6 ABC address 192.0.2.1', 'isakmp | type-6 | ABC'],
    ['crypto keyring K\n pre-shared-key address 192.0.2.1 key word', 'isakmp K | plain | word'],
    ['crypto ikev2 keyring K\n peer P\n  pre-shared-key local 6 ABC', 'ikev2 K P | type-6 | ABC'],
    ['crypto ikev2 keyring K\n peer P\n  pre-shared-key word', 'ikev2 K P | plain | word'],
    ['crypto isakmp client configuration group G\n key word', 'ezvpn G | plain | word'],
    ['ip ftp password 7 0822455D0A16', 'file-transfer | type-7 | 0822455D0A16'],
    ['mpls ldp neighbor 192.0.2.1 password word', 'ldp 192.0.2.1 | plain | word'],
    ['archive\n path ftp://user:word@192.0.2.1/backup', 'url | plain | word'],
    ['key config-key password-encrypt word', 'master-key | plain | word'],
    ['event manager applet A\n action 1.0 cli command "enable secret word"', 'other | plain | word" | masked'],
    ['parser view V\n secret 5 $1$a$b', 'view V | type-5 | $1$a$b'],
  ])('%s', (text, secret) => expect(secretsOf(`${text}\n`)).toEqual([secret]))
})

test.each([
  'service password-encryption',
  'password encryption aes',
  'security passwords min-length 8',
  'key chain K\n key 7',
  'ntp server 192.0.2.1 key 7',
  'mpls ldp password required',
  'logging trap 7',
  'ip http client source-interface Lo0',
  'archive\n path tftp://192.0.2.1/a@b',
  'interface Gi0/1\n standby 1 authentication md5 key-chain K',
  'username a privilege 15',
  'no username a',
])('no secret: %s', (text) => expect(secretsOf(`${text}\n`)).toEqual([]))

test('an OSPF key in the words of another platform is masked whole, not judged', () => {
  expect(secretsOf('interface Gi0/1\n ip ospf authentication-key plaintext word\n')).toEqual([
    'ospf Gi0/1 | unknown | plaintext | masked',
    'ospf Gi0/1 #2 | unknown | word | masked',
  ])
})

test('a credential that a later line replaces or removes is masked, not judged', () => {
  expect(secretsOf('username a password 0 one\nusername a secret 9 $9$x\n')).toEqual([
    'user a | type-0 | one | masked',
    'user a #2 | type-9 | $9$x',
  ])
  expect(secretsOf('username a password 0 one\nno username a\n')).toEqual(['user a | type-0 | one | masked'])
})

test('lines about one user merge', () => {
  const device = read('username a privilege 15\nusername a common-criteria-policy P\nusername a view V secret 9 $9$x\n')
  const [user, ...others] = device.users.items
  expect(others).toEqual([])
  expect(
    [user?.privilege, user?.commonCriteriaPolicy, user?.view, user?.credentialForm].map(
      (fact) => fact && valueOf(fact as never),
    ),
  ).toEqual([15, 'P', 'V', 'secret'])
})

test('AAA: lists, groups and servers', () => {
  const { aaa } = read(
    [
      'aaa new-model',
      'aaa group server tacacs+ G',
      ' server name T1',
      ' server-private 192.0.2.9 key 7 0822455D0A16',
      ' ip vrf forwarding MGMT',
      'aaa authentication login default group G local',
      'aaa authorization commands 15 default group tacacs+ if-authenticated',
      'aaa accounting exec default start-stop group tacacs+',
      'aaa accounting commands 15 default',
      ' action-type stop-only',
      ' group G',
      'aaa common-criteria policy P',
      ' min-length 15',
      ' upper-case 1',
      'tacacs server T1',
      ' address ipv4 192.0.2.1',
      ' key 6 ABC',
      '',
    ].join('\n'),
  )
  expect(valueOf(aaa.newModel)).toBe(true)
  expect(aaa.methodLists.items.map(({ key, methods, record }) => [key, methods, record])).toEqual([
    ['authentication login default', ['group G', 'local'], undefined],
    ['authorization commands 15 default', ['group tacacs+', 'if-authenticated'], undefined],
    ['accounting exec default', ['group tacacs+'], 'start-stop'],
    ['accounting commands 15 default', ['group G'], 'stop-only'],
  ])
  expect(
    aaa.groups.items.map(({ name, protocol, servers, vrf }) => [name, protocol, valueOf(servers), valueOf(vrf)]),
  ).toEqual([['G', 'tacacs+', ['T1', '192.0.2.9'], 'MGMT']])
  expect(aaa.servers.items.map(({ key, address }) => [key, valueOf(address)])).toEqual([
    ['tacacs+ 192.0.2.9 in G', '192.0.2.9'],
    ['tacacs+ T1', '192.0.2.1'],
  ])
  expect(aaa.commonCriteriaPolicies.items.map(({ name, minLength }) => [name, valueOf(minLength)])).toEqual([['P', 15]])
})
