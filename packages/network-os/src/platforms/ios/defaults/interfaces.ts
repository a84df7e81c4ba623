import { boxOf, type DefaultAnswer, type Defaults, type Device, type Item } from '@breakwater/core'

const OFF = { kind: 'value', value: false } as const
const ON = { kind: 'value', value: true } as const

const LAYER_2 =
  /^((Two|Five|Ten|TwentyFive|Forty|Fifty|Hundred|TwoHundred|FourHundred|App)?Gig|Fast|Ethernet|Port-channel)/

/** The management port of a switch: `FastEthernet0`, with IOS-XE `GigabitEthernet0/0`. */
const MANAGEMENT_PORT = /^(?:Fast|Gigabit)Ethernet\d+$/

/** Catalyst 6500 and 6800 and the 7600 route on every port until `switchport`, which they print. */
const ROUTES_BY_DEFAULT = /^(?:WS-C6|C68\d\d|CISCO76)/i

/** Ethernet ports of other switches are Layer 2 until `no switchport`, which is printed; nothing else ever is. */
function switchport(device: Device, port: Item<'interfaces'>): DefaultAnswer<boolean> {
  if (!LAYER_2.test(port.kind) || port.name.includes('.')) return OFF
  if (port.addresses.state === 'known' && port.addresses.value.length > 0) return OFF
  if (port.vrf.state === 'known') return OFF
  const box = boxOf(device)
  if (box?.box === 'router') return OFF
  if (box?.box !== 'switch') return { kind: 'varies', needs: 'router or switch', oneOf: [true, false] }
  if (MANAGEMENT_PORT.test(port.name)) return OFF
  if (device.platform === 'iosxe' && port.name === 'GigabitEthernet0/0') return OFF
  if (device.hardware.items.some(({ pid }) => ROUTES_BY_DEFAULT.test(pid))) return OFF
  return box.proven ? ON : { kind: 'varies', needs: 'the hardware', oneOf: [true, false] }
}

/** Configurations print `shutdown`, `no cdp enable`, `no lldp transmit` and `no lldp receive`, and not their opposites. */
export const interfaces: Defaults = {
  'interfaces[].shutdown': OFF,
  'interfaces[].switchport': switchport,
  'interfaces[].cdp': ON,
  'interfaces[].lldpTransmit': ON,
  'interfaces[].lldpReceive': ON,
  'interfaces[].natOutside': OFF,
  // IOS IP Addressing command reference. Directed broadcasts are off since 12.0.
  'interfaces[].redirects': ON,
  'interfaces[].unreachables': ON,
  'interfaces[].proxyArp': ON,
  'interfaces[].maskReply': OFF,
  'interfaces[].directedBroadcast': OFF,
  'interfaces[].labels': OFF,
  // On for the Ethernet ports of many routers, off for switches and newer releases.
  'interfaces[].mop': { kind: 'varies', needs: 'the release and the hardware', oneOf: [true, false] },
}
