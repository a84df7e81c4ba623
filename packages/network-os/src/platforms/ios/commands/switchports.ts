import { Draft, hasVlan, type DraftItem, type FieldsOf, type VlanRange } from '@breakwater/core'
import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import {
  command,
  flag,
  ignored,
  LineClass,
  oneOf,
  value,
  word,
  type Codec,
  type CommandTable,
  type Row,
} from '../../../commands/row.ts'
import { EVERY_VLAN, readVlans, withoutVlans, withVlans, writeVlans } from '../vlan-list.ts'
import { each } from './interfaces.ts'

type Interface = DraftItem<'interfaces'>
type Field = keyof FieldsOf<'interfaces'>

const modeCodec: Codec<string> = { read: (words) => words.join(' ').toLowerCase(), write: (mode) => mode }

/** A port with a command of switch ports is one, until `no switchport`. */
function isLayer2(port: Interface, line: Command): void {
  if (port.stated('switchport') === undefined && !line.negated) port.set('switchport', true, line.at)
}

/** The row, which also tells that the port is a switch port. */
function ofSwitchport(row: Row): Row {
  return {
    ...row,
    read: (line, to) => {
      for (const port of to.items('interfaces')) isLayer2(port, line)
      row.read?.(line, to)
    },
  }
}

/** `switchport trunk allowed vlan LIST|all|none`, and `add`, `remove`, `except` with a list. */
function readAllowed(port: Interface, line: Command): void {
  isLayer2(port, line)
  if (line.negated || line.defaulted) return port.unset('allowedVlans', line.at)
  const [first = '', ...rest] = line.words.slice(4).map(({ text }) => text.toLowerCase())
  if (first === 'all') return port.set('allowedVlans', EVERY_VLAN, line.at)
  if (first === 'none') return port.set('allowedVlans', [], line.at)
  const verb = first === 'add' || first === 'remove' || first === 'except' ? first : undefined
  const vlans = readVlans(verb === undefined ? [first, ...rest].join('') : rest.join(''))
  if (vlans === undefined) return port.unknown('allowedVlans', { kind: 'unreadable' }, line.at)
  const before = port.stated('allowedVlans')
  if (before?.state === 'unknown') return
  const old = before?.state === 'known' ? (before.value as readonly VlanRange[]) : EVERY_VLAN
  switch (verb) {
    case undefined:
      return port.set('allowedVlans', vlans, line.at)
    case 'add':
      // The place is the first line of the list, unless a later one adds VLAN 1.
      return port.set('allowedVlans', withVlans(old, vlans), hasVlan(vlans, 1) ? line.at : (before?.at ?? line.at))
    case 'remove':
      return port.set('allowedVlans', withoutVlans(old, vlans), before?.at ?? line.at)
    case 'except':
      return port.set('allowedVlans', withoutVlans(EVERY_VLAN, vlans), line.at)
  }
}

/** `spanning-tree portfast [edge|trunk|edge trunk|network|disable]`; `no` takes it away whatever follows. */
function readPortfast(port: Interface, line: Command): void {
  if (line.defaulted) return port.unset('portfast', line.at)
  const kind = line.words
    .slice(2)
    .map(({ text }) => text.toLowerCase())
    .join(' ')
  if (line.negated || kind === 'disable') return port.set('portfast', 'off', line.at)
  port.set('portfast', kind === 'network' ? kind : kind.endsWith('trunk') ? 'edge trunk' : 'edge', line.at)
}

/** `switchport host` writes the mode and PortFast. */
function readHost(port: Interface, line: Command): void {
  if (line.negated || line.defaulted) return
  isLayer2(port, line)
  port.set('switchportMode', 'access', line.at)
  port.set('portfast', 'edge', line.at)
}

const onOff: Codec<boolean> = {
  read: ([text]) => (text === 'enable' ? true : text === 'disable' ? false : undefined),
  write: (on) => (on ? 'enable' : 'disable'),
}

const control = oneOf('auto', 'force-authorized', 'force-unauthorized')

const rows: readonly Row[] = [
  flag('switchport', 'interfaces[].switchport'),
  ofSwitchport(value('switchport mode <mode...>', 'interfaces[].switchportMode', modeCodec)),
  ofSwitchport(flag('switchport nonegotiate', 'interfaces[].nonegotiate')),
  each('switchport host', readHost),
  ofSwitchport(value('switchport access vlan <vlan>', 'interfaces[].accessVlan', word)),
  each('switchport access vlan name <name>', (port, line) => {
    isLayer2(port, line)
    if (line.negated) port.unset('accessVlan', line.at)
    else port.set('accessVlan', line.text(0), line.at)
  }),
  ofSwitchport(value('switchport trunk native vlan <vlan>', 'interfaces[].nativeVlan', word)),
  ofSwitchport(flag('switchport trunk native vlan tag', 'interfaces[].tagsNative')),
  {
    ...each('switchport trunk allowed vlan ...', readAllowed),
    setting: 'interfaces[].allowedVlans',
    write: (vlans) => [
      vlans === undefined
        ? 'no switchport trunk allowed vlan'
        : `switchport trunk allowed vlan ${typeof vlans === 'string' ? vlans : writeVlans(vlans as readonly VlanRange[])}`,
    ],
  },
  ofSwitchport(flag('switchport port-security', 'interfaces[].portSecurity')),
  each('switchport ...', isLayer2),
  value('channel-group <number> ...', 'interfaces[].channelGroup', word),
  value('access-session port-control <who>', 'interfaces[].portControl', control),
  reading(value('authentication port-control <who>', 'interfaces[].portControl', control)),
  reading(value('dot1x port-control <who>', 'interfaces[].portControl', control)),
  command('mab ...', (line, to) => to.state('interfaces[].macAuthentication', !line.negated, line.at)),
  value('service-policy type control subscriber <policy>', 'interfaces[].controlPolicy', word),
  {
    ...each('spanning-tree portfast ...', readPortfast),
    setting: 'interfaces[].portfast',
    write: (kind) => [kind === 'off' ? 'no spanning-tree portfast' : 'spanning-tree portfast'],
  },
  value('spanning-tree bpduguard <state>', 'interfaces[].bpduGuard', onOff),
  ...ignored(
    'access-session ...',
    'authentication ...',
    'dot1x ...',
    'ip arp inspection ...',
    'ip dhcp snooping ...',
    'ip verify source ...',
    'spanning-tree bpdufilter ...',
    'spanning-tree guard ...',
  ),
]

/** The same setting under another spelling: read, never written. */
function reading(row: Row): Row {
  const { write: _, ...read } = row
  return read
}

const TEMPLATES = 'templates'

/** Templates are kept apart: they are no interfaces until one takes its settings from them. */
function templatesOf(to: Lowering): Draft {
  let templates = to.memory.get(TEMPLATES) as Draft | undefined
  if (templates === undefined) to.memory.set(TEMPLATES, (templates = new Draft()))
  return templates
}

function openTemplate(line: Command, to: Lowering): void {
  const name = line.text(0)
  const templates = templatesOf(to)
  if (line.negated || line.defaulted) templates.remove('interfaces', name)
  else to.enter([templates.add('interfaces', name, { name, kind: 'template' }, line.at)])
}

const FROM_TEMPLATES: readonly Field[] = [
  'switchport',
  'switchportMode',
  'nonegotiate',
  'accessVlan',
  'nativeVlan',
  'allowedVlans',
  'portSecurity',
  'portControl',
  'macAuthentication',
  'controlPolicy',
  'portfast',
  'bpduGuard',
]

/** What a port does not say itself, its template says; what a template out of view says, nobody knows. */
function applyTemplates(to: Lowering): void {
  if (to.memory.get(USED) !== true) return
  const templates = templatesOf(to)
  for (const port of to.draft.items('interfaces')) {
    const source = port.stated('sourceTemplate')
    if (source?.state !== 'known') continue
    const name = String(source.value)
    const template = templates.find('interfaces', name)
    for (const field of FROM_TEMPLATES) {
      if (port.stated(field) !== undefined) continue
      const stated = template?.stated(field)
      if (template === undefined) port.unknown(field, { kind: 'unresolved', name: `template ${name}` }, source.at)
      else if (stated?.state === 'known') port.set(field, stated.value as never, stated.at)
    }
  }
}

const USED = 'templates used'

export const switchports: CommandTable = {
  rows: {
    interface: [
      ...rows,
      each('source template <name>', (port, line, to) => {
        to.memory.set(USED, true)
        if (line.negated || line.defaulted) port.unset('sourceTemplate', line.at)
        else port.set('sourceTemplate', line.text(0), line.at)
      }),
    ],
    template: rows.map(({ pattern, class: kind, read }) => ({
      pattern,
      class: kind,
      ...(read === undefined || kind === LineClass.ignored ? {} : { read }),
    })),
    global: [command('template <name> ...', openTemplate)],
  },
  finish: applyTemplates,
}
