import { command, type Row } from '../rows.ts'

/** Kinds of interfaces as the names of arguments end, and as the device writes them. */
const KINDS: Readonly<Record<string, string>> = {
  loopback: 'Loopback',
  vlan: 'Vlan',
  port_channel: 'Port-channel',
  port_channel_subinterface: 'Port-channel',
  gigabit_ethernet: 'GigabitEthernet',
  two_gigabit_ethernet: 'TwoGigabitEthernet',
  five_gigabit_ethernet: 'FiveGigabitEthernet',
  ten_gigabit_ethernet: 'TenGigabitEthernet',
  twenty_five_gigabit_ethernet: 'TwentyFiveGigE',
  forty_gigabit_ethernet: 'FortyGigabitEthernet',
  hundred_gigabit_ethernet: 'HundredGigE',
  hundred_gig_e: 'HundredGigE',
}

/** An interface that arguments `<prefix>_loopback`, `<prefix>_vlan` and so on name. */
export function source(prefix: string, start: string, end = ''): readonly Row[] {
  return Object.entries(KINDS).map(([kind, name]) => command(`${start} ${name}<${prefix}_${kind}>${end}`))
}
