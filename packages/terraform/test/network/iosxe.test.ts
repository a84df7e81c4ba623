import type { Device, Origin } from '@breakwater/core'
import { describe, expect, test } from 'vitest'
import { deviceOf, LINES_BEFORE, shown } from './devices.ts'

/** A resource whose arguments stand on lines of their own, the first one on line 2. */
function resource(type: string, ...lines: readonly string[]): string {
  return `resource "${type}" "x" {\n${lines.map((line) => `  ${line}`).join('\n')}\n}\n`
}

/** The line within the text of the test. */
function lineOf({ span: { file, start } }: Origin): number {
  return file.text.slice(0, start).split('\n').length - LINES_BEFORE
}

interface Placed {
  readonly at: Origin
}

/** What a fact says, and on which line it stands. */
function said(fact: Placed | undefined): readonly unknown[] {
  return fact === undefined ? [] : [shown(fact), lineOf(fact.at)]
}

const ETHERNET = ['type = "GigabitEthernet"', 'name = "0/0/0"']
const UPLINK = (device: Device): Device['interfaces']['items'][number] | undefined => device.interfaces.items[0]

describe('an argument is a fact, at its value', () => {
  test.each<readonly [string, readonly string[], (device: Device) => Placed | undefined, unknown, number]>([
    ['iosxe_system', ['ip_http_tls_version = "TLSv1.2"'], (pe) => pe.http.tlsVersion, 'TLSv1.2', 2],
    ['iosxe_system', ['ip_ssh_time_out = 120'], (pe) => pe.ssh.timeout, 120, 2],
    ['iosxe_lldp', ['run = true'], (pe) => pe.services.lldp, true, 2],
    ['iosxe_cdp', ['run = false'], (pe) => pe.services.cdp, false, 2],
    ['iosxe_logging', ['trap = true', 'trap_severity = "informational"'], (pe) => pe.logging.trap, 6, 3],
    ['iosxe_dhcp', ['snooping = true'], (pe) => pe.switching.dhcpSnooping, true, 2],
    ['iosxe_spanning_tree', ['portfast_bpduguard_default = true'], (pe) => pe.switching.bpduGuardDefault, true, 2],
    ['iosxe_interface_ethernet', [...ETHERNET, 'ip_redirects = true'], (pe) => UPLINK(pe)?.redirects, true, 4],
    ['iosxe_interface_ethernet', [...ETHERNET, 'ip_proxy_arp = false'], (pe) => UPLINK(pe)?.proxyArp, false, 4],
    ['iosxe_interface_ethernet', [...ETHERNET, 'ip_access_group_in = "E"'], (pe) => UPLINK(pe)?.accessGroupIn, 'E', 4],
    ['iosxe_interface_vlan', ['name = 10', 'shutdown = true'], (pe) => UPLINK(pe)?.shutdown, true, 3],
    ['iosxe_interface_switchport', [...ETHERNET, 'nonegotiate = true'], (pe) => UPLINK(pe)?.nonegotiate, true, 4],
  ])('%s %j', (type, lines, pick, value, line) => {
    expect(said(pick(deviceOf(resource(type, ...lines)).device))).toEqual([value, line])
  })
})

test('what an interface leaves out is unknown', () => {
  const { device } = deviceOf(resource('iosxe_interface_ethernet', ...ETHERNET, 'ip_redirects = null'))
  const uplink = UPLINK(device)
  expect([uplink?.key, shown(uplink?.redirects), shown(uplink?.accessGroupIn), shown(uplink?.shutdown)]).toEqual([
    'GigabitEthernet0/0/0',
    '<unknown>',
    '<unknown>',
    '<unknown>',
  ])
})

test('interfaces of a map, by type and name', () => {
  const { device } = deviceOf(
    resource(
      'iosxe_interface_ethernets',
      'items = {',
      '  "GigabitEthernet;1" = { ip_redirects = false }',
      '  "TenGigabitEthernet;1/0/1.20" = { ip_redirects = true }',
      '}',
    ),
  )
  expect(device.interfaces.items.map(({ key, redirects, at }) => [key, ...said(redirects), lineOf(at)])).toEqual([
    ['GigabitEthernet1', false, 3, 3],
    ['TenGigabitEthernet1/0/1.20', true, 4, 4],
  ])
})

test('entries of access lists, in the order of their numbers, at what makes them wide', () => {
  const { device } = deviceOf(
    resource(
      'iosxe_access_list_extended',
      'name = "EDGE"',
      'entries = [',
      '  { sequence = 20, ace_rule_action = "permit", ace_rule_protocol = "ip",',
      '    source_any = true,',
      '    destination_any = true },',
      '  { sequence = 10, ace_rule_action = "deny", ace_rule_protocol = "tcp", source_any = true,',
      '    destination_host = "192.0.2.1", destination_port_equal = "22", destination_port_equal_2 = "23", log = true },',
      ']',
    ),
  )
  const [edge] = device.accessLists.items
  expect(edge?.entries.map(({ action, at }) => [action, lineOf(at)])).toEqual([
    ['deny', 7],
    ['permit', 5],
  ])
})

test('a list of which nobody knows the entries is open, and no other list is', () => {
  const { device } = deviceOf(
    resource('iosxe_access_list_standard', 'name = "MGMT"', 'entries = var.nothing') +
      resource(
        'iosxe_snmp_server',
        'snmp_communities = var.nothing',
        'views = [{ name = "V", mib = "iso", inc_exl = "included" }]',
      ),
  )
  expect(device.accessLists.items).toEqual([])
  expect(device.accessLists.complete).toBe(false)
  expect(device.snmp.communities.items).toEqual([])
  expect(device.snmp.views.items.map(({ key }) => key)).toEqual(['V iso'])
})

test('objects of an unknown loop: a literal counts, what is all unknown does not', () => {
  const { device } = deviceOf(
    resource(
      'iosxe_logging',
      'ipv4_hosts = [for host in var.hosts : { ipv4_host = host }]',
      'ipv6_hosts = [for host in var.hosts : { ipv6_host = "2001:db8::1" }]',
    ),
  )
  expect(device.management.logHosts.items.map(({ key }) => key)).toEqual(['2001:db8::1'])
})

test('method lists, servers, groups', () => {
  const { device } = deviceOf(
    resource(
      'iosxe_aaa',
      'new_model = true',
      'group_server_tacacsplus = [{ name = "NOC", server_names = [{ name = "T1" }, { name = "T2" }] }]',
    ) +
      resource('iosxe_tacacs', 'name = "T1"', 'address_ipv4 = "192.0.2.41"', 'key = "lantern"') +
      resource(
        'iosxe_aaa_authentication',
        'logins = [{',
        '  name     = "default"',
        '  a1_group = "NOC"',
        '  a2_local = true',
        '  a3_none  = false',
        '}]',
      ) +
      resource('iosxe_aaa_accounting', 'execs = [{ name = "default", start_stop_group1 = "NOC" }]'),
  )
  expect(device.aaa.methodLists.items.map(({ key, methods, record }) => [key, methods, record])).toEqual([
    ['authentication login default', ['group NOC', 'local'], undefined],
    ['accounting exec default', ['group NOC'], 'start-stop'],
  ])
  expect(device.aaa.groups.items.map(({ key, servers }) => [key, shown(servers)])).toEqual([['NOC', ['T1', 'T2']]])
})

test('a truth that nobody knows leaves its word open', () => {
  const { device } = deviceOf(
    resource('iosxe_aaa_authentication', 'logins = [{ name = "default", a1_group = "NOC", a2_none = var.nothing }]'),
  )
  expect(device.aaa.methodLists.items.map(({ methods }) => methods.includes('none'))).not.toContain(true)
})

test('a value that may be one of two stands under its condition', () => {
  const { device } = deviceOf(resource('iosxe_system', 'ip_http_tls_version = var.old ? "TLSv1.0" : "TLSv1.2"'))
  expect(device.http.tlsVersion.state).not.toBe('known')
})

test('proposals and transforms by the words of the device', () => {
  const { device } = deviceOf(
    resource(
      'iosxe_crypto_ikev2_proposal',
      'name = "P"',
      'encryption_en_3des = true',
      'encryption_aes_gcm_256 = true',
      'group_two = true',
      'group_fourteen = false',
    ) +
      resource('iosxe_crypto_ipsec_transform_set', 'name = "T"', 'esp = "esp-256-aes"', 'esp_hmac = "esp-sha512-hmac"'),
  )
  const [proposal] = device.vpn.ikev2Proposals.items
  expect([shown(proposal?.encryption), shown(proposal?.groups)]).toEqual([['3des', 'aes-gcm-256'], [2]])
  expect(device.vpn.transformSets.items.map(({ key }) => key)).toEqual(['T'])
})

test('receivers of notifications: a string that is encrypted is none that can be read', () => {
  const { device } = deviceOf(
    resource(
      'iosxe_snmp_server',
      'hosts = [',
      '  { ip_address = "192.0.2.1", version = "2c", community_or_user = "lantern" },',
      '  { ip_address = "192.0.2.2", version = "3", community_or_user = "ops" },',
      '  { ip_address = "192.0.2.3", version = "3", security_level = "priv", community_or_user = "ops" },',
      ']',
    ),
  )
  expect(device.snmp.hosts.items.map(({ address, version, level }) => [address, shown(version), shown(level)])).toEqual(
    [
      ['192.0.2.1', '2c', '<absent>'],
      ['192.0.2.2', '3', '<unknown>'],
      ['192.0.2.3', '3', 'priv'],
    ],
  )
})
