import { originAt, type VlanRange } from '@breakwater/core'
import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, flag, ignored, LineClass, type CommandTable, type Row } from '../../../commands/row.ts'
import { LineKind } from '../../../syntax/lines.ts'
import { readVlans, withoutVlans, withVlans, writeVlans } from '../vlan-list.ts'

type VlanSetting = 'switching.dhcpSnoopingVlans' | 'switching.arpInspectionVlans'
type VtpMode = 'server' | 'client' | 'transparent' | 'off'

const VTP_MODES: readonly VtpMode[] = ['server', 'client', 'transparent', 'off']

/** `vtp mode server [vlan]`; of version 3 also `mst` and `unknown`, which are other databases. */
function readVtpMode(line: Command, to: Lowering): void {
  const database = line.words[3]?.text.toLowerCase()
  if (database !== undefined && database !== 'vlan') return
  if (line.negated || line.defaulted) return to.state('switching.vtpMode', 'server', line.at)
  const mode = VTP_MODES.find((known) => known === line.text(0).toLowerCase())
  if (mode === undefined) to.unreadable('switching.vtpMode', line.at)
  else to.state('switching.vtpMode', mode, line.at)
}

/** A list of VLANs over one line or several, from which `no` takes some away. */
function vlans(pattern: string, setting: VlanSetting): Row {
  return {
    pattern: `${pattern} <vlans...>`,
    class: LineClass.understood,
    setting,
    read: (line, to) => {
      const before = to.draft.stated(setting)
      const old = before?.state === 'known' ? (before.value as readonly VlanRange[]) : []
      const some = readVlans(line.text(0))
      if (some === undefined) return line.negated ? to.state(setting, [], line.at) : to.unreadable(setting, line.at)
      if (line.negated || line.defaulted) to.state(setting, withoutVlans(old, some), line.at)
      else to.state(setting, withVlans(old, some), before?.at ?? line.at)
    },
    write: (wanted) => [`${pattern} ${typeof wanted === 'string' ? wanted : writeVlans(wanted as VlanRange[])}`],
  }
}

/** `show vtp status` as backups keep it in a header: `! VTP: VTP Operating Mode                : Transparent`. */
function readVtpHeader(to: Lowering): void {
  const { text, kind, start, end, count } = to.table
  if (to.draft.stated('switching.vtpMode') !== undefined || !text.includes('VTP Operating Mode')) return
  for (let line = 0; line < count; line++) {
    if (kind[line] !== LineKind.comment) continue
    const from = start[line] ?? 0
    const [, written] = /^! ?VTP: VTP Operating Mode\s*:\s*(\w+)/.exec(text.slice(from, end[line])) ?? []
    const mode = VTP_MODES.find((known) => known === written?.toLowerCase())
    if (mode !== undefined) return to.state('switching.vtpMode', mode, originAt(to.file, from, end[line] ?? from))
  }
}

/** The same setting under another spelling: read, never written. */
function reading(row: Row): Row {
  const { write: _, ...read } = row
  return read
}

const attached = command('device-tracking attach-policy ...', (line, to) => {
  if (!line.negated) to.state('switching.deviceTracking', true, line.at)
})

export const switching: CommandTable = {
  rows: {
    interface: [attached],
    'vlan configuration': [attached],
    global: [
      {
        ...command('vtp mode <mode> ...', readVtpMode),
        setting: 'switching.vtpMode',
        write: (mode) => [`vtp mode ${String(mode)}`],
      },
      flag('vlan dot1q tag native', 'switching.dot1qTagNative'),
      flag('spanning-tree portfast bpduguard default', 'switching.bpduGuardDefault'),
      reading(flag('spanning-tree portfast edge bpduguard default', 'switching.bpduGuardDefault')),
      flag('spanning-tree portfast default', 'switching.portfastDefault'),
      reading(flag('spanning-tree portfast edge default', 'switching.portfastDefault')),
      flag('dot1x system-auth-control', 'switching.dot1x'),
      flag('ip dhcp snooping', 'switching.dhcpSnooping'),
      vlans('ip dhcp snooping vlan', 'switching.dhcpSnoopingVlans'),
      vlans('ip arp inspection vlan', 'switching.arpInspectionVlans'),
      ...ignored(
        'dot1x ...',
        'ip arp inspection ...',
        'ip dhcp snooping ...',
        'spanning-tree loopguard ...',
        'spanning-tree portfast ...',
        'vtp domain ...',
        'vtp interface ...',
        'vtp pruning',
        'vtp version ...',
      ),
    ],
  },
  finish: readVtpHeader,
}
