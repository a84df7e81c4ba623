import { expect, test } from 'vitest'
import {
  attributeOf,
  blocksOf,
  loadProject,
  piecesOf,
  rootFolders,
  type Body,
  type LoadOptions,
  type Resource,
} from '../../src/index.ts'
import { filesOf, placeOf, plain } from '../files.ts'

function load(texts: Readonly<Record<string, string>>, options: LoadOptions = {}, root = '') {
  return loadProject(filesOf(texts), root, options)
}

/** Arguments with their values and places. */
function argumentsIn(body: Body): Record<string, unknown> {
  return Object.fromEntries(
    [...body.attributes.values()].map(({ name, value }) => [name, [plain(value), placeOf(value.at)]]),
  )
}

function one(resources: readonly Resource[], address: string): Resource {
  const found = resources.filter((resource) => resource.address === address)
  if (found.length !== 1 || found[0] === undefined) {
    throw new Error(
      `${found.length} of ${address}; there are ${resources.map((resource) => resource.address).join(', ')}`,
    )
  }
  return found[0]
}

const VARIABLE = 'variable "x" {\n  default = "default"\n}\nresource "a_b" "c" {\n  value = var.x\n}\n'

test.each<[string, Record<string, string>, LoadOptions, string, string]>([
  ['the default', {}, {}, 'default', 'main.tf:2 < variable main.tf:5'],
  ['the environment', {}, { environment: { TF_VAR_x: 'env', TF_VAR: 'no' } }, 'env', 'main.tf:5'],
  [
    'terraform.tfvars',
    { 'terraform.tfvars': '\nx = "file"\n' },
    { environment: { TF_VAR_x: 'env' } },
    'file',
    'terraform.tfvars:2 < variable main.tf:5',
  ],
  [
    'terraform.tfvars.json',
    { 'terraform.tfvars': 'x = "file"\n', 'terraform.tfvars.json': '{\n"x": "${json}"}' },
    {},
    '${json}',
    'terraform.tfvars.json:2 < variable main.tf:5',
  ],
  [
    '*.auto.tfvars in order',
    { 'b.auto.tfvars': 'x = "b"\n', 'a.auto.tfvars': 'x = "a"\n', 'terraform.tfvars': 'x = "file"\n' },
    {},
    'b',
    'b.auto.tfvars:1 < variable main.tf:5',
  ],
  [
    '-var-file',
    { 'a.auto.tfvars': 'x = "a"\n', 'env/p.tfvars': 'x = "p"\n' },
    { variableFiles: ['env/p.tfvars'] },
    'p',
    'env/p.tfvars:1 < variable main.tf:5',
  ],
  [
    '-var',
    { 'env/p.tfvars': 'x = "p"\n' },
    { variableFiles: ['env/p.tfvars'], variables: { x: 'cli' } },
    'cli',
    'main.tf:5',
  ],
  [
    'nothing of a file that is not loaded',
    { 'prod.tfvars': 'x = "no"\n' },
    {},
    'default',
    'main.tf:2 < variable main.tf:5',
  ],
])('a variable has its value from %s', (_, texts, options, value, place) => {
  const { resources, notes } = load({ 'main.tf': VARIABLE, ...texts }, options)
  expect(argumentsIn(one(resources, 'a_b.c').body)).toEqual({ value: [value, place] })
  expect(notes).toEqual([])
})

test('values of variables become of their types, and optional attributes have their defaults', () => {
  const { variables } = load(
    {
      'main.tf': `
variable "number" { type = number }
variable "list" { type = list(string) }
variable "object" {
  type = map(object({
    host = string
    port = optional(number, 830)
    note = optional(string)
  }))
}
variable "given" { type = list(number) }
variable "any" { type = any }
variable "secret" {
  type      = string
  sensitive = true
}
`,
      'terraform.tfvars': 'number = "22"\nlist = [1, true]\nobject = { a = { host = 1, extra = 2 } }\n',
    },
    { variables: { given: '[1, "2"]', any: '{ a = 1 }' } },
  )
  const values = Object.fromEntries(variables.map(({ name, value }) => [name, plain(value)]))
  expect(values).toEqual({
    number: 22,
    list: ['1', 'true'],
    object: { a: { host: '1', port: 830, note: null } },
    given: [1, 2],
    any: { a: 1 },
    secret: '<var.secret>',
  })
  expect(variables.find(({ name }) => name === 'secret')?.value.sensitive).toBe(true)
  const port = variables.find(({ name }) => name === 'object')?.value
  expect(port?.kind === 'object' && port.entries.get('a')?.value.kind === 'object').toBe(true)
})

test('count, for_each and dynamic make instances with the way to their values', () => {
  const { resources } = load({
    'main.tf': `
locals {
  ports = [22, 443]
}
resource "a_b" "counted" {
  count = 2
  port  = local.ports[count.index]
}
resource "a_b" "each" {
  for_each = { y = "why", x = "ex" }
  name     = each.key
  value    = each.value
  dynamic "rule" {
    for_each = local.ports
    iterator = it
    content {
      port = it.value
      nest {
        key = it.key
      }
    }
  }
}
resource "a_b" "none" {
  count = 0
}
`,
  })
  expect(resources.map(({ address }) => address)).toEqual([
    'a_b.counted[0]',
    'a_b.counted[1]',
    'a_b.each["x"]',
    'a_b.each["y"]',
  ])
  expect(argumentsIn(one(resources, 'a_b.counted[1]').body)).toEqual({ port: [443, 'main.tf:3 < variable main.tf:7'] })
  const { body } = one(resources, 'a_b.each["y"]')
  expect(argumentsIn(body)).toEqual({
    name: ['y', 'main.tf:10 < loop main.tf:10'],
    value: ['why', 'main.tf:10 < loop main.tf:10'],
  })
  expect(body.blocks.map((block) => [block.type, argumentsIn(block.body)])).toEqual([
    ['rule', { port: [22, 'main.tf:3 < variable main.tf:14 < loop main.tf:14'] }],
    ['rule', { port: [443, 'main.tf:3 < variable main.tf:14 < loop main.tf:14'] }],
  ])
  expect(
    plain(
      body.blocks[1]?.body.blocks[0]?.body.attributes.get('key')?.value ?? {
        kind: 'null',
        at: body.at,
        sensitive: false,
      },
    ),
  ).toBe(1)
})

test('what is repeated an unknown number of times stands once and says so', () => {
  const { resources } = load({
    'main.tf': `
variable "on" {}
variable "all" {}
resource "a_b" "maybe" {
  count = var.on ? 1 : 0
  port  = 22
}
resource "a_b" "loop" {
  for_each = var.all
  name     = each.value.name
  port     = 23
}
resource "a_b" "set" {
  for_each = var.on ? toset(["a"]) : []
  name     = each.key
}
resource "a_b" "blocks" {
  dynamic "rule" {
    for_each = var.on ? [1] : []
    content {
      port = 24
    }
  }
  dynamic "other" {
    for_each = var.all
    content {
      port = 25
      name = other.value
    }
  }
}
resource "a_b" "never" {
  count = var.on ? 0 : 0
}
`,
  })
  expect(resources.map(({ address, repeats }) => [address, repeats?.argument, repeats?.why.kind])).toEqual([
    ['a_b.maybe[0]', 'count', 'conditional'],
    ['a_b.loop', 'for_each', 'unresolved'],
    ['a_b.set["a"]', 'for_each', 'conditional'],
    ['a_b.blocks', undefined, undefined],
  ])
  expect(argumentsIn(one(resources, 'a_b.loop').body)).toEqual({
    name: ['<var.all>', 'main.tf:10'],
    port: [23, 'main.tf:11'],
  })
  expect(one(resources, 'a_b.blocks').body.blocks.map(({ type, repeats }) => [type, repeats?.why.kind])).toEqual([
    ['rule', 'conditional'],
    ['other', 'unresolved'],
  ])
})

test('modules of local folders are entered, their values lead back to the call', () => {
  const { resources, outputs, notes } = load({
    'main.tf': `
variable "ports" {
  default = { a = 22 }
}
module "edge" {
  source   = "./modules/edge"
  for_each = var.ports
  port     = each.value
}
output "id" {
  value = module.edge["a"].name
}
`,
    'modules/edge/main.tf': 'variable "port" {}\nresource "a_b" "c" {\n  port    = var.port\n  literal = 5\n}\n',
    'modules/edge/outputs.tf': 'output "name" {\n  value = "port-${a_b.c.port}-${path.module}"\n}\n',
  })
  const resource = one(resources, 'module.edge["a"].a_b.c')
  expect(resource.module).toBe('module.edge["a"]')
  expect(argumentsIn(resource.body)).toEqual({
    port: [22, 'main.tf:3 < variable main.tf:7 < loop main.tf:7 < module main.tf:8 < variable modules/edge/main.tf:3'],
    literal: [5, 'modules/edge/main.tf:4 < module main.tf:5'],
  })
  expect(outputs.map(({ module, name, value }) => [module, name, plain(value)])).toEqual([
    ['', 'id', 'port-22-modules/edge'],
    ['module.edge["a"]', 'name', 'port-22-modules/edge'],
  ])
  expect(notes).toEqual([])
})

test('modules that terraform init has put below .terraform are entered; others are not in view', () => {
  const manifest = {
    Modules: [
      { Key: '', Dir: '.' },
      { Key: 'net', Source: 'x/y/z', Dir: '.terraform/modules/net' },
    ],
  }
  const { resources, outputs, notes } = load({
    'main.tf':
      'module "net" {\n  source = "x/y/z"\n}\nmodule "far" {\n  source = "git::https://example.net/far"\n}\noutput "x" {\n  value = module.far.id\n}\n',
    '.terraform/modules/modules.json': JSON.stringify(manifest),
    '.terraform/modules/net/main.tf': 'resource "a_b" "c" {}\n',
  })
  expect(resources.map(({ address }) => address)).toEqual(['module.net.a_b.c'])
  expect(outputs.map(({ value }) => plain(value))).toEqual(['<module.far>'])
  expect(notes.map(({ kind, message, at }) => [kind, message, at && placeOf(at)])).toEqual([
    [
      'limit',
      'the files of module "far" are not in view: run terraform init, which puts them below .terraform/modules',
      'main.tf:4',
    ],
  ])
})

test('a folder that is not there is no matter of terraform init', () => {
  const { notes } = load({ 'main.tf': 'module "near" {\n  source = "./near"\n}\n' })
  expect(notes.map(({ message }) => message)).toEqual(['the files of module "near" are not in view'])
})

test('modules that call each other end in a note', () => {
  const { notes } = load({
    'main.tf': 'module "a" {\n  source = "./a"\n}\n',
    'a/main.tf': 'module "b" {\n  source = "../b"\n}\n',
    'b/main.tf': 'module "a" {\n  source = "../a"\n}\nmodule "out" {\n  source = "../../../outside"\n}\n',
  })
  expect(notes.map(({ kind }) => kind)).toEqual(['limit', 'limit'])
})

test('a resource has the provider of its type, of its argument, or the one that its module was handed', () => {
  const { resources } = load({
    'main.tf': `
terraform {
  required_providers {
    iosxe = {
      source  = "CiscoDevNet/iosxe"
      version = "~> 0.5"
    }
  }
}
provider "iosxe" {
  host = "https://10.0.0.1"
}
provider "iosxe" {
  alias    = "core"
  insecure = true
}
resource "iosxe_vty" "default" {}
resource "iosxe_vty" "core" {
  provider = iosxe.core
}
resource "aws_vpc" "main" {}
module "inner" {
  source    = "./inner"
  providers = { iosxe = iosxe.core }
}
module "plain" {
  source = "./inner"
}
`,
    'inner/main.tf': 'resource "iosxe_vty" "x" {}\n',
  })
  expect(
    resources.map(({ address, provider }) => [address, provider.address, provider.source, provider.body !== undefined]),
  ).toEqual([
    ['iosxe_vty.default', 'iosxe', 'ciscodevnet/iosxe', true],
    ['iosxe_vty.core', 'iosxe.core', 'ciscodevnet/iosxe', true],
    ['aws_vpc.main', 'aws', 'hashicorp/aws', false],
    ['module.inner.iosxe_vty.x', 'iosxe.core', 'ciscodevnet/iosxe', true],
    ['module.plain.iosxe_vty.x', 'iosxe', 'ciscodevnet/iosxe', true],
  ])
  expect(one(resources, 'iosxe_vty.core').provider).toMatchObject({ alias: 'core', version: '~> 0.5' })
})

test('references to what only applying tells name the resource and the attribute', () => {
  const { resources } = load({
    'main.tf': `
variable "on" {}
resource "a_b" "c" {
  count = 1
  name  = "known"
}
resource "a_b" "maybe" {
  count = var.on ? 1 : 0
}
data "a_d" "e" {
  x = a_b.c[0].name
}
resource "a_b" "f" {
  known = a_b.c[0].name
  id    = a_b.c[0].id
  deep  = a_b.c[0].list[0].id
  one   = one(a_b.c[*].id)
  maybe = one(a_b.maybe[*].id)
  first = a_b.maybe[0].id
  data  = data.a_d.e.id
}
`,
  })
  const { body, dependsOn } = one(resources, 'a_b.f')
  const references = [...body.attributes.values()].map(({ name, value }) => [
    name,
    value.kind === 'unknown' ? value.reference : plain(value),
  ])
  expect(Object.fromEntries(references)).toEqual({
    known: 'known',
    id: { address: 'a_b.c[0]', path: ['id'] },
    deep: { address: 'a_b.c[0]', path: ['list', '0', 'id'] },
    one: { address: 'a_b.c[0]', path: ['id'] },
    maybe: { address: 'a_b.maybe[0]', path: ['id'] },
    first: { address: 'a_b.maybe[0]', path: ['id'] },
    data: { address: 'data.a_d.e', path: ['id'] },
  })
  expect([...dependsOn].toSorted()).toEqual(['a_b.c', 'a_b.maybe', 'data.a_d.e'])
})

test('dependencies go through locals, variables of modules and outputs', () => {
  const { resources } = load({
    'main.tf':
      'resource "a_b" "first" {}\nlocals {\n  x = a_b.first.id\n}\nmodule "m" {\n  source = "./m"\n  y      = local.x\n}\nresource "a_b" "last" {\n  depends_on = [module.m]\n}\nresource "a_b" "use" {\n  z = module.m.out\n}\n',
    'm/main.tf': 'variable "y" {}\nresource "a_b" "mid" {\n  y = var.y\n}\noutput "out" {\n  value = a_b.mid.id\n}\n',
  })
  const dependencies = Object.fromEntries(resources.map(({ address, dependsOn }) => [address, [...dependsOn]]))
  expect(dependencies).toEqual({
    'a_b.first': [],
    'a_b.last': ['module.m.a_b.mid'],
    'a_b.use': ['module.m.a_b.mid'],
    'module.m.a_b.mid': ['a_b.first'],
  })
})

test('files of a folder are one module, and override files have the last word', () => {
  const { resources, notes } = load({
    'a.tf': 'resource "a_b" "c" {\n  keep    = 1\n  replace = 1\n  rule {\n    n = 1\n  }\n}\nlocals {\n  x = 1\n}\n',
    'b.tf': 'resource "a_b" "d" {\n  x = local.x\n}\n',
    'z_override.tf': 'resource "a_b" "c" {\n  replace = 2\n  rule {\n    n = 2\n  }\n}\nlocals {\n  x = 2\n}\n',
  })
  const { body } = one(resources, 'a_b.c')
  expect(argumentsIn(body)).toEqual({ keep: [1, 'a.tf:2'], replace: [2, 'z_override.tf:2'] })
  expect(body.blocks.map((block) => argumentsIn(block.body))).toEqual([{ n: [2, 'z_override.tf:4'] }])
  expect(argumentsIn(one(resources, 'a_b.d').body)).toEqual({ x: [2, 'z_override.tf:8 < variable b.tf:2'] })
  expect(notes).toEqual([])
})

test('what Terraform would refuse is noted at its place, and the rest is evaluated', () => {
  const { resources, notes } = load({
    'main.tf':
      'resource "a_b" "c" {\n  x = 1\n  x = 2\n  y = [1 2]\n  z = 3\n}\nresource "a_b" "c" {\n  port = 4\n}\nresource "a_b" "open" {\n  w = 5\nresource "a_b" "last" {\n  v = 6\n}\n',
  })
  expect(notes.map(({ kind, message, at }) => [kind, message, at && placeOf(at)])).toEqual([
    ['syntax', '"x" is set twice in one block', 'main.tf:3'],
    ['syntax', 'expected "," or "]" after an item', 'main.tf:4'],
    ['syntax', 'this block is not closed before the next one begins', 'main.tf:10'],
    ['syntax', 'resource "a_b" "c" is defined twice in this module', 'main.tf:7'],
  ])
  expect(resources.map(({ address, body }) => [address, argumentsIn(body)])).toEqual([
    ['a_b.c', { x: [2, 'main.tf:3'], y: ['<unreadable>', 'main.tf:4'], z: [3, 'main.tf:5'] }],
    ['a_b.c', { port: [4, 'main.tf:8'] }],
    ['a_b.open', { w: [5, 'main.tf:11'] }],
    ['a_b.last', { v: [6, 'main.tf:13'] }],
  ])
})

test('a heredoc is a text of pieces: literal lines with their places, values with theirs, and holes', () => {
  const { resources } = load({
    'main.tf': `
variable "acl" {
  default = "MGMT"
}
variable "host" {}
resource "iosxe_cli" "lines" {
  cli = <<-EOT
    line vty 0 4
      access-class \${var.acl} in
    hostname \${var.host}
  EOT
}
`,
  })
  const value = attributeOf(one(resources, 'iosxe_cli.lines').body, 'cli')?.value
  const pieces = (value === undefined ? [] : piecesOf(value)).map((piece) =>
    piece.kind === 'hole'
      ? ['hole', piece.value.why, placeOf(piece.at)]
      : [piece.text, piece.verbatim, placeOf(piece.at)],
  )
  expect(pieces).toEqual([
    ['line vty 0 4\n', true, 'main.tf:8'],
    ['  access-class ', true, 'main.tf:9'],
    ['MGMT', true, 'main.tf:3 < variable main.tf:9'],
    [' in\n', true, 'main.tf:9'],
    ['hostname ', true, 'main.tf:10'],
    ['hole', { kind: 'unresolved', name: 'var.host' }, 'main.tf:5 < variable main.tf:10'],
    ['\n', true, 'main.tf:10'],
  ])
})

test('templatefile, yamldecode(file()) and jsondecode(file()) give places in their files', () => {
  const { resources } = load({
    'main.tf': `
locals {
  data = yamldecode(file("\${path.module}/data/inventory.yaml"))
  json = jsondecode(file("data/more.json"))
}
resource "a_b" "c" {
  acl  = local.data.lines.acl
  on   = local.data.lines.enabled
  json = local.json.list[1]
  text = templatefile("data/lines.tftpl", { acl = local.data.lines.acl, ports = [1, 2] })
}
`,
    'data/inventory.yaml': 'lines:\n  acl: MGMT\n  enabled: yes\n',
    'data/more.json': '{\n  "list": [1,\n   "two"]\n}\n',
    'data/lines.tftpl': 'class ${acl}\n%{ for port in ports ~}\nport ${port}\n%{ endfor ~}\n',
  })
  const { body } = one(resources, 'a_b.c')
  const { acl, on, json, text } = argumentsIn(body)
  expect(acl).toEqual(['MGMT', 'data/inventory.yaml:2 < include main.tf:3 < variable main.tf:7'])
  expect(on).toEqual([true, 'data/inventory.yaml:3 < include main.tf:3 < variable main.tf:8'])
  expect(json).toEqual(['two', 'data/more.json:3 < include main.tf:4 < variable main.tf:9'])
  expect(text).toEqual(['class MGMT\nport 1\nport 2\n', 'data/lines.tftpl:1 < template main.tf:10'])
})

test('JSON syntax gives the same resources, and arguments that may be blocks are read as blocks', () => {
  const { resources, variables, notes } = load({
    'cdk.tf.json': `{
  "//": { "metadata": {} },
  "variable": { "port": { "type": "number", "default": 22 } },
  "provider": { "aws": [{ "region": "eu-west-1" }, { "alias": "b", "region": "us-east-1" }] },
  "resource": { "aws_security_group": { "edge": {
    "provider": "aws.b",
    "description": "a \\"quoted\\" \${var.port}",
    "depends_on": ["aws_vpc.main"],
    "ingress": [{ "from_port": "\${var.port}", "cidr_blocks": ["0.0.0.0/0"] }]
  } } }
}
`,
  })
  expect(notes).toEqual([])
  expect(variables.map(({ name, value }) => [name, plain(value)])).toEqual([['port', 22]])
  const resource = one(resources, 'aws_security_group.edge')
  expect(resource.provider.address).toBe('aws.b')
  expect(
    plain(attributeOf(resource.body, 'description')?.value ?? { kind: 'null', at: resource.at, sensitive: false }),
  ).toBe('a "quoted" 22')
  expect(blocksOf(resource.body, 'ingress').blocks.map((block) => argumentsIn(block.body))).toEqual([
    { from_port: [22, 'cdk.tf.json:3 < variable cdk.tf.json:9'], cidr_blocks: [['0.0.0.0/0'], 'cdk.tf.json:9'] },
  ])
})

test('roots are the folders that no other one calls', () => {
  const files = filesOf({
    'main.tf': 'module "m" {\n  source = "./modules/m"\n}\n',
    'modules/m/main.tf': '',
    'modules/unused/main.tf': '',
    'envs/prod/main.tf': 'module "m" {\n  source = "../../modules/m"\n}\n',
    '.terraform/modules/x/main.tf': '',
  })
  const paths = [
    'main.tf',
    'modules/m/main.tf',
    'modules/unused/main.tf',
    'envs/prod/main.tf',
    '.terraform/modules/x/main.tf',
    'a.tfvars',
  ]
  expect(rootFolders(files, paths)).toEqual(['', 'envs/prod', 'modules/unused'])
})

test('paths are relative to the root, wherever it stands, and nothing above the project is read', () => {
  const { resources } = load(
    {
      'envs/prod/main.tf':
        'resource "a_b" "c" {\n  near = file("x.txt")\n  up   = file("../shared.txt")\n  out  = file("../../../etc/passwd")\n}\n',
      'envs/prod/x.txt': 'near',
      'envs/shared.txt': 'shared',
    },
    {},
    'envs/prod',
  )
  const values = [...one(resources, 'a_b.c').body.attributes.values()].map(({ name, value }) => [name, plain(value)])
  expect(values).toEqual([
    ['near', 'near'],
    ['up', 'shared'],
    ['out', '<file outside the project>'],
  ])
})
