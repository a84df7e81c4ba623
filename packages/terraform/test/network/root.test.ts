import { describe, expect, test } from 'vitest'
import { placeOf } from '../files.ts'
import { deviceOf, readRoot, shown } from './devices.ts'

const httpServer = (value: boolean, more = ''): string =>
  `resource "iosxe_system" "${value ? 'on' : 'off'}" {\n  ip_http_server = ${value}\n${more}}\n`

describe('resources that say different things', () => {
  test('without an order nobody knows which one stands', () => {
    const { device, notes } = deviceOf(httpServer(true) + httpServer(false))
    expect(shown(device.http.server)).toBe('<unknown>')
    expect(notes).toEqual([
      'iosxe_system.ip_http_server is set in different ways by several resources; Terraform has no order among them',
      'iosxe_system.ip_http_server is set in different ways by several resources; Terraform has no order among them',
    ])
  })

  test('the one that depends on the other stands, however they are written', () => {
    const after = '  depends_on = [iosxe_service.between]\n'
    const between = 'resource "iosxe_service" "between" {\n  depends_on = [iosxe_system.off]\n}\n'
    const { device, notes } = deviceOf(httpServer(true, after) + between + httpServer(false))
    expect([shown(device.http.server), notes]).toEqual([true, []])
  })

  test('the text of a resource that others depend on comes first', () => {
    const cli = 'resource "iosxe_cli" "x" {\n  cli        = "ip http server"\n  depends_on = [iosxe_system.off]\n}\n'
    expect(shown(deviceOf(cli + httpServer(false)).device.http.server)).toBe(true)
  })

  test('things of other names are other things', () => {
    const { device, notes } = deviceOf(
      'resource "iosxe_interface_vlan" "a" {\n  name = 10\n  ip_redirects = true\n}\n' +
        'resource "iosxe_interface_vlan" "b" {\n  name = 20\n  ip_redirects = false\n}\n',
    )
    expect(device.interfaces.items.map(({ key, redirects }) => [key, shown(redirects)])).toEqual([
      ['Vlan10', true],
      ['Vlan20', false],
    ])
    expect(notes).toEqual([])
  })
})

describe('what is not judged is told', () => {
  test.each([
    ['nxos', 'CiscoDevNet/nxos'],
    ['iosxr', 'CiscoDevNet/iosxr'],
    ['junos', 'jeremmfr/junos'],
  ])('%s: one note for a root, and nothing is understood', (name, source) => {
    const text =
      `terraform {\n  required_providers {\n    ${name} = { source = "${source}" }\n  }\n}\n` +
      `resource "${name}_system" "a" {\n  device = "a"\n  name = "x"\n}\n` +
      `resource "${name}_ntp" "b" {\n  device = "b"\n}\n`
    const { devices, notes, understood } = readRoot({ 'main.tf': text })
    expect(devices.map((device) => `${device.platform} ${device.name}`)).toEqual([`${name} a`, `${name} b`])
    expect(notes.map(({ message, at }) => [message, at && placeOf(at)])).toEqual([
      [`resources of ${name} are not judged yet`, 'main.tf:6'],
    ])
    expect(understood).toEqual(['0 of 2', '0 of 1'])
  })

  test('a type of iosxe without a table is a note, one without hardening is none', () => {
    const { notes } = deviceOf('resource "iosxe_yang" "x" {\n}\nresource "iosxe_vlan" "x" {\n  vlan_id = 10\n}\n')
    expect(notes).toEqual(['resources of type iosxe_yang are not judged yet'])
  })

  test('what a function of a provider makes', () => {
    const { device, notes } = deviceOf(
      'locals {\n  model = provider::utils::render_device_configs([], {}, "", {}, [], [])\n}\n' +
        'resource "iosxe_vtp" "x" {\n  for_each = { for one in local.model.devices : one.name => one }\n' +
        '  mode_client = each.value.client ? true : null\n}\n',
    )
    expect(shown(device.switching.vtpMode)).toBe('<unknown>')
    expect(notes).toEqual([
      'nobody knows what provider::utils::render_device_configs() gives: resources for each of it are not judged',
    ])
  })
})

test('a literal within a module stands in the module, a value from the call where it is written', () => {
  const { devices } = readRoot({
    'main.tf': 'module "edge" {\n  source    = "./edge"\n  community = "lantern"\n}\n',
    'edge/main.tf':
      'terraform {\n  required_providers {\n    iosxe = { source = "CiscoDevNet/iosxe" }\n  }\n}\n' +
      'variable "community" {\n}\n' +
      'resource "iosxe_snmp_server" "x" {\n' +
      '  snmp_communities = [\n    { name = "beacon" },\n    { name = var.community },\n  ]\n}\n',
  })
  const [device] = devices
  expect(device?.snmp.communities.items.map(({ at }) => placeOf(at).replace(/ <.*/, ''))).toEqual([
    'edge/main.tf:10',
    'edge/main.tf:11',
  ])
  expect(device?.secrets.items.map(({ at }) => placeOf(at).replace(/ <.*/, ''))).toEqual([
    'edge/main.tf:10',
    'main.tf:3',
  ])
})
