import { managementReach } from '@breakwater/core'
import { expect, test } from 'vitest'
import { readDevice } from './read.ts'

function reach(...lines: string[]): unknown[] {
  const reading = readDevice({ path: 'r1.cfg', text: `${lines.join('\n')}\n` }, { platform: 'iosxe' })
  if (reading === undefined) throw new Error('nothing is read')
  return managementReach(reading.device).map(({ service, by, family, state, from, missing }) => [
    service,
    by,
    family,
    state,
    ...from,
    ...(missing ? ['missing'] : []),
  ])
}

test('VTY lines by transport and access class', () => {
  expect(
    reach(
      'hostname r1',
      'ip access-list standard MGMT',
      ' deny 192.0.2.0 0.0.0.15',
      ' permit 192.0.2.0 0.0.0.255',
      'no ip http server',
      'no ip http secure-server',
      'line vty 0 4',
      ' transport input ssh',
      ' access-class MGMT in',
      'line vty 5',
      ' transport input ssh telnet',
      'line vty 6',
      ' transport input ssh',
      ' access-class NOWHERE in',
      'line vty 7 15',
      ' transport input none',
      'end',
    ),
  ).toEqual([
    ['SSH', 'vty 0 4', 4, 'limited', '192.0.2.16/28', '192.0.2.32/27', '192.0.2.64/26', '192.0.2.128/25'],
    ['SSH', 'vty 5', 4, 'open'],
    ['Telnet', 'vty 5', 4, 'open'],
    ['SSH', 'vty 6', 4, 'open', 'missing'],
  ])
})

test('web servers, NETCONF and SNMP, and IPv6 where the device has it', () => {
  expect(
    reach(
      'hostname r1',
      'interface GigabitEthernet1',
      ' ipv6 address 2001:db8::1/64',
      'access-list 10 permit 192.0.2.0 0.0.0.255',
      'access-list 11 deny any',
      'access-list 120 permit tcp 198.51.100.0 0.0.0.255 any eq 443',
      'ipv6 access-list NOC6',
      ' permit ipv6 2001:db8:1::/48 any',
      'no ip http server',
      'ip http secure-server',
      'ip http access-class ipv4 120',
      'netconf-yang',
      'netconf-yang ssh ipv4 access-list name 11',
      'netconf-yang ssh ipv6 access-list name NOC6',
      'snmp-server community s3cr-et1 RO 10',
      'end',
    ),
  ).toEqual([
    ['HTTPS', 'web server', 4, 'limited', '198.51.100.0/24'],
    ['HTTPS', 'web server', 6, 'open'],
    ['NETCONF', 'NETCONF-YANG', 4, 'closed'],
    ['NETCONF', 'NETCONF-YANG', 6, 'limited', '2001:db8:1::/48'],
    ['SNMP', 'community 1', 4, 'limited', '192.0.2.0/24'],
    ['SNMP', 'community 1', 6, 'open'],
  ])
})

test('a part leaves open what it does not show', () => {
  expect(reach('line vty 0 4', ' access-class MGMT in')).toEqual([
    ['SSH', 'vty 0 4', 4, 'unknown'],
    ['HTTP', 'web server', 4, 'unknown'],
    ['HTTPS', 'web server', 4, 'unknown'],
    ['NETCONF', 'NETCONF-YANG', 4, 'unknown'],
    ['RESTCONF', 'RESTCONF', 4, 'unknown'],
  ])
})
