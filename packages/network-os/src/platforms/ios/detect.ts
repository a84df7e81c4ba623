import { LineKind, type LineTable } from '../../syntax/lines.ts'
import { lineText } from '../../syntax/view.ts'

export interface Detection {
  readonly platform: 'ios' | 'iosxe' | 'other' | 'none'
  /** What decided it, for people. */
  readonly why: string
}

/** First words of commands that IOS prints at the top level, with how much each speaks for IOS. */
const IOS_WORDS: ReadonlyMap<string, number> = new Map([
  ['hostname', 1],
  ['interface', 1],
  ['line', 3],
  ['enable', 3],
  ['service', 2],
  ['boot-start-marker', 5],
  ['boot-end-marker', 5],
  ['ip', 1],
  ['ipv6', 1],
  ['router', 1],
  ['access-list', 3],
  ['snmp-server', 1],
  ['aaa', 1],
  ['username', 1],
  ['logging', 1],
  ['ntp', 1],
  ['banner', 1],
  ['crypto', 1],
  ['version', 1],
  ['no', 0],
  ['vlan', 1],
  ['spanning-tree', 1],
  ['vtp', 2],
  ['vrf', 1],
  ['mpls', 1],
  ['control-plane', 2],
  ['archive', 2],
  ['tacacs', 1],
  ['radius', 1],
  ['tacacs-server', 1],
  ['radius-server', 1],
  ['clock', 1],
  ['cdp', 1],
  ['lldp', 1],
  ['key', 1],
  ['class-map', 1],
  ['policy-map', 1],
  ['route-map', 1],
  ['license', 1],
  ['redundancy', 1],
  ['memory-size', 3],
  ['mmi', 3],
  ['multilink', 2],
  ['voice-card', 3],
  ['dial-peer', 3],
  ['standby', 1],
  ['netconf-yang', 3],
  ['restconf', 3],
  ['platform', 2],
  ['subscriber', 2],
  ['vstack', 4],
  ['iox', 4],
  ['app-hosting', 3],
  ['tftp-server', 3],
  ['cns', 3],
  ['wsma', 3],
  ['gnxi', 3],
  ['login', 2],
  ['password', 2],
  ['security', 2],
  ['scheduler', 2],
  ['event', 1],
  ['flow', 1],
  ['monitor', 1],
  ['privilege', 2],
  ['parser', 2],
  ['alias', 1],
  ['end', 1],
  ['exit', 0],
  ['int', 2],
])

/** Beginnings of lines that no IOS writes, with the platform whose they are. */
const FOREIGN: readonly (readonly [start: string, platform: string])[] = [
  ['aaa root', 'EOS'],
  ['no aaa root', 'EOS'],
  ['vrf instance', 'EOS'],
  ['interface Vxlan', 'EOS'],
  ['! Arista', 'EOS'],
  ['!! IOS XR', 'IOS-XR'],
  ['!! Last configuration change', 'IOS-XR'],
  ['! device: ', 'EOS'],
  ['! boot system flash:', 'EOS'],
  ['!Command: show ', 'NX-OS'],
  ['!Running configuration last done at', 'NX-OS'],
  ['feature ', 'NX-OS'],
  ['switchname ', 'NX-OS'],
  ['vdc ', 'NX-OS'],
  ['cfs ', 'NX-OS'],
  ['transceiver qsfp', 'EOS'],
  ['service routing protocols model', 'EOS'],
  ['management api ', 'EOS'],
  ['management ssh', 'EOS'],
  ['daemon ', 'EOS'],
  ['ssh server v2', 'IOS-XR'],
  ['route-policy ', 'IOS-XR'],
  ['prefix-set ', 'IOS-XR'],
  ['vty-pool ', 'IOS-XR'],
  ['line default', 'IOS-XR'],
  ['telnet vrf ', 'IOS-XR'],
  ['ASA Version', 'ASA'],
  ['set system ', 'Junos'],
  ['system {', 'Junos'],
  ['groups {', 'Junos'],
  ['## Last c', 'Junos'],
  ['interface Ethernet1/1', 'NX-OS'],
  ['interface mgmt0', 'NX-OS'],
  ['mac access-list', 'EOS'],
  ['ip address-family', 'IOS-XR'],
  ['RP/0/', 'IOS-XR'],
  ['nameif', 'ASA'],
  ['prompt hostname context', 'ASA'],
  ['security-level', 'ASA'],
  ['names', 'ASA'],
  ['spanning-tree mode mstp', 'EOS'],
  ['!RANCID-CONTENT-TYPE: cisco-nx', 'NX-OS'],
  ['!RANCID-CONTENT-TYPE: arista', 'EOS'],
  ['!RANCID-CONTENT-TYPE: cisco-xr', 'IOS-XR'],
  ['!RANCID-CONTENT-TYPE: aruba', 'Aruba'],
  ['!RANCID-CONTENT-TYPE: juniper', 'Junos'],
  ['version 9.', 'NX-OS'],
  ['version 10.', 'NX-OS'],
  ['version 7.', 'NX-OS'],
  ['version 6.', 'NX-OS'],
]

/** What follows `vrf` at the top level of IOS; IOS-XR has the name there. */
const IOS_VRF = /^\s+(def|upgrade|list)/

/** An address of an interface or a static route with a prefix length, where IOS takes a mask only. */
const PREFIX_LENGTH = /(?:ip address|ip route(?: vrf \S+)?) \d+\.\d+\.\d+\.\d+\/\d/y
const MASK = /(?:ip address|ip route(?: vrf \S+)?) \d+\.\d+\.\d+\.\d+ \d+\./y

/** Beginnings of lines that tell IOS-XE from IOS. */
const XE_MARKS: readonly string[] = [
  'platform qfp',
  'platform punt-keepalive',
  'platform hardware throughput',
  'platform console',
  'platform sslvpn',
  'vrf definition Mgmt-intf',
  'vrf definition Mgmt-vrf',
  'netconf-yang',
  'restconf',
  'diagnostic bootup level',
  'telemetry ietf',
  'app-hosting',
  'iox',
  'license boot level network-',
  'memory free low-watermark processor',
  '! Cisco IOS XE',
  '!Image: Software: X86_64',
  '! Cisco IOS Software [',
  'install ',
  'system mode insecure',
]

/** Beginnings by their first character, so that a line is held against few of them. */
function byFirst<T>(entries: readonly T[], startOf: (entry: T) => string): ReadonlyMap<number, readonly T[]> {
  const filed = new Map<number, T[]>()
  for (const entry of entries) {
    const first = startOf(entry).charCodeAt(0)
    filed.set(first, [...(filed.get(first) ?? []), entry])
  }
  return filed
}

const LETTER_I = 'i'.charCodeAt(0)

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

const foreignByFirst = byFirst(FOREIGN, ([start]) => start)
const xeByFirst = byFirst(XE_MARKS, (mark) => mark)

/** Which platform the lines are of, by a version line, by marks and by the share of commands that IOS knows. */
export function detectIos(table: LineTable): Detection {
  let score = 0
  let commands = 0
  let xe: string | undefined
  let version: string | undefined
  let prefixLength: number | undefined
  let masks = 0
  for (let line = 0; line < table.count && commands < 400; line++) {
    const kind = table.kind[line]
    if (kind === LineKind.blank || kind === LineKind.text || kind === LineKind.opaque) continue
    const from = table.body[line] ?? 0
    const first = table.text.charCodeAt(from)
    if (first === LETTER_I) {
      if (matchesAt(MASK, table.text, from)) masks++
      else if (matchesAt(PREFIX_LENGTH, table.text, from)) prefixLength ??= line
    }
    if ((table.parent[line] ?? -1) >= 0) continue
    const foreign = foreignByFirst.get(first)?.find(([start]) => table.text.startsWith(start, from))
    if (foreign !== undefined)
      return { platform: 'other', why: `line ${line + 1} is ${foreign[1]}: ${lineText(table, line).slice(0, 40)}` }
    xe ??= xeByFirst.get(first)?.find((mark) => table.text.startsWith(mark, from))
    if (kind !== LineKind.command && kind !== LineKind.exit) continue
    commands++
    const end = table.end[line] ?? from
    let stop = from
    while (stop < end && table.text.charCodeAt(stop) > 32) stop++
    const word = table.text.slice(from, stop)
    if (word === 'vrf' && !IOS_VRF.test(table.text.slice(stop, end))) {
      return { platform: 'other', why: `line ${line + 1} is IOS-XR: ${lineText(table, line).slice(0, 40)}` }
    }
    score += IOS_WORDS.get(word) ?? IOS_WORDS.get(word.toLowerCase()) ?? -1
    if (word === 'version') version ??= table.text.slice(stop, end).trim()
  }
  if (commands === 0 || score <= 0)
    return { platform: 'none', why: `${commands} top-level commands, none of them typical of IOS` }
  if (prefixLength !== undefined && masks === 0 && version === undefined) {
    const why = `line ${prefixLength + 1} gives an address a prefix length, which IOS does not take`
    return { platform: 'other', why }
  }
  const major = Number(/^(\d+)\./.exec(version ?? '')?.[1])
  if (major >= 16) return { platform: 'iosxe', why: `version ${version}` }
  if (xe !== undefined) return { platform: 'iosxe', why: `a line that only IOS-XE has: ${xe}` }
  if (version !== undefined) return { platform: 'ios', why: `version ${version}` }
  return { platform: 'ios', why: 'commands of IOS, and nothing that only IOS-XE has' }
}
