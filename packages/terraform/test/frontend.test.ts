import type { Device } from '@breakwater/core'
import { describe, expect, test } from 'vitest'
import { terraform, type LoadOptions } from '../src/index.ts'
import { filesOf, placeOf } from './files.ts'

function read(texts: Readonly<Record<string, string>>, options: LoadOptions = {}) {
  const paths = Object.keys(texts).filter((path) => terraform.claims(path))
  const reading = terraform.read(paths, filesOf(texts), options)
  return { devices: [...reading.devices], reading }
}

function fact(value: unknown): unknown {
  const { state } = value as { state: string }
  return state === 'known' ? (value as { value: unknown }).value : `<${state}>`
}

test('the devices of a root: by `device`, by alias, by provider and root, and each resource of a cloud', () => {
  const text = `
provider "iosxe" {
  alias = "pe1"
}
resource "iosxe_service" "a" {
  provider = iosxe.pe1
}
resource "iosxe_service" "b" {
  device = "pe2"
}
resource "iosxe_service" "c" {
}
resource "aws_security_group" "edge" {
  count = 2
}
resource "aws_s3_bucket" "b" {
}
`
  const { devices, reading } = read({ 'live/edge/main.tf': text, 'live/edge/README.md': '' })
  expect(devices.map(({ device }) => `${device.platform} ${device.name} ${device.coverage}`)).toEqual([
    'iosxe pe1 part',
    'iosxe pe2 part',
    'iosxe iosxe@edge part',
    'aws aws_security_group.edge[0] whole',
    'aws aws_security_group.edge[1] whole',
  ])
  expect(reading.files).toEqual(new Set(['live/edge/main.tf']))
})

test('resources of a cloud: the share that is understood, and notes of what would matter', () => {
  const text = `
resource "aws_security_group" "edge" {
  description = "in"
  mystery     = 1
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["192.0.2.0/24"]
  }
}
resource "aws_lb_listener" "a" {
}
resource "aws_lb_listener" "b" {
}
data "aws_lb_listener" "c" {
}
resource "aws_s3_bucket" "b" {
}
`
  const { devices, reading } = read({ 'main.tf': text })
  expect(devices.map(({ lines, linesUnderstood }) => `${linesUnderstood} of ${lines}`)).toEqual(['5 of 6'])
  expect(reading.notes.map(({ message, at }) => [message, at === undefined ? '' : placeOf(at)])).toEqual([
    ['resources of type aws_lb_listener are not judged yet', 'main.tf:12'],
  ])
})

const PROVIDER = 'terraform {\n  required_providers {\n    iosxe = { source = "CiscoDevNet/iosxe" }\n  }\n}\n'

test('a device of a root that is the whole project has the name of its folder', () => {
  const files = filesOf({ 'main.tf': `${PROVIDER}resource "iosxe_cli" "ssh" {\n  cli = "ip ssh version 1"\n}\n` })
  const names = (folder?: string): string[] =>
    [...terraform.read(['main.tf'], { ...files, ...(folder !== undefined && { folder }) }, {}).devices].map(
      ({ device }) => device.name,
    )
  expect(names('edge')).toEqual(['iosxe@edge'])
  expect(names()).toEqual(['iosxe@.'])
})

interface Found {
  readonly device: Device
  readonly notes: readonly string[]
  readonly understood: string
}

function device(text: string, options: LoadOptions = {}): Found {
  const { devices } = read({ 'main.tf': `${PROVIDER}${text}` }, options)
  const [first] = devices
  if (first === undefined || devices.length > 1) throw new Error(`${devices.length} devices`)
  const { device: found, notes, lines, linesUnderstood } = first
  return { device: found, notes: notes.map(({ message }) => message), understood: `${linesUnderstood} of ${lines}` }
}

describe('resources of iosxe', () => {
  test('a line, its access class and its way in, at the values', () => {
    const {
      device: pe,
      notes,
      understood,
    } = device(`
variable "ways" {
  default = ["ssh", "telnet"]
}
resource "iosxe_line" "lines" {
  vty = [{
    first = 0
    last  = 15
    exec_timeout_minutes = 5
    transport_input = var.ways
    access_classes = [{ direction = "in", access_list = "MGMT", vrf_also = true }]
  }]
}
`)
    expect(notes).toEqual([])
    expect(understood).toBe('7 of 7')
    const [vty] = pe.lines.items
    expect(vty?.key).toBe('vty 0 15')
    expect(vty === undefined ? [] : fact(vty.transportInput)).toEqual(['ssh', 'telnet'])
    expect(vty === undefined ? '' : placeOf(vty.transportInput.at)).toMatch(/^main\.tf:8 < variable main\.tf:15/)
  })

  test.each([
    ['iosxe_system', 'ip_source_route = false', (pe: Device) => pe.services.sourceRouting, false],
    ['iosxe_system', 'ip_http_server = true', (pe: Device) => pe.http.server, true],
    ['iosxe_system', 'ip_ssh_version = 2', (pe: Device) => pe.ssh.version, 2],
    ['iosxe_system', 'ip_ssh_version = null', (pe: Device) => pe.ssh.version, '<unknown>'],
    ['iosxe_system', 'ip_ssh_version = var.nothing', (pe: Device) => pe.ssh.version, '<unknown>'],
    ['iosxe_service', 'password_encryption = false', (pe: Device) => pe.services.passwordEncryption, false],
  ])('%s: %s', (type, argument, pick, expected) => {
    expect(fact(pick(device(`resource "${type}" "x" {\n  ${argument}\n}\n`).device))).toEqual(expected)
  })

  test('a banner of several lines', () => {
    const { device: pe } = device('resource "iosxe_banner" "x" {\n  login_banner = "Go away\\nnow"\n}\n')
    expect(pe.system.banners.items.map(({ key, text, at }) => [key, text.trim(), placeOf(at)])).toEqual([
      ['login', 'Go away\nnow', 'main.tf:7'],
    ])
  })

  test('what is left out of an object is unknown', () => {
    const { device: pe } = device(
      'resource "iosxe_snmp_server" "x" {\n  snmp_communities = [{ name = "a" }, { name = "b", access_list_name = "7" }]\n}\n' +
        'resource "iosxe_ntp" "x" {\n  servers = [{ ip_address = "192.0.2.1" }, { ip_address = "192.0.2.2", key = 3 }]\n}\n',
    )
    expect(pe.snmp.communities.items.map((item) => fact(item.accessList))).toEqual(['<unknown>', '7'])
    expect(pe.management.timeServers.items.map((item) => fact(item.keyNumber))).toEqual(['<unknown>', 3])
  })

  test('two that differ make it unknown', () => {
    const { device: pe, notes } = device(
      'resource "iosxe_system" "a" {\n  ip_http_server = true\n}\nresource "iosxe_system" "b" {\n  ip_http_server = false\n}\n',
    )
    expect(fact(pe.http.server)).toBe('<unknown>')
    expect(notes[0]).toMatch(/^iosxe_system\.ip_http_server is set in different ways/)
  })

  test('a type without a table is a note', () => {
    expect(device('resource "iosxe_yang" "x" {\n}\n').notes).toEqual([
      'resources of type iosxe_yang are not judged yet',
    ])
  })

  test('the places within a heredoc', () => {
    const { device: pe } = device(`
variable "community" {
  default = "public"
}
resource "iosxe_cli" "x" {
  cli = <<-EOT
    snmp-server community \${var.community} RO
    line vty 0 4
     transport input telnet
  EOT
}
`)
    expect(pe.snmp.communities.items.map(({ at }) => placeOf(at))).toEqual(['main.tf:12'])
    expect(pe.secrets.items.map(({ at }) => placeOf(at))).toEqual(['main.tf:8 < variable main.tf:12'])
    expect(pe.lines.items.map(({ transportInput }) => placeOf(transportInput.at))).toEqual(['main.tf:14'])
  })
})

test('JSON that CDKTF synthesizes', () => {
  const stack = {
    '//': { metadata: { backend: 'local', stackName: 'edge', version: '0.21.0' }, outputs: {} },
    provider: { aws: [{ region: 'eu-west-1' }] },
    resource: {
      aws_security_group: {
        router: {
          '//': { metadata: { path: 'edge/router', uniqueId: 'router' } },
          ingress: [{ cidr_blocks: ['0.0.0.0/0'], from_port: 22, to_port: 22, protocol: 'tcp', self: null }],
        },
      },
    },
  }
  const path = 'cdktf.out/stacks/edge/cdk.tf.json'
  const { devices } = read({ [path]: JSON.stringify(stack, undefined, 1) })
  expect(
    devices.map(({ device: { name, cloud } }) => [
      name,
      cloud.openings.items.map(({ fromAnywhere }) => [fact(fromAnywhere), placeOf(fromAnywhere.at)]),
    ]),
  ).toEqual([['aws_security_group.router', [[true, `${path}:29`]]]])
})

test('bad input is no exception', () => {
  const { devices, reading } = read({ 'main.tf': 'resource "aws_security_group" "x" {\n ingress {\n  from_port = \n' })
  expect(devices.map(({ device: { name } }) => name)).toEqual(['aws_security_group.x'])
  expect(reading.notes.length).toBeGreaterThan(0)
})

test('a plan: resources of all modules, at the planned values; what applying tells and what is sensitive is unknown', () => {
  const resource = (address: string, type: string, values: object, sensitive: object = {}): object => ({
    address,
    mode: 'managed',
    type,
    name: 'x',
    provider_name: 'registry.terraform.io/hashicorp/aws',
    values,
    sensitive_values: sensitive,
  })
  const ingress = { from_port: 22, to_port: 22, protocol: 'tcp', cidr_blocks: ['0.0.0.0/0'], self: false }
  const plan = {
    format_version: '1.2',
    planned_values: {
      root_module: {
        resources: [resource('aws_security_group.x', 'aws_security_group', { ingress: [ingress], egress: [] })],
        child_modules: [
          {
            address: 'module.a',
            resources: [
              resource('module.a.aws_security_group.x', 'aws_security_group', {}),
              resource(
                'module.a.aws_vpn_connection.x',
                'aws_vpn_connection',
                { tunnel1_preshared_key: 'Breakwater.7', tunnel1_ike_versions: ['ikev2'] },
                { tunnel1_preshared_key: true },
              ),
            ],
          },
        ],
      },
    },
    resource_changes: [{ address: 'module.a.aws_security_group.x', change: { after_unknown: { ingress: true } } }],
    prior_state: {
      values: { root_module: { resources: [resource('aws_security_group.old', 'aws_security_group', {})] } },
    },
  }
  const { devices } = read({ 'out/tfplan.json': JSON.stringify(plan, undefined, 1), 'out/plan.json': '{"a": 1}' })
  expect(devices.map(({ device: { name } }) => name)).toEqual([
    'aws_security_group.x',
    'module.a.aws_security_group.x',
    'module.a.aws_vpn_connection.x',
  ])
  const [open, later, vpn] = devices.map(({ device: one }) => one)
  expect(open?.cloud.openings.items.map(({ fromAnywhere }) => [fact(fromAnywhere), placeOf(fromAnywhere.at)])).toEqual([
    [true, 'out/tfplan.json:19'],
  ])
  expect(later?.cloud.openings.complete).toBe(false)
  expect(vpn?.source.secrets.items.map(({ secret }) => secret.redacted)).toEqual([true])
  expect(vpn?.cloud.tunnels.items.map(({ ikeVersions }) => fact(ikeVersions))).toEqual([[2], [1, 2]])
})
