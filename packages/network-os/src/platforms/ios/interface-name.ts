/** Types of interfaces as IOS prints them, the common ones first: of two that an abbreviation fits, the first is meant. */
const KINDS = [
  'GigabitEthernet',
  'TenGigabitEthernet',
  'FastEthernet',
  'Ethernet',
  'Loopback',
  'Vlan',
  'Port-channel',
  'Tunnel',
  'Serial',
  'TwentyFiveGigE',
  'FortyGigabitEthernet',
  'HundredGigE',
  'TwoGigabitEthernet',
  'FiveGigabitEthernet',
  'AppGigabitEthernet',
  'FiftyGigE',
  'TwoHundredGigE',
  'FourHundredGigE',
  'Dialer',
  'BVI',
  'BDI',
  'ATM',
  'POS',
  'Cellular',
  'Multilink',
  'Null',
  'Async',
  'Group-Async',
  'Virtual-Template',
  'VirtualPortGroup',
  'BRI',
  'CEM',
  'Dot11Radio',
  'Embedded-Service-Engine',
  'Service-Engine',
  'Integrated-Service-Engine',
  'Management',
  'MFR',
  'NVI',
  'nve',
  'LISP',
  'Overlay',
  'pseudowire',
  'Wlan-GigabitEthernet',
  'wlan-ap',
  'Virtual-TokenRing',
  'TokenRing',
  'Hssi',
  'Fddi',
  'Ethernet-Internal',
  'ucse',
  'vasileft',
  'vasiright',
  'Bluetooth',
  'mgmt',
] as const

const known = new Map<string, string>()

/** The name as the device prints it: `gi 0/1` is `GigabitEthernet0/1`. A type that nobody knows stays as it is written. */
export function interfaceName(text: string): string {
  const [, type = text, number = ''] = /^\s*(dot11[a-z]*|[a-z][a-z-]*)\s*(\d[\d/.:]*)?/i.exec(text) ?? []
  return `${interfaceType(type)}${number}`
}

/** The type of an interface's canonical name, without the number: `GigabitEthernet`. */
export function interfaceKind(name: string): string {
  return /^.*?(?=\d[\d/.:]*$)/.exec(name)?.[0] ?? name
}

function interfaceType(type: string): string {
  let full = known.get(type)
  if (full !== undefined) return full
  const wanted = type.toLowerCase()
  full =
    KINDS.find((kind) => kind.toLowerCase() === wanted) ??
    KINDS.find((kind) => kind.toLowerCase().startsWith(wanted)) ??
    type
  if (known.size < 1024) known.set(type, full)
  return full
}

/** An `interface range` of more ports than any chassis has is a mistake. */
const PORTS_AT_MOST = 1024

/**
 * The members of `interface range`: `GigabitEthernet1/0/1 - 24 , Te1/1/1-2`. Undefined where it cannot be read, as with
 * `macro NAME`.
 */
export function interfaceRange(text: string): readonly string[] | undefined {
  const names: string[] = []
  let type = ''
  for (const part of text.split(',')) {
    const [, written, before = '', first, last] =
      /^\s*([A-Za-z][A-Za-z-]*)?\s*((?:\d+[/.:])*)(\d+)(?:\s*-\s*(?:[A-Za-z][A-Za-z-]*\s*)?(?:\d+[/.:])*(\d+))?\s*$/.exec(
        part,
      ) ?? []
    if (first === undefined) return undefined
    if (written !== undefined) type = interfaceType(written)
    const end = Number(last ?? first)
    if (type === '' || end - Number(first) + names.length > PORTS_AT_MOST) return undefined
    for (let port = Number(first); port <= end; port++) names.push(`${type}${before}${port}`)
  }
  return names
}
