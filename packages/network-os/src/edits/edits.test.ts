import { change, removal, type Change, type Device } from '@breakwater/core'
import { describe, expect, test } from 'vitest'
import { readDevice } from '../read.ts'
import { applyEdits, collide, rewording } from './edit.ts'
import { deviceMending, isCapture, saysTheSame, typedText } from './mending.ts'

/** The text after the first way that says what the typed commands say. */
function mended(text: string, changesOf: (device: Device) => readonly Change[]): string | undefined {
  const reading = readDevice({ path: 'r1.cfg', text }, { platform: 'ios' })
  if (reading === undefined) throw new Error('the text cannot be read')
  const mending = deviceMending(reading, changesOf(reading.device))
  for (const { edits, gone } of mending?.ways ?? []) {
    const edited = applyEdits(text, edits)
    const after = readDevice({ path: 'r1.cfg', text: edited }, { platform: 'ios' })
    const typed = readDevice(
      { path: 'r1.cfg', text: typedText(reading, gone, mending?.typed ?? []) },
      { platform: 'ios' },
    )
    if (after !== undefined && typed !== undefined && saysTheSame(after.device, typed.device)) return edited
  }
  return undefined
}

const httpOff = ({ http }: Device): Change[] => [change(http.server, false)]
const timeout = ({ lines }: Device): Change[] => [change(lines.items[0]?.execTimeout as never, 600)]
const routing = ({ services }: Device): Change[] => [change(services.sourceRouting, false)]

describe('a line that is there', () => {
  test('is reworded where its words differ, and keeps its blanks and its end', () => {
    expect(mended('hostname r1\nversion 15.2\nline con 0\n  exec-timeout  0 0  \r\n!\nend\n', timeout)).toBe(
      'hostname r1\nversion 15.2\nline con 0\n  exec-timeout  10 0  \r\n!\nend\n',
    )
    expect(mended('hostname r1\nversion 15.2\nip http server\nend\n', httpOff)).toBe(
      'hostname r1\nversion 15.2\nno ip http server\nend\n',
    )
  })

  test('of which the last counts is changed where it stands last', () => {
    expect(mended('hostname r1\nversion 15.2\nno ip http server\nip http server\nend\n', httpOff)).toBe(
      'hostname r1\nversion 15.2\nno ip http server\nno ip http server\nend\n',
    )
  })

  test('goes with its setting, and with the section that it opens', () => {
    const text = 'hostname r1\nversion 15.2\nenable secret 9 $9$x\nenable password 7 00\nend\n'
    expect(mended(text, ({ enable }) => [change(enable.password, undefined)])).toBe(
      'hostname r1\nversion 15.2\nenable secret 9 $9$x\nend\n',
    )
  })

  test('goes with the other lines of the same thing', () => {
    const text =
      'hostname r1\nversion 15.2\nusername bob privilege 15\nusername bob secret 9 $9$x\nusername eve secret 9 $9$y\nend\n'
    expect(mended(text, ({ users }) => users.items.slice(0, 1).map(removal))).toBe(
      'hostname r1\nversion 15.2\nusername eve secret 9 $9$y\nend\n',
    )
  })
})

describe('a line that is missing', () => {
  test('comes after what is like it, at the top level after the host name else', () => {
    expect(mended('hostname r1\nversion 15.2\n!\nip cef\n!\nline con 0\nend\n', routing)).toBe(
      'hostname r1\nversion 15.2\n!\nip cef\nno ip source-route\n!\nline con 0\nend\n',
    )
    expect(mended('version 15.2\nhostname r1\n!\nline con 0\nend\n', routing)).toBe(
      'version 15.2\nhostname r1\nno ip source-route\n!\nline con 0\nend\n',
    )
  })

  test('comes before `end` where there is no host name, and ends as the lines of the file do', () => {
    expect(mended('version 15.2\r\ncdp run\r\n!\r\nend\r\n', routing)).toBe(
      'version 15.2\r\ncdp run\r\n!\r\nno ip source-route\r\nend\r\n',
    )
    expect(mended('version 15.2\ncdp run', routing)).toBe('version 15.2\ncdp run\nno ip source-route')
  })

  test('goes into the section around its item, whatever words name that, and ends none', () => {
    const text =
      'hostname r1\nversion 15.2\nrouter bgp 65000\n neighbor 192.0.2.1 remote-as 65001\n !\n address-family ipv4 vrf RED\n  neighbor 198.51.100.2 remote-as 65002\n exit-address-family\nend\n'
    const hops = ({ routing }: Device): Change[] =>
      routing.bgpNeighbors.items.map((neighbor) => change(neighbor.ttlSecurity, 1))
    const wanted = text
      .replace('65001\n', '65001\n neighbor 192.0.2.1 ttl-security hops 1\n')
      .replace('65002\n', '65002\n  neighbor 198.51.100.2 ttl-security hops 1\n')
    expect(mended(text, hops)).toBe(wanted)
    const flat = (lines: string): string => lines.replaceAll(/^ +/gm, '')
    expect(mended(flat(text), hops)).toBe(flat(wanted))
  })

  test('goes into its section, indented as that is', () => {
    const text = 'hostname r1\nversion 15.2\nline con 0\n   stopbits 1\nline vty 0 4\n   login\nend\n'
    expect(mended(text, timeout)).toBe(
      'hostname r1\nversion 15.2\nline con 0\n   stopbits 1\n   exec-timeout 10 0\nline vty 0 4\n   login\nend\n',
    )
    const flat = 'hostname r1\nversion 15.2\nline con 0\nstopbits 1\nline vty 0 4\nlogin\nend\n'
    expect(mended(flat, timeout)).toBe(
      'hostname r1\nversion 15.2\nline con 0\nstopbits 1\nexec-timeout 10 0\nline vty 0 4\nlogin\nend\n',
    )
    expect(mended('hostname r1\nversion 15.2\nline con 0\nend\n', timeout)).toBe(
      'hostname r1\nversion 15.2\nline con 0\n exec-timeout 10 0\nend\n',
    )
  })

  test('brings the sections that it needs, or goes into the one of them that is there', () => {
    const logged = [{ setting: 'archive.changeLogs[].enabled', value: true }]
    expect(mended('hostname r1\nversion 15.2\nend\n', () => logged)).toBe(
      'hostname r1\narchive\n log config\n  logging enable\nversion 15.2\nend\n',
    )
    expect(mended('hostname r1\nversion 15.2\narchive\n path flash:a\nend\n', () => logged)).toBe(
      'hostname r1\nversion 15.2\narchive\n path flash:a\n log config\n  logging enable\nend\n',
    )
  })

  test('never goes into a banner, whatever stands there', () => {
    const text = 'hostname r1\nversion 15.2\nbanner motd ^C\nip http server\nip cef\nline con 0\n^C\nend\n'
    expect(mended(text, routing)).toBe(
      'hostname r1\nno ip source-route\nversion 15.2\nbanner motd ^C\nip http server\nip cef\nline con 0\n^C\nend\n',
    )
  })
})

describe('an access list', () => {
  test('that is written line by line stays so', () => {
    const text =
      'hostname r1\nversion 15.2\naccess-list 10 permit 192.0.2.0 0.0.0.255\naccess-list 11 permit any\nend\n'
    const closed = ({ accessLists }: Device): Change[] => [
      { setting: 'accessLists[].entries', item: accessLists.items[0], value: { last: 'deny' } },
    ]
    expect(mended(text, closed)).toBe(
      'hostname r1\nversion 15.2\naccess-list 10 permit 192.0.2.0 0.0.0.255\naccess-list 10 deny any log\naccess-list 11 permit any\nend\n',
    )
  })
})

describe('what is not written', () => {
  test('a word that only the site knows', () => {
    const reading = readDevice({ path: 'r1.cfg', text: 'hostname r1\nversion 15.2\nend\n' }, { platform: 'ios' })
    if (reading === undefined) throw new Error('the text cannot be read')
    expect(deviceMending(reading, [change(reading.device.enable.secret, '<NEW>')])).toBeUndefined()
  })

  test('anything in a capture of a terminal', () => {
    const captured = (text: string): boolean => {
      const reading = readDevice({ path: 'r1.cfg', text }, { platform: 'ios' })
      return reading !== undefined && isCapture(reading)
    }
    expect(captured('r1#show run\nBuilding configuration...\nhostname r1\nend\nr1#\n')).toBe(true)
    expect(captured('Current configuration : 120 bytes\n!\nhostname r1\nend\n')).toBe(true)
    expect(captured('r1(config)#ip http server\n')).toBe(true)
    expect(captured('! Last configuration change at 10:00\nhostname r1\nend\n')).toBe(false)
    expect(captured('conf t\nhostname r1\nend\nwr mem\n')).toBe(false)
  })
})

describe('edits', () => {
  test('rewording leaves alone what both have', () => {
    const made = (text: string, words: string): string =>
      applyEdits(text, [rewording(text, 0, text.length, words.split(' '))])
    expect(made('transport  input telnet ssh', 'transport input ssh')).toBe('transport  input ssh')
    expect(made('no ip  cef', 'ip cef')).toBe('ip  cef')
    expect(made('ip  cef', 'no ip cef')).toBe('no ip  cef')
    expect(made('login', 'login local')).toBe('login local')
    expect(made('login local', 'login')).toBe('login')
    expect(made('a b', 'c d')).toBe('c d')
  })

  test('of two findings collide where they overlap, or write the same line at the same place', () => {
    const at = (start: number, end: number, text: string) => [{ start, end, text }]
    expect(collide(at(0, 5, ''), at(4, 8, 'x'))).toBe(true)
    expect(collide(at(0, 5, ''), at(5, 8, 'x'))).toBe(false)
    expect(collide(at(5, 5, 'a\n'), at(5, 5, 'b\n'))).toBe(false)
    expect(collide(at(5, 5, 'a\n b\n'), at(5, 5, 'a\n c\n'))).toBe(true)
    expect(collide(at(3, 5, 'a'), at(3, 5, 'a'))).toBe(true)
  })
})
