import type { SpawnSyncReturns } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runBuilt } from './running.ts'

const today = ['--today', '2026-11-24'] as const

const PE1 = 'version 17.9\nhostname pe1\nip http server\nno ip http secure-server\nend\n'
const SHOW_VERSION = [
  'pe1#show version',
  'Cisco IOS XE Software, Version 17.09.04',
  'Cisco IOS Software [Cupertino], ISR Software (X86_64_LINUX_IOSD-UNIVERSALK9-M), Version 17.9.4, RELEASE SOFTWARE (fc5)',
  'pe1 uptime is 3 weeks, 2 days',
  'System image file is "bootflash:isr4300-universalk9.17.09.04.SPA.bin"',
  'cisco ISR4331/K9 (1RU) processor with 1795979K/6147K bytes of memory.',
  '',
].join('\n')

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'breakwater-'))
  put('.git/HEAD', '')
})
afterEach(() => rmSync(cwd, { recursive: true }))

function put(path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  writeFileSync(join(cwd, path), text)
}

function breakwater(...args: readonly string[]): SpawnSyncReturns<string> {
  return runBuilt(cwd, args)
}

interface Lives {
  readonly remarks: readonly string[]
  readonly devices: readonly {
    device: string
    platform: string
    release?: string
    train?: string
    by?: string
    os: { verdict: string; date?: string; days?: number; source?: string; text: string }
    hardware: readonly { name: string; verdict: string; date?: string }[]
    exploited: readonly { cve: string; verdict: string; text: string }[]
    contradictions: readonly string[]
  }[]
}

const lives = (...args: readonly string[]): Lives =>
  JSON.parse(breakwater('lifecycle', '--format', 'json', ...today, ...args).stdout) as Lives

interface Checked {
  readonly results: readonly { rule: string; verdict: string; message: string; location: { file: string } }[]
  readonly notes: readonly { kind: string; message: string }[]
}

const checked = (...args: readonly string[]): Checked =>
  JSON.parse(
    breakwater('check', '--rule', 'lifecycle/*', '--evidence', '--format', 'json', ...today, ...args).stdout,
  ) as Checked

const messages = ({ results }: Checked, rule: string): string[] =>
  results
    .filter((result) => result.rule === `lifecycle/${rule}`)
    .map(({ verdict, message }) => `${verdict}: ${message}`)

describe('breakwater lifecycle', () => {
  test('a table of the devices', () => {
    put('pe1.cfg', PE1)
    const { status, stdout, stderr } = breakwater('lifecycle', ...today)
    expect([status, stderr]).toEqual([0, ''])
    const rows = stdout.split('\n').map((row) => row.split(/ {2,}/))
    expect(rows[0]).toEqual(
      'device platform release by hardware milestone date days'.split(' ').concat('known exploited'),
    )
    expect(rows[1]).toEqual([
      'pe1',
      'iosxe',
      '17.9 (train)',
      'version line',
      'past end of vulnerability support',
      '2026-09-30',
      '-55',
      '4 undecided',
    ])
    expect(stdout).toContain('1 device on 2026-11-24')
  })

  test('a capture joins the configuration of its name, whatever their files are called', () => {
    put('a/pe1.cfg', PE1)
    put('b/x.txt', SHOW_VERSION)
    const { devices } = lives()
    expect(devices).toMatchObject([
      { device: 'pe1', platform: 'iosxe', release: '17.09.04', by: 'show version', hardware: [{ name: 'ISR4331/K9' }] },
    ])
    expect(devices[0]?.exploited.filter(({ verdict }) => verdict === 'exposed').map(({ cve }) => cve)).toEqual([
      'CVE-2023-20198',
      'CVE-2023-20273',
    ])
  })

  test('a capture alone is a device, whose features nobody knows', () => {
    put('x.txt', SHOW_VERSION)
    expect(lives().devices).toMatchObject([
      {
        device: 'pe1',
        release: '17.09.04',
        os: { verdict: 'past-vulnerability-support', date: '2026-09-30', days: -55 },
      },
    ])
    expect(lives().devices[0]?.exploited.filter(({ verdict }) => verdict === 'exposed')).toEqual([])
  })

  test.each([
    [
      'nxos',
      '!Command: show running-config\nversion 9.3(8) Bios:version 05.45\nhostname n1\n',
      '9.3(8)',
      'n1',
      'CVE-2024-20399 exposed',
    ],
    ['iosxr', '!! IOS XR Configuration 7.3.2\nhostname x1\ncdp\nend\n', '7.3.2', 'x1', 'CVE-2020-3118 undecided'],
    [
      'eos',
      '! device: e1 (DCS-7280QR-C36, EOS-4.28.3M)\nhostname e1\ninterface Vxlan1\nend\n',
      '4.28.3M',
      'e1',
      'CVE-2026-7473 exposed',
    ],
    ['junos', 'version 22.3R3;\nsystem {\n    host-name j1;\n}\n', '22.3R3', 'j1', 'CVE-2023-36845 feature-off'],
    [
      'asa',
      'ASA Version 9.16(4)84\nhostname a1\nwebvpn\n enable outside\n',
      '9.16(4)84',
      'a1',
      'CVE-2025-20333 exposed',
    ],
  ])('%s, of which no parser knows the lines', (platform, text, release, device, exposure) => {
    put('x.cfg', text)
    const [found] = lives().devices
    expect(found).toMatchObject({ platform, release, device })
    expect(found?.exploited.map(({ cve, verdict }) => `${cve} ${verdict}`)).toContain(exposure)
  })

  test('what contradicts is told', () => {
    put(
      'sw1.cfg',
      '! Cisco IOS XE Software, Version 17.09.04a\nversion 17.9\nhostname sw1\nboot system flash:cat9k_iosxe.17.09.05.SPA.bin\nend\n',
    )
    expect(lives().devices[0]?.contradictions).toEqual(['running 17.09.04a, boots 17.09.05 next'])
    expect(breakwater('lifecycle', ...today).stdout).toContain('sw1: running 17.09.04a, boots 17.09.05 next')
    expect(checked().notes.map(({ message }) => message)).toContain('running 17.09.04a, boots 17.09.05 next')
  })

  test('csv and markdown', () => {
    put('pe1.cfg', PE1)
    const [head, row] = breakwater('lifecycle', '--format', 'csv', ...today).stdout.split('\n')
    expect(head).toBe(
      'file,device,platform,release,by,hardware,milestone,date,days,known exploited,verdict,CVEs exposed,contradictions,source',
    )
    expect(row).toMatch(
      /^pe1\.cfg,pe1,iosxe,17\.9 \(train\),version line,,past end of vulnerability support,2026-09-30,-55,4 undecided,past-vulnerability-support,,,https:/,
    )
    expect(breakwater('lifecycle', '--format', 'markdown', ...today).stdout).toContain(
      '| pe1 | iosxe | 17.9 (train) | version line |  | past end of vulnerability support | 2026-09-30 | -55 | 4 undecided |',
    )
  })

  test('the day and the horizon', () => {
    put('pe1.cfg', PE1.replace('17.9', '17.12'))
    const verdictOf = (...args: readonly string[]): string | undefined => lives(...args).devices[0]?.os.verdict
    expect(verdictOf()).toBe('ending')
    expect(verdictOf('--horizon', '3')).toBe('maintenance-ended')
    expect(breakwater('lifecycle', '--horizon', 'soon')).toMatchObject({ status: 2, stdout: '' })
  })

  test('fleets are counted by release and by hardware', () => {
    for (let n = 0; n < 30; n++) put(`r${n}.cfg`, `version 17.9\nhostname r${n}\nlicense udi pid ASR1001-X sn X\nend\n`)
    const { stdout } = breakwater('lifecycle', ...today)
    const rows = stdout.split('\n').map((row) => row.split(/ {2,}/))
    expect(rows).toContainEqual(['iosxe 17.9', 'past end of vulnerability support', '2026-09-30', '30', '-55'])
    expect(rows).toContainEqual(['ASR1001-X', 'past end of vulnerability support', '2025-07-31', '30', '-481'])
    expect(stdout).toContain('--format csv lists every device')
  })

  test.each([
    ['nothing.txt', 'The quick brown fox.\n', 'nothing.txt: nothing tells a release or a product'],
    ['.', undefined, 'nothing tells a release or a product among 1 files'],
  ])('2: %s', (operand, text, message) => {
    put('nothing.txt', text ?? 'The quick brown fox.\n')
    const { status, stdout, stderr } = breakwater('lifecycle', operand)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
  })
})

describe('captures beside the configurations', () => {
  const exposed = /^fail: CVE-2023-20198: exposed: IOS XE 17\.09\.04 is affected/

  test('named on the command line', () => {
    put('pe1.cfg', PE1)
    put('captures/pe1.txt', SHOW_VERSION)
    expect(messages(checked('pe1.cfg'), 'known-exploited-exposure').join('\n')).toContain('the full release decides')
    const report = checked('pe1.cfg', '--facts', 'captures')
    expect(messages(report, 'known-exploited-exposure')).toContainEqual(expect.stringMatching(exposed))
    expect(messages(report, 'hardware-end-of-support')).toEqual([
      expect.stringContaining('pass: ISR4331/K9 (ISR 4000) is supported'),
    ])
    expect(report.results.find(({ rule }) => rule === 'lifecycle/hardware-end-of-support')?.location.file).toBe(
      'captures/pe1.txt',
    )
  })

  test('named in the configuration, by any ending; one that no device asks for is told', () => {
    put('pe1.cfg', PE1)
    put('captures/pe1.out', SHOW_VERSION)
    put('captures/lost.out', SHOW_VERSION.replaceAll('pe1', 'pe7'))
    put('breakwater.config.yaml', 'facts: ["captures/*.out"]\n')
    const report = checked()
    expect(messages(report, 'known-exploited-exposure')).toContainEqual(expect.stringMatching(exposed))
    expect(report.notes.map(({ message }) => message)).toContain(
      'captures/lost.out tells of pe7, and no configuration is of that name',
    )
    expect(lives().devices.map(({ device, release }) => [device, release])).toEqual([
      ['pe1', '17.09.04'],
      ['pe7', '17.09.04'],
    ])
  })

  test('show inventory without a name, by the name of its file', () => {
    put('pe1.cfg', PE1)
    put(
      'pe1.show-inventory.txt',
      'NAME: "Chassis", DESCR: "Cisco ASR1001-X Chassis"\nPID: ASR1001-X         , VID: V07  , SN: FXS00000000\n',
    )
    expect(messages(checked('--facts', 'pe1.show-inventory.txt'), 'hardware-end-of-support')).toEqual([
      expect.stringContaining(
        'fail: ASR1001-X (ASR 1000) is past its end of vulnerability support 2025-07-31, 481 days ago',
      ),
    ])
  })

  test('facts that Ansible gathered', () => {
    put('pe1.cfg', PE1)
    put(
      'facts.json',
      JSON.stringify({
        pe1: {
          ansible_facts: {
            ansible_net_hostname: 'pe1',
            ansible_net_system: 'ios',
            ansible_net_version: '17.09.04',
            ansible_net_model: 'ISR4331/K9',
          },
        },
      }),
    )
    expect(messages(checked('pe1.cfg', '--facts', 'facts.json'), 'known-exploited-exposure')).toContainEqual(
      expect.stringMatching(exposed),
    )
  })

  test('show version in the same capture as the configuration', () => {
    put('pe1.cfg', `${SHOW_VERSION}pe1#show running-config\nBuilding configuration...\n\n${PE1}pe1#\n`)
    expect(messages(checked(), 'known-exploited-exposure')).toContainEqual(expect.stringMatching(exposed))
  })

  test('a banner that quotes a device tells nothing', () => {
    put(
      'pe1.cfg',
      `version 17.9\nhostname pe1\nbanner motd ^C\nCisco IOS XE Software, Version 16.09.04\n^C\nip http server\nend\n`,
    )
    expect(messages(checked(), 'os-end-of-support').join('\n')).toContain('IOS XE 17.9 is past')
  })
})

describe('the data', () => {
  const row = {
    kind: 'release',
    platform: 'iosxe',
    name: 'IOS XE 17.9 (our contract)',
    trains: ['17.9'],
    milestones: { endOfVulnerabilitySupport: '2030-01-31', lastDateOfSupport: '2031-01-31' },
    source: 'contract 4711',
    seen: '2026-11-01',
  }

  test("the user's rows win, in both commands", () => {
    put('pe1.cfg', PE1)
    put('own.json', JSON.stringify({ rows: [row] }))
    expect(messages(checked('pe1.cfg', '--lifecycle-data', 'own.json'), 'os-end-of-support')).toEqual([
      'pass: IOS XE 17.9 is supported: end of vulnerability support 2030-01-31, in 1164 days; source contract 4711',
    ])
    expect(lives('pe1.cfg', '--lifecycle-data', 'own.json').devices[0]?.os.verdict).toBe('supported')
  })

  test.each([
    ['{', 'cannot read own.json'],
    [
      JSON.stringify({ rows: [{ ...row, milestones: { lastDateOfSupport: 'soon' } }] }),
      'own.json: rows.0.milestones.lastDateOfSupport must match pattern',
    ],
    [
      JSON.stringify({ rows: [{ ...row, extra: 1 }] }),
      'own.json: rows.0 must NOT have additional properties ("extra")',
    ],
    [
      JSON.stringify({
        rows: [{ ...row, milestones: { endOfVulnerabilitySupport: '2031-01-01', lastDateOfSupport: '2030-01-01' } }],
      }),
      'lastDateOfSupport 2030-01-01 lies before endOfVulnerabilitySupport 2031-01-01',
    ],
  ])('what is no data is refused: %s', (text, message) => {
    put('pe1.cfg', PE1)
    put('own.json', text)
    const { status, stdout, stderr } = breakwater('check', '--lifecycle-data', 'own.json')
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
  })

  test('unconfirmed rows count when they are asked for, and say so', () => {
    put('r1.cfg', 'version 15.9\nhostname r1\nlicense udi pid CISCO2911/K9 sn X\nend\n')
    expect(messages(checked(), 'hardware-end-of-support').join()).toContain('unknown')
    expect(messages(checked('--lifecycle-unconfirmed'), 'hardware-end-of-support').join()).toMatch(
      /^fail: CISCO2911\/K9 .*; unconfirmed; source/,
    )
  })

  test('data older than 90 days say so in every report', () => {
    put('pe1.cfg', PE1)
    const remark = 'The list of known exploited vulnerabilities is of 2026-08-21, 95 days old'
    for (const format of ['pretty', 'compact', 'json', 'github'])
      expect(breakwater('check', '--format', format, ...today).stdout).toContain(remark)
    for (const format of ['pretty', 'json', 'markdown'])
      expect(breakwater('lifecycle', '--format', format, ...today).stdout).toContain(remark)
    expect(breakwater('lifecycle', '--format', 'csv', ...today).stderr).toContain(remark)
    expect(breakwater('check', '--format', 'compact', '--today', '2026-11-19').stdout).not.toContain('days old')
    expect(breakwater('check', '--format', 'compact', '--rule', 'ssh/*', ...today).stdout).not.toContain('days old')
  })
})
