import { describe, expect, test } from 'vitest'
import { parseLines } from '../../syntax/parse.ts'
import { detectIos } from './detect.ts'
import { iosModes } from './modes.ts'

const detect = (text: string) => detectIos(parseLines(text, iosModes))

describe('IOS and IOS-XE', () => {
  test('the version line tells', () => {
    expect(detect('version 15.2\nhostname r1\n')).toEqual({ platform: 'ios', why: 'version 15.2' })
    expect(detect('version 17.9\nhostname r1\n')).toEqual({ platform: 'iosxe', why: 'version 17.9' })
  })

  test('IOS-XE 3 prints an IOS number: lines that only IOS-XE has tell', () => {
    expect(detect('version 15.5\nhostname r1\nvrf definition Mgmt-intf\n')).toEqual({
      platform: 'iosxe',
      why: 'a line that only IOS-XE has: vrf definition Mgmt-intf',
    })
  })

  test('a snippet is IOS as long as nothing speaks against it', () => {
    expect(detect('line vty 0 4\n transport input ssh\n').platform).toBe('ios')
    expect(detect('interface GigabitEthernet0/1\n no shutdown\n').platform).toBe('ios')
  })
})

test.each([
  ['IOS-XR', '!! IOS XR Configuration 7.3.2\nhostname r1\n'],
  ['IOS-XR', 'hostname r1\nvrf CUST-A\n address-family ipv4 unicast\n'],
  ['EOS', '! device: leaf1 (DCS-7050, EOS-4.28.3M)\nhostname leaf1\n'],
  ['EOS', 'hostname leaf1\nvrf instance TENANT\n'],
  ['NX-OS', '!Command: show running-config\nversion 9.3(8)\nhostname n1\n'],
  ['NX-OS', 'hostname n1\nfeature telnet\n'],
  ['ASA', 'ASA Version 9.16(4)\nhostname fw\n'],
])('%s is not ours', (platform, text) => {
  const { platform: found, why } = detect(text)
  expect(found).toBe('other')
  expect(why).toContain(platform)
})

test('an address with a prefix length is not of IOS, unless the file speaks for IOS otherwise', () => {
  const address = 'interface Ethernet1\n ip address 192.0.2.1/24\n'
  const why = 'line 3 gives an address a prefix length, which IOS does not take'
  expect(detect(`hostname leaf1\n${address}`)).toEqual({ platform: 'other', why })
  expect(detect('hostname r1\nntp server 192.0.2.9\nip route vrf A 0.0.0.0/0 192.0.2.2\n')).toEqual({
    platform: 'other',
    why,
  })
  expect(detect(`version 15.2\n${address}`).platform).toBe('ios')
  expect(detect(`${address}interface Ethernet2\n ip address 198.51.100.1 255.255.255.0\n`).platform).toBe('ios')
})

test.each([
  ['prose', 'Dear all,\n\nplease find the minutes below.\n'],
  ['YAML', '- hosts: routers\n  tasks:\n    - name: x\n'],
  ['nothing', ''],
  ['JSON', '{ "hostname": "r1" }\n'],
])('%s is no device', (_, text) => {
  expect(detect(text).platform).toBe('none')
})
