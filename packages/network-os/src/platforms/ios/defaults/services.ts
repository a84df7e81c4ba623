import { boxOf, valueOf, type DefaultAnswer, type Defaults, type Device } from '@breakwater/core'
import { trainNumber } from '../train.ts'

const OFF = { kind: 'value', value: false } as const
const ON = { kind: 'value', value: true } as const
const RELEASE = { kind: 'varies', needs: 'the release', oneOf: [true, false] } as const
const HARDWARE = { kind: 'varies', needs: 'the hardware', oneOf: [true, false] } as const

/** Off from one train on (numbers as in `trainNumber`), on before it; unknown where the train is. */
function offSince(train: number): (device: Device) => DefaultAnswer<boolean> {
  return (device) => {
    if (device.platform === 'iosxe') return OFF
    const known = trainNumber(device)
    if (known === undefined) return RELEASE
    return known < train ? ON : OFF
  }
}

/** On for IOS; on for Catalyst switches with IOS-XE, off for routers, which print `cdp run` where it is on. */
function cdp(device: Device): DefaultAnswer<boolean> {
  if (device.platform === 'ios') return ON
  const box = boxOf(device)
  if (box?.proven !== true) return HARDWARE
  return box.box === 'switch' ? ON : OFF
}

/** On from 9.0 to IOS-XE 17; the releases of 2026 change it. */
function sourceRouting(device: Device): DefaultAnswer<boolean> {
  if (device.platform === 'ios') return ON
  const train = trainNumber(device)
  return train === undefined || train >= 1800 ? RELEASE : ON
}

/** Catalyst access switches that became clients with 12.2(52)SE (Smart Install Configuration Guide). */
const CLIENT_HARDWARE = /^WS-C(?:29[67]|35[67]|37[56])\d/i

/** Their releases before CSCvd36820 (2017), which takes the client out of use where nobody uses it. */
const CLIENT_RELEASE = /^(?:12\.2\(5[358]\)SE\d?|15\.0\([12]\)SE\d?)$/

/** Routers are directors at most, and Catalyst 9000 has none of it. */
function smartInstall(device: Device): DefaultAnswer<'off' | 'client' | 'director'> {
  const box = boxOf(device)
  if (box !== undefined && box.box !== 'switch') return { kind: 'none' }
  if (device.hardware.items.some(({ pid }) => /^C9\d/.test(pid))) return { kind: 'none' }
  const release = valueOf(device.release)?.text ?? ''
  if (CLIENT_RELEASE.test(release) && device.hardware.items.some(({ pid }) => CLIENT_HARDWARE.test(pid)))
    return { kind: 'value', value: 'client' }
  return {
    kind: 'varies',
    needs: box === undefined ? 'router or switch' : 'the hardware and the release',
    oneOf: ['off', 'client'],
  }
}

/** Insecure Feature Restrictions on IOS XE: the mode exists from 26.1.1 on, and is off unless it is written. */
function insecureMode(device: Device): DefaultAnswer<boolean> {
  return device.platform === 'iosxe' && (trainNumber(device) ?? 0) >= 2601 ? OFF : { kind: 'none' }
}

/** Cisco IOS Configuration Fundamentals, Master Command List; defaults as their reference pages give them. */
export const services: Defaults = {
  'services.smartInstall': smartInstall,
  'services.passwordEncryption': { kind: 'printed' },
  'services.aesEncryption': OFF,
  'services.cdp': cdp,
  'services.lldp': OFF,
  // Off by default since 11.3.
  'services.tcpSmallServers': offSince(1103),
  'services.udpSmallServers': offSince(1103),
  // `ip finger`: off by default since 12.1(5)T.
  'services.finger': offSince(1202),
  'services.identd': OFF,
  'services.bootp': RELEASE,
  'services.pad': RELEASE,
  'services.remoteShell': OFF,
  'services.remoteCopy': OFF,
  'services.dnsServer': OFF,
  'services.sourceRouting': sourceRouting,
  'services.ftpServer': OFF,
  // `service config`: off, except while the device has no configuration of its own.
  'services.configAutoload': OFF,
  'services.internalCommands': OFF,
  'services.platformShell': OFF,
  'services.insecureMode': insecureMode,
  'services.tcpKeepalivesIn': OFF,
  'services.tcpKeepalivesOut': OFF,
  'services.iox': OFF,
  'services.guestshellEnable': OFF,
}
