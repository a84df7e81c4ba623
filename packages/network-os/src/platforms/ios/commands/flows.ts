import type { DraftItem } from '@breakwater/core'
import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, type CommandTable, type Row } from '../../../commands/row.ts'

function section(kind: 'exporter' | 'monitor'): Row {
  const list = kind === 'exporter' ? 'flows.exporters' : 'flows.monitors'
  return command(`flow ${kind} <name>`, (line, to) => {
    const name = line.text(0)
    if (line.negated || line.defaulted) return to.draft.remove(list, name)
    to.enter([to.draft.add(list, name, { name }, line.at)])
  })
}

/** `destination A [vrf V]` */
function readDestination(line: Command, to: Lowering): void {
  const [address = '', keyword, vrf] = line.words.slice(1).map(({ text }) => text)
  for (const exporter of to.items('flows.exporters')) {
    exporter.unset('vrf', line.at)
    if (line.negated || line.defaulted) exporter.unset('destination', line.at)
    else exporter.set('destination', address, line.at)
    if (keyword === 'vrf' && vrf !== undefined) exporter.set('vrf', vrf, line.at)
  }
}

function readExporter(line: Command, to: Lowering): void {
  const name = line.text(0)
  for (const monitor of to.items('flows.monitors')) {
    const stated = monitor.stated('exporters')
    const before = stated?.state === 'known' ? (stated.value as readonly string[]) : []
    const others = before.filter((other) => other !== name)
    monitor.set('exporters', line.negated ? others : [...others, name], line.at)
  }
}

/** `ip flow-export destination A PORT [vrf V] …` */
function readCollector(line: Command, to: Lowering): void {
  const address = line.text(0)
  to.draft.remove('flows.collectors', address)
  if (!line.negated && !line.defaulted) to.draft.add('flows.collectors', address, { address }, line.at)
}

/** `ip flow monitor M [sampler S] [multicast|unicast] input|output`, `ipv6 …`, `datalink …` */
function readMonitor(port: DraftItem<'interfaces'>, line: Command): void {
  const name = line.text(0)
  const stated = port.stated('flowMonitors')
  const before = stated?.state === 'known' ? (stated.value as readonly string[]) : []
  const others = before.filter((other) => other !== name)
  port.set('flowMonitors', line.negated ? others : [...others, name], line.at)
}

function onInterface(pattern: string, read: (port: DraftItem<'interfaces'>, line: Command) => void): Row {
  return command(pattern, (line, to) => {
    for (const port of to.items('interfaces')) read(port, line)
  })
}

const netflow = (pattern: string): Row =>
  onInterface(pattern, (port, line) => {
    if (line.negated || line.defaulted) port.unset('netflow', line.at)
    else port.set('netflow', true, line.at)
  })

/** Flow monitoring: Flexible NetFlow, and the flow cache before it. */
/** `receiver ip address A PORT protocol P`, and `host ip-address A PORT` of a named receiver. */
function readReceiver(line: Command, to: Lowering): void {
  const address = line.text(0)
  if (line.negated || line.defaulted) to.draft.remove('flows.receivers', address)
  else to.draft.add('flows.receivers', address, { address }, line.at)
}

export const flows: CommandTable = {
  rows: {
    global: [
      section('exporter'),
      section('monitor'),
      command('ip flow-export destination <address> ...', readCollector),
    ],
    'flow exporter': [command('destination <address> ...', readDestination)],
    'flow monitor': [command('exporter <name>', readExporter)],
    telemetry: [
      command('receiver ip address <address> ...', readReceiver),
      command('host ip-address <address> ...', readReceiver),
    ],
    interface: [
      ...['ip', 'ipv6', 'datalink'].map((family) => onInterface(`${family} flow monitor <name> ...`, readMonitor)),
      netflow('ip flow ingress'),
      netflow('ip flow egress'),
      netflow('ip route-cache flow'),
    ],
  },
}
