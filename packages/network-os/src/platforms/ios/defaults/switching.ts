import { boxOf, type DefaultAnswer, type Defaults, type Device } from '@breakwater/core'

const OFF = { kind: 'value', value: false } as const

/** New Catalyst 4500 and 4900 leave the factory in transparent mode (VTP chapter of their configuration guide). */
const TRANSPARENT_HARDWARE = /^WS-C4[59]/i

/**
 * Server until something else is said, and without a password (`vtp` in the command references of Catalyst 2960, 3560 and
 * IE 3000). Only the modes transparent and off are printed; routers have no VTP.
 */
function vtpMode(device: Device): DefaultAnswer<'server' | 'transparent'> {
  const box = boxOf(device)
  if (box !== undefined && box.box !== 'switch') return { kind: 'none' }
  const mayLeaveTransparent = device.hardware.items.some(({ pid }) => TRANSPARENT_HARDWARE.test(pid))
  if (box?.proven === true && !mayLeaveTransparent) return { kind: 'value', value: 'server' }
  return { kind: 'varies', needs: 'the hardware', oneOf: ['server', 'transparent'] }
}

/** Off until they are written, in every release. */
export const switching: Defaults = {
  'switching.vtpMode': vtpMode,
  'switching.dot1qTagNative': OFF,
  'switching.portfastDefault': OFF,
  'switching.bpduGuardDefault': OFF,
  'switching.dot1x': OFF,
  'switching.dhcpSnooping': OFF,
  'switching.deviceTracking': OFF,
  'interfaces[].nonegotiate': OFF,
  'interfaces[].tagsNative': OFF,
  'interfaces[].portSecurity': OFF,
  'interfaces[].macAuthentication': OFF,
}
