import { ipv4, type CoveredNetwork, type DraftItem } from '@breakwater/core'
import type { Command } from '../../../commands/command.ts'
import { command, type Row } from '../../../commands/row.ts'
import { interfaceName } from '../interface-name.ts'

type ProcessList = 'routing.ospfProcesses' | 'routing.isisProcesses' | 'routing.eigrpProcesses' | 'routing.ripProcesses'

/** `passive-interface default|NAME`, with `no`. */
export function passiveRow(list: ProcessList): Row {
  return command('passive-interface <name...>', (line, to) => {
    if (line.text(0).toLowerCase() === 'default') {
      for (const process of to.items(list)) process.set('passiveDefault', !line.negated, line.at)
      return
    }
    const name = interfaceName(line.text(0))
    for (const process of to.items(list) as readonly DraftItem<'routing.ospfProcesses'>[]) {
      adjoin(process, 'passive', name, !line.negated, line)
      adjoin(process, 'speaking', name, line.negated, line)
    }
  })
}

function adjoin(
  process: DraftItem<'routing.ospfProcesses'>,
  field: 'passive' | 'speaking',
  name: string,
  isThere: boolean,
  line: Command,
): void {
  const before = process.stated(field)
  const others = (before?.state === 'known' ? (before.value as readonly string[]) : []).filter(
    (other) => other !== name,
  )
  process.set(field, isThere ? [...others, name] : others, line.at)
}

/** `network ADDRESS [WILDCARD] [area AREA]`; without a wildcard the network of its class. A netmask is taken for what it means. */
export function networkRow(list: ProcessList): Row {
  return command('network <network> ...', (line, to) => {
    const words = line.words.map(({ text }) => text)
    const address = ipv4(words[1] ?? '')
    if (address === undefined) return
    const mask = ipv4(words[2] ?? '')
    const at = words.indexOf('area')
    const wildcard = mask === undefined ? classOf(address) : wildcardOf(mask)
    const network: CoveredNetwork = { address, wildcard, area: at < 0 ? undefined : areaNumber(words[at + 1] ?? '') }
    for (const process of to.items(list)) {
      const before = process.stated('networks')
      const others = (before?.state === 'known' ? (before.value as readonly CoveredNetwork[]) : []).filter(
        (other) => other.address !== address || other.wildcard !== wildcard,
      )
      process.set('networks', line.negated ? others : [...others, network], line.at)
    }
  })
}

function wildcardOf(mask: number): number {
  const inverted = ~mask >>> 0
  const isNetmask = mask >>> 31 === 1 && mask !== 0xffffffff && ((inverted + 1) & inverted) === 0
  return isNetmask ? inverted : mask
}

function classOf(address: number): number {
  if (address === 0) return 0xffffffff
  const first = address >>> 24
  if (first < 128) return 0xffffff
  return first < 192 ? 0xffff : 0xff
}

/** Areas are numbers, also when they are written like addresses. */
export function areaNumber(text: string): string {
  const dotted = ipv4(text)
  return dotted === undefined ? text : String(dotted)
}
