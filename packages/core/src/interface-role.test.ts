import { expect, test } from 'vitest'
import { buildDevice, type Device } from './device.ts'
import { Draft, type DraftItem } from './draft.ts'
import { externalInterfaces, roleOf } from './interface-role.ts'
import { originAt } from './source.ts'

const at = originAt({ path: 'r1.cfg', text: '' }, 0, 0)
const absent = { state: 'absent', at, item: undefined } as const
const nothing = {}

function device(
  write: (port: DraftItem<'interfaces'>, draft: Draft) => void,
  name = 'GigabitEthernet0/0',
  kind = 'GigabitEthernet',
): Device {
  const draft = new Draft()
  write(draft.add('interfaces', name, { name, kind }, at), draft)
  return buildDevice({
    name: 'r1',
    platform: 'iosxe',
    coverage: 'whole',
    at,
    draft,
    defaults: {},
    release: { ...absent, setting: 'release' },
    train: { ...absent, setting: 'train' },
    box: { ...absent, setting: 'box' },
    hardware: { setting: 'hardware', items: [], complete: false, at },
  })
}

function addressed(address: string) {
  return (port: DraftItem<'interfaces'>) => port.set('addresses', [{ address, length: 30, secondary: false }], at)
}

function role(of: Device, site = nothing as Parameters<typeof roleOf>[2]) {
  const [port] = of.interfaces.items
  if (port === undefined) throw new Error('no interface')
  return roleOf(port, of, site)
}

test.each([
  ['8.8.4.5', 'external'],
  ['10.0.0.1', 'routed'],
  ['100.64.0.1', 'routed'],
  ['203.0.113.1', 'routed'],
])('an interface with %s is %s', (address, kind) => {
  expect(role(device(addressed(address))).kind).toBe(kind)
})

test('a loopback with a public address leads nowhere', () => {
  expect(role(device(addressed('8.8.4.5'), 'Loopback0', 'Loopback')).kind).toBe('routed')
})

test('what is shut is nothing else', () => {
  const shut = device((port) => {
    port.set('natOutside', true, at)
    port.set('shutdown', true, at)
  })
  expect(role(shut)).toEqual({ kind: 'shutdown' })
  expect(externalInterfaces(shut, nothing)).toEqual([])
})

test('the management port and its VRF', () => {
  expect(role(device(() => {}, 'GigabitEthernet0')).kind).toBe('management')
  expect(role(device((port) => port.set('vrf', 'Mgmt-vrf', at))).kind).toBe('management')
  const named = device((port) => port.set('vrf', 'OOB', at))
  expect(role(named).kind).toBe('routed')
  expect(role(named, { ...nothing, managementVrfs: ['OOB'] }).kind).toBe('management')
})

test('a neighbour of another autonomous system makes its link external', () => {
  const peered = (remote: string) =>
    device((port, draft) => {
      addressed('10.0.0.1')(port)
      draft.set('routing.bgpAs', '64500', at)
      draft
        .add(
          'routing.bgpNeighbors',
          '10.0.0.2',
          { address: '10.0.0.2', vrf: undefined, as: '64500', family: undefined, dynamic: false },
          at,
        )
        .set('remoteAs', remote, at)
    })
  expect(role(peered('64501'))).toEqual({ kind: 'external', because: 'eBGP neighbour 10.0.0.2' })
  expect(role(peered('64500')).kind).toBe('routed')
})

test('what the site knows', () => {
  const uplink = device((port) => port.set('description', 'to ISP', at))
  expect(
    externalInterfaces(uplink, { ...nothing, externalDescriptions: ['isp'] }).map(({ because }) => because),
  ).toEqual(['description matches isp'])
  expect(externalInterfaces(uplink, { ...nothing, externalInterfaces: ['GigabitEthernet0/0'] })).toHaveLength(1)
  expect(externalInterfaces(uplink, nothing)).toEqual([])
})
