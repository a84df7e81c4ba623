import { entry, type Data } from '../../data.ts'
import type { Part } from '../lines.ts'
import type { Effect, ModuleTable, ParameterRow } from '../module.ts'

/** The VLANs of a trunk in one command, where the task states all of them. */
function allowed(trunk: Data, effect: Effect): readonly Part[] | undefined {
  if (!isAnew(effect) || trunk.kind !== 'dict') return undefined
  const vlans = entry(trunk, 'allowed_vlans')
  const items = vlans?.kind === 'list' ? vlans.items : []
  if (items.length === 0) return undefined
  return ['switchport trunk allowed vlan ', ...items.flatMap((item, index) => (index === 0 ? [item] : [',', item]))]
}

function added(vlan: Data, effect: Effect): readonly Part[] | undefined {
  return isAnew(effect) ? undefined : ['switchport trunk allowed vlan add ', vlan]
}

function isAnew(effect: Effect): boolean {
  return effect === 'replace' || effect === 'override'
}

/** The number of a port channel is at the end of its name. */
function channelGroup(member: Data, _effect: Effect, channel: Data | undefined): readonly Part[] | undefined {
  const name = channel?.kind === 'dict' ? entry(channel, 'name') : undefined
  const mode = member.kind === 'dict' ? entry(member, 'mode') : undefined
  const number = name?.kind === 'string' ? /\d+$/.exec(name.value)?.[0] : undefined
  if (number === undefined) return undefined
  return mode === undefined || mode.kind === 'null'
    ? [`channel-group ${number}`]
    : [`channel-group ${number} mode `, mode]
}

const MODES: readonly ParameterRow[] = [
  { path: '', command: '{mode:access?switchport mode access}' },
  { path: '', command: '{mode:trunk?switchport mode trunk}' },
]

export const switchingModules: readonly ModuleTable[] = [
  {
    names: ['ios_l2_interfaces'],
    root: 'config',
    owns: {
      fields: [
        'interfaces[].switchportMode',
        'interfaces[].accessVlan',
        'interfaces[].nativeVlan',
        'interfaces[].allowedVlans',
      ],
    },
    rows: [
      {
        path: '[]',
        section: 'interface {name}',
        resets: [
          'no switchport mode',
          'no switchport access vlan',
          'no switchport trunk native vlan',
          'no switchport trunk allowed vlan',
        ],
        rows: [
          ...MODES,
          { path: '', command: '{mode:dynamic_auto?switchport mode dynamic auto}' },
          { path: '', command: '{mode:dynamic_desirable?switchport mode dynamic desirable}' },
          { path: '', command: '{mode:dynamic?switchport mode dynamic auto}' },
          { path: '', command: '{mode:dot1q_tunnel?switchport mode dot1q-tunnel}' },
          { path: '', command: 'switchport access vlan {access.vlan}' },
          { path: '', command: 'switchport access vlan name {access.vlan_name}' },
          { path: '', command: 'switchport voice vlan {voice.vlan,voice.vlan_tag}' },
          { path: '', command: 'switchport trunk encapsulation {trunk.encapsulation}' },
          { path: '', command: 'switchport trunk native vlan {trunk.native_vlan}' },
          { path: 'trunk', command: 'switchport trunk allowed vlan {allowed_vlans}', parts: allowed },
          { path: 'trunk.allowed_vlans[]', command: 'switchport trunk allowed vlan add {.}', parts: added },
        ],
      },
    ],
  },
  {
    names: ['ios_l2_interface'],
    root: '',
    rows: [
      {
        path: '',
        section: 'interface {name,interface}',
        rows: [
          { path: '', command: '{mode:trunk?switchport mode trunk|switchport mode access}' },
          { path: '', command: 'switchport access vlan {access_vlan}' },
          { path: '', command: 'switchport trunk native vlan {native_vlan}' },
          { path: '', command: 'switchport trunk allowed vlan {trunk_allowed_vlans}' },
          { path: '', command: 'switchport trunk allowed vlan add {trunk_vlans}' },
        ],
      },
    ],
  },
  {
    names: ['ios_lag_interfaces'],
    root: 'config',
    rows: [
      {
        path: '[].members[]',
        section: 'interface {member}',
        rows: [{ path: '', command: 'channel-group {^name} mode {mode}', parts: channelGroup }],
      },
    ],
  },
  {
    names: ['ios_linkagg'],
    root: '',
    rows: [
      {
        path: 'members[]',
        section: 'interface {.}',
        rows: [{ path: '', command: 'channel-group {^group}[ mode {^mode}]' }],
      },
    ],
  },
  {
    names: ['ios_spanning_tree'],
    root: 'config',
    whole: true,
    owns: { settings: ['switching.bpduGuardDefault', 'switching.portfastDefault'] },
    rows: [
      {
        path: 'portfast',
        command:
          '{bpduguard_default?spanning-tree portfast edge bpduguard default|no spanning-tree portfast edge bpduguard default}',
      },
      {
        path: 'portfast',
        command: '{edge_default?spanning-tree portfast edge default|no spanning-tree portfast edge default}',
      },
    ],
  },
  {
    names: ['ios_vlans'],
    root: 'config',
    rows: [
      {
        path: '[]',
        section: 'vlan {vlan_id}',
        resets: ['no remote-span'],
        rows: [{ path: '', command: '{remote_span?remote-span|no remote-span}' }],
      },
    ],
  },
]
