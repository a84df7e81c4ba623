import { describe, expect, test } from 'vitest'
import { terraform } from '../src/index.ts'
import { filesOf, placeOf } from './files.ts'

interface Planned {
  readonly address: string
  readonly type?: string
  readonly values: object
  readonly sensitive?: object
  readonly unknown?: object
}

/** A plan as `terraform show -json` prints it, on lines of their own; modules are taken from the addresses. */
function plan(
  resources: readonly Planned[],
  variables: Readonly<Record<string, unknown>> = {},
  format = '1.2',
): string {
  const modules = new Map<string, object[]>()
  for (const { address, type = 'aws_security_group', values, sensitive = {} } of resources) {
    const module = /^(?:module\.[^.[]+(?:\[[^\]]*\])?\.?)*/.exec(address)?.[0].replace(/\.$/, '') ?? ''
    const one = { address, mode: 'managed', type, name: 'x', provider_name: 'registry.terraform.io/hashicorp/aws' }
    modules.set(module, [...(modules.get(module) ?? []), { ...one, values, sensitive_values: sensitive }])
  }
  const text = {
    format_version: format,
    variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, { value }])),
    planned_values: {
      root_module: {
        resources: modules.get('') ?? [],
        child_modules: [...modules].flatMap(([address, all]) => (address === '' ? [] : [{ address, resources: all }])),
      },
    },
    resource_changes: resources.map(({ address, unknown = {} }) => ({
      address,
      change: { actions: ['create'], before: null, after: {}, after_unknown: unknown },
    })),
  }
  return JSON.stringify(text, undefined, 1)
}

/** Each opening with its places: of the source and of the ports. */
function openings(texts: Readonly<Record<string, string>>): readonly string[] {
  const paths = Object.keys(texts).filter((path) => terraform.claims(path))
  const { devices } = terraform.read(paths, filesOf(texts), {})
  return [...devices].flatMap(({ device }) =>
    device.cloud.openings.items.map(
      ({ fromAnywhere, traffic }) => `${device.name}: ${placeOf(fromAnywhere.at)}; ${placeOf(traffic.at)}`,
    ),
  )
}

const line = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length

const SSH = { from_port: 22, to_port: 22, protocol: 'tcp', self: false, ipv6_cidr_blocks: [] }

describe('the places of a plan are those of the configuration beside it', () => {
  test('a block, and a rule of its own', () => {
    const main = `resource "aws_security_group" "x" {
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["192.0.2.0/24", "0.0.0.0/0"]
  }
}
`
    const json = plan([
      {
        address: 'aws_security_group.x',
        values: { ingress: [{ ...SSH, cidr_blocks: ['0.0.0.0/0', '192.0.2.0/24'] }] },
      },
    ])
    expect(openings({ 'main.tf': main, 'tfplan.json': json })).toEqual([
      `aws_security_group.x: main.tf:6 < include tfplan.json:${line(json, '"address"')}; main.tf:3 < include tfplan.json:${line(json, '"address"')}`,
    ])
  })

  test('the plan lies below the root', () => {
    const main =
      'resource "aws_vpc_security_group_ingress_rule" "x" {\n  from_port = 22\n  to_port = 22\n  ip_protocol = "tcp"\n  cidr_ipv4 = "0.0.0.0/0"\n}\n'
    const values = { from_port: 22, to_port: 22, ip_protocol: 'tcp', cidr_ipv4: '0.0.0.0/0' }
    const json = plan([
      { address: 'aws_vpc_security_group_ingress_rule.x', type: 'aws_vpc_security_group_ingress_rule', values },
    ])
    const [first] = openings({ 'live/main.tf': main, 'live/out/plan.json': json })
    expect(first).toMatch(
      /^aws_vpc_security_group_ingress_rule\.x: live\/main\.tf:5 < include live\/out\/plan\.json:\d+;/,
    )
  })

  test('for_each and modules: the value in the call, by the key of the instance', () => {
    const texts = {
      'main.tf': `module "edge" {
  source  = "./edge"
  sources = {
    office = "192.0.2.0/24"
    all    = "0.0.0.0/0"
  }
}
`,
      'edge/main.tf': `variable "sources" {}
resource "aws_vpc_security_group_ingress_rule" "x" {
  for_each    = var.sources
  ip_protocol = "tcp"
  from_port   = 22
  to_port     = 22
  cidr_ipv4   = each.value
}
`,
    }
    const type = 'aws_vpc_security_group_ingress_rule'
    const rule = (key: string, cidr: string): Planned => ({
      address: `module.edge.${type}.x["${key}"]`,
      type,
      values: { ip_protocol: 'tcp', from_port: 22, to_port: 22, cidr_ipv4: cidr },
    })
    const found = openings({
      ...texts,
      'tfplan.json': plan([rule('all', '0.0.0.0/0'), rule('office', '192.0.2.0/24')]),
    })
    expect(found.map((one) => one.replace(/ <.*/, ''))).toEqual([
      `module.edge.${type}.x["all"]: main.tf:5`,
      `module.edge.${type}.x["office"]: main.tf:4`,
    ])
    // The keys have changed sides since: each stays where the plan has it.
    const stale = openings({
      ...texts,
      'tfplan.json': plan([rule('all', '192.0.2.0/24'), rule('office', '0.0.0.0/0')]),
    })
    expect(stale.slice(0, 2).map((one) => one.replace(/:\d+;.*/, ''))).toEqual([
      `module.edge.${type}.x["all"]: tfplan.json`,
      `module.edge.${type}.x["office"]: tfplan.json`,
    ])
    expect(stale).toHaveLength(4)
  })

  test('an instance that the configuration cannot count has the places of its block', () => {
    const main = `variable "number" {}
resource "aws_security_group" "x" {
  count = var.number
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`
    const values = { ingress: [{ ...SSH, cidr_blocks: ['0.0.0.0/0'] }] }
    const json = plan([{ address: 'aws_security_group.x[3]', values }])
    expect(openings({ 'main.tf': main, 'tfplan.json': json })[0]).toMatch(/^aws_security_group\.x\[3\]: main\.tf:8 </)
  })

  test('a variable has the value that the plan had', () => {
    const main = `variable "sources" {
  type = list(string)
}
resource "aws_security_group_rule" "x" {
  type        = "ingress"
  from_port   = 22
  to_port     = 22
  protocol    = "tcp"
  cidr_blocks = var.sources
}
`
    const type = 'aws_security_group_rule'
    const values = { ...SSH, type: 'ingress', cidr_blocks: ['0.0.0.0/0'] }
    const json = plan([{ address: `${type}.x`, type, values }], { sources: ['0.0.0.0/0'] })
    expect(openings({ 'main.tf': main, 'tfplan.json': json })).toHaveLength(1)
    expect(openings({ 'main.tf': main, 'tfplan.json': json })[0]).toMatch(/^aws_security_group_rule\.x: main\.tf:9 </)
  })
})

describe('a place is the plan’s', () => {
  const json = plan([
    { address: 'aws_security_group.x', values: { ingress: [{ ...SSH, cidr_blocks: ['0.0.0.0/0'] }] } },
  ])
  const place = `tfplan.json:${line(json, '"0.0.0.0/0"')}`

  test('where the configuration has no such resource', () => {
    expect(openings({ 'main.tf': 'resource "aws_security_group" "y" {\n}\n', 'tfplan.json': json })[0]).toContain(place)
  })

  test('where there is no configuration', () => {
    expect(openings({ 'tfplan.json': json })[0]).toContain(`aws_security_group.x: ${place};`)
  })

  test('where the configuration says something else by now, which is judged too', () => {
    const main = `resource "aws_security_group" "x" {
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["192.0.2.0/24"]
  }
}
`
    expect(openings({ 'main.tf': main, 'tfplan.json': json }).map((one) => one.replace(/;.*/, ''))).toEqual([
      `aws_security_group.x: ${place}`,
      'aws_security_group.x: main.tf:6',
    ])
  })

  test('where two blocks can have made it', () => {
    const block =
      '  ingress {\n    from_port = var.port\n    to_port = 22\n    protocol = "tcp"\n    cidr_blocks = ["0.0.0.0/0"]\n  }\n'
    const main = `variable "port" {}\nresource "aws_security_group" "x" {\n${block}${block}}\n`
    expect(openings({ 'main.tf': main, 'tfplan.json': json })[0]).toContain(`aws_security_group.x: ${place};`)
  })
})

describe('what a plan hides', () => {
  const main = 'resource "aws_vpn_connection" "x" {\n  tunnel1_preshared_key = "Breakwater.7"\n}\n'
  const type = 'aws_vpn_connection'

  test.each(['0.1', '0.2', '1.0', '1.1', '1.2'])(
    'format %s: a sensitive value is unknown; the literal is found',
    (format) => {
      const values = { tunnel1_preshared_key: 'Breakwater.7' }
      const sensitive = { tunnel1_preshared_key: true }
      const json = plan([{ address: `${type}.x`, type, values, sensitive }], {}, format)
      const { devices } = terraform.read(
        ['main.tf', 'tfplan.json'],
        filesOf({ 'main.tf': main, 'tfplan.json': json }),
        {},
      )
      const secrets = [...devices].map(({ device }) =>
        device.source.secrets.items.map(({ secret, at }) => [secret.redacted, placeOf(at)]),
      )
      expect(secrets[0]?.map(([redacted]) => redacted)).toEqual([true])
      expect(secrets[1]).toEqual([[false, 'main.tf:2']])
    },
  )

  test('`after_sensitive` hides too', () => {
    const json = JSON.stringify({
      format_version: '0.1',
      planned_values: {
        root_module: {
          resources: [
            { address: `${type}.x`, mode: 'managed', type, name: 'x', values: { tunnel1_preshared_key: 'a' } },
          ],
        },
      },
      resource_changes: [{ address: `${type}.x`, change: { after_sensitive: { tunnel1_preshared_key: true } } }],
    })
    const { devices } = terraform.read(['tfplan.json'], filesOf({ 'tfplan.json': json }), {})
    const secrets = [...devices].flatMap(({ device }) =>
      device.source.secrets.items.map(({ secret }) => secret.redacted),
    )
    expect(secrets).toEqual([true])
  })

  test('what only applying tells is unknown', () => {
    const json = plan([
      {
        address: 'aws_security_group.x',
        values: { ingress: [{ ...SSH, cidr_blocks: [] }] },
        unknown: { ingress: [{ cidr_blocks: true }] },
      },
    ])
    const { devices } = terraform.read(['tfplan.json'], filesOf({ 'tfplan.json': json }), {})
    const states = [...devices].flatMap(({ device }) =>
      device.cloud.openings.items.map(({ fromAnywhere }) => fromAnywhere.state),
    )
    expect(states).toEqual(['unknown'])
  })
})

test('what is no JSON from somewhere on is a note, and what stands before it is judged', () => {
  const json = plan([
    { address: 'aws_security_group.x', values: { ingress: [{ ...SSH, cidr_blocks: ['0.0.0.0/0'] }] } },
  ])
  const cut = `${json.slice(0, json.indexOf('"resource_changes"'))}"resource_changes": [{`
  const reading = terraform.read(['tfplan.json'], filesOf({ 'tfplan.json': cut }), {})
  expect([...reading.devices].map(({ device }) => device.name)).toEqual(['aws_security_group.x'])
  expect(reading.notes.map(({ message }) => message)).toEqual(['the plan is no JSON from here on'])
})
