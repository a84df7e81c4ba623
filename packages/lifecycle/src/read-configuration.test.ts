import { describe, expect, test } from 'vitest'
import type { Evidence } from './evidence.ts'
import { rankEvidence } from './rank.ts'
import { readConfiguration } from './read-configuration.ts'

const brief = ({ what, value, scheme, source, box, component }: Evidence): string =>
  [what, value, scheme, source, box, component === true ? 'component' : undefined]
    .filter((part) => part !== undefined)
    .join(' ')

const read = (text: string): readonly string[] => readConfiguration(text).map(brief)

describe('lines of a configuration', () => {
  test.each<[string, readonly string[]]>([
    ['version 15.2', ['train 15.2 ios version-line']],
    ['version 17.9', ['train 17.9 iosxe version-line']],
    ['version 9.3(8) Bios:version 07.69 ', ['release 9.3(8) nxos version-line']],
    ['version 7.0(3)I7(6) Bios:version', ['release 7.0(3)I7(6) nxos version-line']],
    ['version 21.4R3-S2;', ['release 21.4R3-S2 junos version-line']],
    ['version "15.1X49-D170.4";', ['release 15.1X49-D170.4 junos version-line']],
    ['set version 22.4R3-S2.11', ['release 22.4R3-S2.11 junos version-line']],
    ['ASA Version 9.16(4)', ['release 9.16(4) asa version-line']],
    ['ASA Version 9.12(4)67 ', ['release 9.12(4)67 asa version-line']],
    ['!! IOS XR Configuration 7.3.2', ['release 7.3.2 iosxr version-line']],
    ['!! IOS XR Configuration version = 6.2.1.08I', ['release 6.2.1.08I iosxr version-line']],
    ['! device: leaf1 (DCS-7280SR, EOS-4.28.3M)', ['hardware DCS-7280SR comment', 'release 4.28.3M eos comment']],
    ['boot system flash:c2900-universalk9-mz.SPA.157-3.M8.bin', ['nextBoot 15.7(3)M8 ios boot-line router']],
    ['boot system switch all flash:cat9k_lite_iosxe.17.09.05.SPA.bin', ['nextBoot 17.09.05 iosxe boot-line switch']],
    ['boot system switch all flash:packages.conf', []],
    [
      'boot system tftp c3825-adventerprisek9-mz.151-4.M12a.bin 192.0.2.1',
      ['nextBoot 15.1(4)M12a ios boot-line router'],
    ],
    ['boot nxos bootflash:/nxos.9.2.4.bin sup-2', ['nextBoot 9.2(4) nxos boot-line switch']],
    ['boot kickstart bootflash:/n5000-uk9-kickstart.7.3.13.N1.1.bin', []],
    ['boot system disk0:/asa9-12-4-67-smp-k8.bin', ['nextBoot 9.12(4)67 asa boot-line firewall']],
    ['boot poap enable', []],
    ['boot-start-marker', []],
    ['license udi pid CISCO3825 sn FTX1234', ['hardware CISCO3825 udi']],
    ['switch 1 provision ws-c3750x-48p', ['hardware ws-c3750x-48p provision']],
    ['module provision switch 1', []],
    ['## Last commit: 2024-05-01 10:00:00 UTC by admin', []],
    [' description version 15.2', []],
    ['version control by the operators', []],
  ])('%s', (line, expected) => {
    expect(read(`${line}\n`)).toEqual(expected)
  })

  test('the offsets are those of the value', () => {
    const text = 'hostname a\r\nversion 15.2\r\nlicense udi pid CISCO3825 sn X\r\nswitch 1 provision ws-c3750-24ts\r\n'
    expect(readConfiguration(text).map(({ start, end, value }) => [text.slice(start, end), value])).toEqual([
      ['15.2', '15.2'],
      ['CISCO3825', 'CISCO3825'],
      ['ws-c3750-24ts', 'ws-c3750-24ts'],
    ])
  })
})

describe('comments above a configuration', () => {
  test('RANCID, a switch', () => {
    const text = [
      '!RANCID-CONTENT-TYPE: cisco',
      '!',
      '!Chassis type: WS-C3550-24 - a 3550 switch',
      '!Image: Software: C3550-IPSERVICESK9-M, 12.2(35)SE3, RELEASE SOFTWARE (fc1)',
      '!NAME: "1", DESCR: "WS-C3550-24"',
      '!PID: WS-C3550-24-SMI',
      '!NAME: "Fan", DESCR: "fan"',
      '!PID: FAN-1',
      'version 12.2',
      '!Chassis type: 2621XM - a 2600 router',
    ].join('\n')
    expect(read(text)).toEqual([
      'hardware WS-C3550-24 rancid-header switch',
      'release 12.2(35)SE3 ios rancid-header',
      'hardware WS-C3550-24-SMI rancid-header',
      'hardware FAN-1 rancid-header component',
      'train 12.2 ios version-line',
    ])
    expect(rankEvidence(readConfiguration(text))).toMatchObject({
      release: { value: { train: '12.2SE' } },
      hardware: [{ value: 'WS-C3550-24-SMI' }],
      box: 'switch',
      contradictions: [],
    })
  })

  test('RANCID, NX-OS, IOS XR and Junos', () => {
    expect(read('!RANCID-CONTENT-TYPE: cisco-nx\n!Software: system: version 6.0(2)U6(6)\n')).toEqual([
      'release 6.0(2)U6(6) nxos rancid-header',
    ])
    expect(read('!RANCID-CONTENT-TYPE: cisco\n!Chassis type: Nexus 3048 - a NXOS router\n')).toEqual([
      'hardware Nexus 3048 rancid-header',
    ])
    expect(read('!RANCID-CONTENT-TYPE: cisco-xr\n!Image:     disk0:asr9k-px-4.2.3.CSCud37351-1.0.0\n')).toEqual([
      'release 4.2.3 iosxr image-name router',
    ])
    expect(
      read('# RANCID-CONTENT-TYPE: juniper\n#\n# Model: qfx3500s\n# JUNOS Base OS boot [12.3X50-D41.1]\n'),
    ).toEqual(['hardware qfx3500s rancid-header', 'release 12.3X50-D41.1 junos rancid-header'])
  })

  test('Oxidized, IOS XE', () => {
    const text = [
      '! Cisco IOS XE Software, Version 17.09.04a',
      '!',
      '! Image: Software: CAT9K_LITE_IOSXE, 17.9.4a, RELEASE SOFTWARE (fc3)',
      '! Image: Compiled: Sat 14-Apr-18 12:07 by mcpre',
      '! Image: flash:cat9k_lite_iosxe.17.09.04a.SPA.bin',
      '! Chassis type: C9200L-24P-4G',
      '! NAME: "Chassis 1 Fan Tray", DESCR: "Fan"',
      '! PID: C9200-FAN     , VID: V01  , SN: A',
      '! PID: C9200L-24P-4G     , VID: V01  , SN: A',
      'version 17.9',
      'boot system switch all flash:cat9k_lite_iosxe.17.09.05.SPA.bin',
      'switch 1 provision c9200l-24p-4g',
    ].join('\n')
    const ranking = rankEvidence(readConfiguration(text))
    expect(ranking).toMatchObject({
      scheme: 'iosxe',
      box: 'switch',
      release: { value: { text: '17.09.04a' }, from: { source: 'oxidized-header' } },
      train: { value: { text: '17.9' } },
      nextBoot: { value: { text: '17.09.05' } },
      hardware: [{ value: 'C9200L-24P-4G' }],
    })
    expect(ranking.contradictions.map(({ message }) => message)).toEqual(['running 17.09.04a, boots 17.09.05 next'])
  })

  test('Oxidized, NX-OS, Junos, EOS and ASA', () => {
    expect(
      read(
        [
          '!   NXOS: version 10.4(5) [Maintenance Release]',
          '!   NXOS image file is: bootflash:///nxos64-cs.10.4.5.M.bin',
          '!   cisco Nexus9000 C93180YC-FX3 Chassis',
        ].join('\n'),
      ),
    ).toEqual([
      'release 10.4(5) nxos oxidized-header',
      'release 10.4(5)M nxos image-name switch',
      'hardware C93180YC-FX3 oxidized-header',
    ])
    expect(read('# Model: srx300\n# Junos: 22.4R3-S2.11\n')).toEqual([
      'hardware srx300 oxidized-header',
      'release 22.4R3-S2.11 junos oxidized-header',
    ])
    expect(read('! Arista DCS-7050SX3-48YC8\n! Software image version: 4.29.2F\n')).toEqual([
      'hardware DCS-7050SX3-48YC8 oxidized-header',
      'release 4.29.2F eos oxidized-header',
    ])
    expect(
      read('! Cisco Adaptive Security Appliance Software Version 9.12(4)67\n! Hardware:   ASA5512, 4096 MB RAM\n'),
    ).toEqual(['release 9.12(4)67 asa oxidized-header', 'hardware ASA5512 oxidized-header firewall'])
    expect(read(': Saved\n: Hardware:   ASA5512, 4096 MB RAM\nASA Version 9.6(3)8\n')).toEqual([
      'hardware ASA5512 rancid-header firewall',
      'release 9.6(3)8 asa version-line',
    ])
  })

  test('a comment below the first line of configuration is no header', () => {
    expect(read('hostname a\n! Cisco IOS XE Software, Version 17.09.04a\n')).toEqual([])
  })

  test('prompts, time stamps and sizes above it do not end the header', () => {
    const text = [
      'r1#show running-config',
      'Tue Jul 30 10:00:00.123 UTC',
      'Building configuration...',
      '',
      'Current configuration : 90 bytes',
      '!! IOS XR Configuration 7.3.2',
    ].join('\n')
    expect(read(text)).toEqual(['release 7.3.2 iosxr version-line'])
  })
})
