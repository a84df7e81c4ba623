import { expect, test } from 'vitest'
import { readDevice } from '../../../read.ts'

const deviceOf = (text: string) => {
  const reading = readDevice({ path: 'r1.cfg', text: `hostname r1\n${text}\nend\n` }, { platform: 'ios' })
  if (reading === undefined) throw new Error('not read')
  return reading.device
}

test.each([
  ['crypto gdoi group G', ['gdoi']],
  ['crypto isakmp policy 10', ['ike', 'ikev1']],
  ['crypto ikev2 profile P', ['ike']],
  ['interface Vlan1\n ip helper-address 192.0.2.1', ['dhcp-relay']],
  ['interface Vlan1\n ip nat outside', ['nat']],
  ['ip dhcp snooping information option', ['dhcp-option-82']],
  ['no ip dhcp snooping information option', []],
  ['no crypto gdoi group G', []],
  ['login block-for 60 attempts 3 within 60', ['login-block']],
  ['router bgp 1\n address-family l2vpn evpn', ['evpn']],
  ['banner motd ^C\ncrypto gdoi group G\n^C', []],
  ['! crypto gdoi group G', []],
])('%j puts to use: %j', (text, names) => {
  const { features } = deviceOf(text)
  expect(features.items.map(({ name }) => name)).toEqual(names)
  expect(features.complete).toBe(true)
})

test.each([
  ['boot system flash:a.bin', [['flash 1', true]]],
  ['boot system flash a.bin', [['flash 1', true]]],
  ['boot system switch all flash:packages.conf', [['flash 1', true]]],
  [
    'boot system tftp a.bin 192.0.2.1\nboot system tftp b.bin 192.0.2.1',
    [
      ['tftp 1', false],
      ['tftp 2', false],
    ],
  ],
  ['boot system tftp://192.0.2.1/a.bin', [['tftp 1', false]]],
  ['boot system rom', [['rom 1', true]]],
  ['boot system a.bin 192.0.2.1', [['network 1', false]]],
  ['boot system a.bin', [['a file name without a device 1', undefined]]],
])('%j', (text, images) => {
  expect(deviceOf(text).system.bootImages.items.map(({ key, local }) => [key, local])).toEqual(images)
})

test('a provisioned member is told from one that answers', () => {
  expect(deviceOf('switch 2 provision ws-c3750x-48p\nlicense udi pid ISR4331/K9 sn X').hardware.items).toMatchObject([
    { pid: 'ISR4331/K9' },
    { pid: 'ws-c3750x-48p', provisioned: true },
  ])
})
