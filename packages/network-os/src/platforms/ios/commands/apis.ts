import type { SettingName } from '@breakwater/core'
import { command, flag, ignored, type CommandTable, type Row } from '../../../commands/row.ts'
import { referToAccessList } from '../references.ts'

type AccessSetting = Extract<SettingName, `apis.${string}AccessList` | `apis.${string}AccessList6`>

/** `netconf-yang ssh ipv4 access-list name NAME`, `restconf ipv4 access-list name NAME` */
function accessList(prefix: string, family: 4 | 6, setting: AccessSetting, by: string): Row {
  const pattern = `${prefix} ipv${family} access-list name`
  return {
    ...command(`${pattern} <name>`, (line, to) => {
      if (line.negated || line.defaulted) return to.unset(setting, line.at)
      to.state(setting, line.text(0), line.at)
      referToAccessList(to, { name: line.text(0), family, by, filters: true, at: line.at })
    }),
    setting,
    write: (name) => [typeof name === 'string' ? `${pattern} ${name}` : `no ${pattern}`],
  }
}

export const apis: CommandTable = {
  rows: {
    global: [
      flag('netconf-yang', 'apis.netconf'),
      accessList('netconf-yang ssh', 4, 'apis.netconfAccessList', 'NETCONF'),
      accessList('netconf-yang ssh', 6, 'apis.netconfAccessList6', 'NETCONF'),
      flag('restconf', 'apis.restconf'),
      accessList('restconf', 4, 'apis.restconfAccessList', 'RESTCONF'),
      accessList('restconf', 6, 'apis.restconfAccessList6', 'RESTCONF'),
      flag('gnxi', 'apis.gnmi'),
      flag('gnxi server', 'apis.gnmiInsecureServer'),
      flag('gnxi secure-server', 'apis.gnmiSecureServer'),
      // The name until 16.12.
      command('gnmi-yang', (line, to) => to.state('apis.gnmi', !line.negated, line.at)),
      command('gnmi-yang server', (line, to) => to.state('apis.gnmiInsecureServer', !line.negated, line.at)),
      command('gnmi-yang secure-server', (line, to) => to.state('apis.gnmiSecureServer', !line.negated, line.at)),
      command('wsma profile listener <name>', (line, to) => {
        if (line.negated) to.draft.remove('apis.wsmaListeners', line.text(0))
        else to.enter([to.draft.add('apis.wsmaListeners', line.text(0), { name: line.text(0) }, line.at)])
      }),
      // NETCONF 1.0 of IOS: over SSH, its own access list.
      command('netconf ssh acl <list>', (line, to) => {
        if (!line.negated)
          referToAccessList(to, { name: line.text(0), family: 4, by: 'NETCONF over SSH', filters: true, at: line.at })
      }),
      ...ignored(
        'netconf ...',
        'netconf-yang ...',
        'gnxi ...',
        'gnmi-yang ...',
        'wsma agent ...',
        'wsma dispatcher ...',
        'wsma id ...',
        'wsma profile ...',
      ),
    ],
    // The section of a WSMA profile has no mode of its own.
    unknown: [
      command('transport <transport> ...', (line, to) => {
        for (const listener of to.items('apis.wsmaListeners')) {
          if (line.negated) listener.unset('transport', line.at)
          else listener.set('transport', line.text(0).toLowerCase(), line.at)
        }
      }),
    ],
  },
  writers: {
    'apis.wsmaListeners': ({ item }) => (item === undefined ? [] : [`no wsma profile listener ${item.key}`]),
  },
}
