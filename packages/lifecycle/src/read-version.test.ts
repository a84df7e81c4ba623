import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Evidence } from './evidence.ts'
import { readConfiguration } from './read-configuration.ts'
import { readShowInventory } from './read-inventory.ts'
import { readShowVersion } from './read-version.ts'

const brief = ({ what, value, scheme, source }: Evidence): string =>
  [what, value, scheme, source].filter((part) => part !== undefined).join(' ')

describe('show version', () => {
  test('IOS', () => {
    const text = `Cisco IOS Software, C2900 Software (C2900-UNIVERSALK9-M), Version 15.7(3)M8, RELEASE SOFTWARE (fc1)
ROM: System Bootstrap, Version 15.0(1r)M16, RELEASE SOFTWARE (fc1)
System image file is "flash0:c2900-universalk9-mz.SPA.157-3.M8.bin"
Cisco CISCO2911/K9 (revision 1.0) with 483328K/40960K bytes of memory.`
    expect(readShowVersion(text).map(brief)).toEqual([
      'release 15.7(3)M8 ios show-version',
      'release 15.7(3)M8 ios image-name',
      'hardware CISCO2911/K9 show-version',
    ])
  })

  test('IOS of the last century', () => {
    expect(
      readShowVersion('IOS (tm) C2950 Software (C2950-I6Q4L2-M), Version 12.1(22)EA4, RELEASE SOFTWARE(fc1)').map(
        brief,
      ),
    ).toEqual(['release 12.1(22)EA4 ios show-version'])
  })

  test('IOS XE 3.x names its IOS number too, which says nothing more', () => {
    const text = `Cisco IOS Software, IOS-XE Software (X86_64_LINUX_IOSD-UNIVERSALK9-M), Version 15.3(2)S1, RELEASE
IOS XE Version: 03.09.01.S
System image file is "bootflash:asr1001-universalk9.03.09.01.S.153-2.S1.bin"`
    expect(readShowVersion(text).map(brief)).toEqual([
      'release 03.09.01.S iosxe show-version',
      'release 03.09.01.S iosxe image-name',
    ])
  })

  test('a special build without a release of its own is read from the second line', () => {
    const text = `Cisco IOS XE Software, Version V169_5_SR689355441_2
Cisco IOS Software [Fuji], ISR Software (X86_64_LINUX_IOSD-UNIVERSALK9-M), Version 16.9.5, CUST-SPECIAL:V169_5`
    expect(readShowVersion(text).map(brief)).toEqual(['release 16.9.5 iosxe show-version'])
  })

  test('IOS XR', () => {
    expect(
      readShowVersion('Cisco IOS XR Software, Version 7.9.2 LNT\ncisco NCS-5500 () processor\n').map(brief),
    ).toEqual(['release 7.9.2 LNT iosxr show-version', 'hardware NCS-5500 show-version'])
    expect(readShowVersion('Cisco IOS XR Software, Version 4.1.0[Default]').map(brief)).toEqual([
      'release 4.1.0 iosxr show-version',
    ])
  })

  test('the value is at its offsets', () => {
    const text = 'x\r\nCisco IOS XE Software, Version 17.09.04a\r\nModel Number                       : C9300-48P\r\n'
    expect(readShowVersion(text).map(({ start, end }) => text.slice(start, end))).toEqual(['17.09.04a', 'C9300-48P'])
  })
})

test('show inventory: the chassis, and its parts marked as such', () => {
  const text = `NAME: "Chassis", DESCR: "Nexus5548 Chassis"
PID: N5K-C5548UP       , VID: V01 , SN: SSI00000001

NAME: "Module 1", DESCR: "O2 32X10GE"
PID: N5K-C5548UP       , VID: V01 , SN: FOC00000001

NAME: "Fan 1", DESCR: "Chassis fan module"
PID: N5548P-FAN        , VID: N/A , SN: N/A

NAME: "Slot 3", DESCR: "Empty"
PID: N/A , VID: N/A , SN: N/A
`
  expect(readShowInventory(text).map(({ value, component }) => [value, component])).toEqual([
    ['N5K-C5548UP', undefined],
    ['N5K-C5548UP', true],
    ['N5548P-FAN', true],
  ])
})

test('any text can be read, and what is read is where it says', () => {
  const words = fc.constantFrom(
    'version 15.2',
    'boot system flash:',
    '!Image: Software: A, 15.2(4)M1',
    'PID: ',
    '\r\n',
    '\n',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string())), (parts) => {
      const text = parts.join('')
      return [...readConfiguration(text), ...readShowVersion(text), ...readShowInventory(text)].every(
        ({ start, end, value, image }) => text.slice(start, end) === value || image !== undefined,
      )
    }),
  )
})
