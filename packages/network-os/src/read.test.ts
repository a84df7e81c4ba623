import { valueOf } from '@breakwater/core'
import { describe, expect, test } from 'vitest'
import { readDevice, remediationOf } from './read.ts'

const read = (text: string) => readDevice({ path: 'configs/r1.cfg', text })

describe('whole and part', () => {
  test.each([
    ['hostname r1\nversion 15.7\n', 'whole', 'hostname and version lines'],
    ['hostname r1\nend\n', 'whole', 'hostname and end lines'],
    ['hostname r1\nip http server\n', 'part', 'a hostname, but neither a version line nor an end'],
    ['version 15.7\nip http server\nend\n', 'part', 'no hostname line'],
    ['hostname r1\ninterface Gi0/1\n no shutdown\nend\n', 'part', 'a script: no device prints "no shutdown"'],
    ['hostname r1\nenable secret 0 x\nend\n', 'part', 'a script: no device prints "enable secret"'],
    ['banner motd #\nhostname r9\nend\n#\nip http server\n', 'part', 'no hostname line'],
  ])('%j is %s', (text, coverage, why) => {
    expect(read(text)?.coverage).toMatchObject({ coverage, why })
  })
})

describe('name and place', () => {
  test('the host name, and its line as the place of what is missing', () => {
    const device = read('version 15.7\nhostname r1\nend\n')?.device
    expect(device?.name).toBe('r1')
    expect(device?.at.span).toMatchObject({ start: 13, end: 24 })
  })

  test('without a host name the file’s name, and the first command', () => {
    const device = read('!\nip http server\n')?.device
    expect(device?.name).toBe('r1.cfg')
    expect(device?.at.span).toMatchObject({ start: 2, end: 16 })
  })
})

describe('release and hardware', () => {
  test('the version line gives the train of IOS, not the letters', () => {
    const device = read('version 15.2\nhostname r1\nend\n')?.device
    expect(device?.train).toMatchObject({ state: 'known', value: '15.2' })
    expect(device?.release).toMatchObject({ state: 'unknown', why: { kind: 'not-in-view' } })
  })

  test('the image gives the release, and whether the box is a router or a switch', () => {
    const reading = read('version 15.2\nhostname sw1\nboot system flash:c2960x-universalk9-mz.152-7.E4.bin\nend\n')
    expect(reading && valueOf(reading.device.release)).toMatchObject({ text: '15.2(7)E4' })
    expect(reading && valueOf(reading.device.box)).toBe('switch')
  })

  test('a banner that looks like a version line says nothing', () => {
    const device = read('hostname r1\nbanner motd ^C\nversion 12.2\n^C\nend\n')?.device
    expect(device?.train.state).toBe('unknown')
  })
})

test('lines are counted as understood, ignored, unsupported or unrecognised', () => {
  const reading = read('hostname r1\nversion 15.7\nfrobnicate the widget\nend\n')
  expect(reading).toMatchObject({ lines: 4, linesUnderstood: 3 })
})

test('a platform that somebody gives is believed', () => {
  expect(readDevice({ path: 'x', text: 'Dear all,\n' }, { platform: 'iosxe' })?.detection.why).toBe('given by the user')
  expect(readDevice({ path: 'x', text: 'Dear all,\n' })).toBeUndefined()
})

test('changes become command lines, those of one section below its header', () => {
  const line = {
    key: 'vty 0 4',
    list: 'lines',
    at: { span: { file: { path: '', text: '' }, start: 0, end: 0 }, via: [] },
  }
  expect(
    remediationOf('ios', [
      { setting: 'ssh.version', value: 2 },
      { setting: 'lines[].transportInput', item: line, value: ['ssh'] },
      { setting: 'lines[].execTimeout', item: line, value: 300 },
      { setting: 'http.server', value: false },
    ]),
  ).toEqual(['ip ssh version 2', 'line vty 0 4', ' transport input ssh', ' exec-timeout 5 0', 'no ip http server'])
})
