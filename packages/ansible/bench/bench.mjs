// Prints how fast templates render, beside Python's Jinja2 where it is installed, and how an inventory of 20,000 hosts loads.
// Needs `npm run build`. Templates and data are made here: 203 hosts, 40 included templates for each.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { ansibleFrontend, fileTemplate, fromPlain, renderTemplate, textOf } from '@breakwater/ansible'

const HOSTS = 203
const PARTS = 40

const part = (index) => `{% if interfaces is defined %}
{%   for interface in interfaces | sort(attribute='name') if interface.enabled | default(true) %}
interface {{ interface.name }}
 description {{ interface.description | default('part ${index}') | upper }}
{%     if interface.address is defined %}
 ip address {{ interface.address }} 255.255.255.254
{%     endif %}
{%     set speed = interface.speed | default(1000) | int %}
 bandwidth {{ speed * 1000 }}
{%     for vlan in interface.vlans | default([]) %}
 switchport trunk allowed vlan add {{ vlan }}
{%     endfor %}
!
{%   endfor %}
{% endif %}
`
const names = Array.from({ length: PARTS }, (_, index) => `part${index}.j2`)
const templates = Object.fromEntries(names.map((name, index) => [name, part(index)]))
templates['main.j2'] = `hostname {{ name }}\n${names.map((name) => `{% include '${name}' %}\n`).join('')}end\n`

const hosts = Array.from({ length: HOSTS }, (_, host) => ({
  name: `pe${host}`,
  interfaces: Array.from({ length: 24 }, (_one, port) => ({
    name: `GigabitEthernet0/${port}`,
    ...(port % 3 === 0 ? { description: `to ce${host}-${port}` } : {}),
    ...(port % 2 === 0 ? { address: `192.0.2.${(port * 2) % 250}` } : { vlans: [port, port + 100] }),
    speed: port % 5 === 0 ? '10000' : '1000',
    enabled: port !== 7,
  })),
}))

const files = new Map(Object.entries(templates).map(([path, text]) => [path, { path, text }]))
const main = files.get('main.j2')
const render = (host) => {
  const values = new Map(Object.entries(host).map(([name, value]) => [name, fromPlain(value)]))
  const scope = { lookup: (name) => values.get(name) ?? { kind: 'undefined', name, at: undefined } }
  return textOf(renderTemplate(fileTemplate(main), scope, { load: (name) => files.get(name) }), () => '?')
}
const texts = []
const cold = measure(() => texts.push(...hosts.map(render)))
const warm = measure(() => hosts.map(render))
const lines = texts.reduce((count, text) => count + text.split('\n').length, 0)
console.log(`${HOSTS} hosts, ${PARTS} included templates each, ${lines.toLocaleString('en')} lines`)
print('render, the first time', cold)
print('render, again', warm)
peer()
inventory()

/** Jinja2 of Python with the same templates and data, and whether the texts are the same. */
function peer() {
  const folder = mkdtempSync(join(tmpdir(), 'breakwater-bench-'))
  writeFileSync(join(folder, 'in.json'), JSON.stringify({ templates, hosts, texts }))
  const program = `import json, time, jinja2
data = json.load(open(${JSON.stringify(join(folder, 'in.json'))}))
begun = time.perf_counter()
env = jinja2.Environment(loader=jinja2.DictLoader(data['templates']), trim_blocks=True, keep_trailing_newline=True)
texts = [env.get_template('main.j2').render(**host) for host in data['hosts']]
spent = time.perf_counter() - begun
print(spent, sum(a == b for a, b in zip(texts, data['texts'])))
`
  const { status, stdout } = spawnSync('python3', ['-c', program], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  if (status !== 0) return console.log('  Jinja2 of Python is not installed here')
  const [seconds, same] = stdout.trim().split(' ').map(Number)
  print(`Jinja2 of Python, ${same} of ${HOSTS} texts the same`, seconds)
}

function inventory() {
  const host = (index) =>
    `        pe${index}.example:\n          ansible_network_os: cisco.ios.ios\n          loopback: 198.51.100.${index % 250}\n          site_id: ${index}\n`
  const text = `all:\n  children:\n    pe:\n      hosts:\n${Array.from({ length: 20_000 }, (_, index) => host(index)).join('')}`
  const own = new Map([
    ['hosts.yml', { path: 'hosts.yml', text }],
    ['site.yml', { path: 'site.yml', text: '- hosts: nobody\n' }],
  ])
  const project = {
    read: (path) => own.get(path),
    list: (folder) => (folder === '.' ? [...own.keys()].map((name) => ({ name, kind: 'file' })) : []),
  }
  const options = { inventory: ['hosts.yml'], extraVars: [], vars: [] }
  const seconds = measure(() => [...ansibleFrontend.read(['site.yml'], project, options).devices])
  print('inventory of 20,000 hosts in YAML', seconds)
  console.log(
    `  memory of the process${Math.round(process.memoryUsage().rss / 1e6)
      .toString()
      .padStart(29)} MB`,
  )
}

/** Seconds of one run. */
function measure(job) {
  const begun = performance.now()
  job()
  return (performance.now() - begun) / 1000
}

function print(name, seconds) {
  console.log(`  ${name.padEnd(44)}${seconds.toFixed(2).padStart(6)} s`)
}
