import {
  judge,
  originAt,
  type Condition,
  type SourceFile,
  type TemplatePiece,
  type TemplateText,
} from '@breakwater/core'
import { readTemplate, type DeviceReading, type TemplateOptions } from '@breakwater/network-os'
import { rules } from '@breakwater/rules'
import { describe, expect, test } from 'vitest'

interface Row {
  readonly text: string
  readonly when?: readonly Condition[]
}

const when = (text: string, holds = true): readonly Condition[] => [{ kind: 'if', text, holds }]
const each = (text: string): readonly Condition[] => [{ kind: 'loop', text, holds: true }]

/** A template of rows in which `«name»` is filled in: from `vars.yml` where it has the name, else by a hole. */
function template(rows: readonly (string | Row)[], vars: Readonly<Record<string, string>> = {}): TemplateText {
  const all = rows.map((row) => (typeof row === 'string' ? { text: row } : row))
  const file: SourceFile = {
    path: 'base.j2',
    text: all.map(({ text }) => `${text.replaceAll(/«(\w+)»/g, '{{ $1 }}')}\n`).join(''),
  }
  const values: SourceFile = {
    path: 'vars.yml',
    text: Object.entries(vars)
      .map(([name, value]) => `${name}: "${value}"\n`)
      .join(''),
  }
  const pieces: TemplatePiece[] = []
  let at = 0
  for (const row of all) {
    const conditions = row.when === undefined ? {} : { when: row.when }
    for (const part of `${row.text}\n`.split(/(«\w+»)/)) {
      if (part === '') continue
      const name = /^«(\w+)»$/.exec(part)?.[1]
      const width = name === undefined ? part.length : name.length + 6
      const own = originAt(file, at, at + width)
      at += width
      if (name === undefined) pieces.push({ text: part, at: own, template: own, ...conditions })
      else if (vars[name] === undefined)
        pieces.push({ text: '', at: own, template: own, hole: { kind: 'unresolved', name }, ...conditions })
      else {
        const start = values.text.indexOf(`"${vars[name]}"`, values.text.indexOf(`${name}:`))
        const span = { file: values, start, end: start + vars[name].length + 2 }
        pieces.push({
          text: vars[name],
          at: { span, via: [{ role: 'template', span: own.span }] },
          template: own,
          ...conditions,
        })
      }
    }
  }
  return { pieces, at: originAt(file, 0, 1) }
}

const part: TemplateOptions = { name: 'pe1', platform: 'iosxe' }
const WHOLE = ['version 17.9', 'hostname pe1']

function read(text: TemplateText, options: TemplateOptions = part): DeviceReading {
  const reading = readTemplate(text, options)
  if (reading === undefined) throw new Error('not read')
  return reading
}

/** `fail vars.yml:1 message` */
function judged(text: TemplateText, ...ids: readonly string[]): string[] {
  const enabled = rules
    .filter(({ id }) => ids.includes(id))
    .map((rule) => ({ rule, severity: rule.severity, options: rule.options?.defaults }))
  const { findings, notes } = judge([read(text).device], { rules: enabled, today: '2026-11-24', evidence: true })
  expect(notes.filter(({ kind }) => kind === 'bug')).toEqual([])
  return findings.map(({ judgement: { verdict, message, at } }) => {
    const line = at.span.file.text.slice(0, at.span.start).split('\n').length
    const told = verdict === 'fail' ? ` ${message}` : ''
    return `${verdict} ${at.span.file.path}:${line}${told}`
  })
}

describe('places', () => {
  test('a value at fault is changed where it is written, and the template is the way', () => {
    const text = template(['line vty 0 4', ' transport input «protocols»'], { protocols: 'telnet ssh' })
    expect(judged(text, 'mgmt/no-telnet')).toEqual([expect.stringMatching(/^fail vars\.yml:1 /)])
    const { transportInput } = read(text).device.lines.items[0] ?? {}
    expect(transportInput?.at.via.map(({ role }) => role)).toEqual(['template'])
    expect(transportInput?.at.span).toMatchObject({ start: 12, end: 18 })
  })

  test('the element that is wrong, of a list from two places', () => {
    const text = template(['line vty 0 4', ' transport input ssh «more»'], { more: 'telnet' })
    expect(read(text).device.lines.items[0]?.transportInput).toMatchObject({ parts: [{}, {}] })
    expect(judged(text, 'mgmt/no-telnet')).toEqual([expect.stringMatching(/^fail vars\.yml:1 /)])
    const other = template(['line vty 0 4', ' transport input telnet «more»'], { more: 'ssh' })
    expect(judged(other, 'mgmt/no-telnet')).toEqual([expect.stringMatching(/^fail base\.j2:2 /)])
  })

  test('a number that is made of what was filled in', () => {
    const text = template(['line vty 0 4', ' exec-timeout «minutes» 0'], { minutes: '60' })
    expect(judged(text, 'mgmt/exec-timeout')).toEqual([expect.stringMatching(/^fail vars\.yml:1 /)])
  })

  test('a community exists at the template line, what is well known of it at the value', () => {
    const text = template(['snmp-server community «community» RO 10'], { community: 'public' })
    expect(judged(text, 'snmp/no-v1-v2c')).toEqual([expect.stringMatching(/^fail base\.j2:1 /)])
    expect(judged(text, 'snmp/no-default-community')).toEqual([expect.stringMatching(/^fail vars\.yml:1 /)])
  })

  test('a secret stands where its text stands, with the offsets of that file', () => {
    const text = template(['enable secret 0 «enable»', 'username ops secret 0 Own$ecret1'], { enable: 'S3cret.' })
    const secrets = read(text).device.secrets.items.map(({ secret, at }) =>
      at.span.file.text.slice(secret.start, secret.end),
    )
    expect(secrets).toEqual(['S3cret.', 'Own$ecret1'])
    for (const { secret, at } of read(text).device.secrets.items)
      expect([at.span.start, at.span.end]).toEqual([secret.start, secret.end])
  })

  test('an entry that admits everybody, at the word that says so', () => {
    const rows = ['ip access-list standard MGMT', ' permit «who»', 'line vty 0 4', ' access-class MGMT in']
    expect(judged(template(rows, { who: 'any' }), 'mgmt/vty-acl-not-permissive')).toEqual([
      expect.stringMatching(/^fail vars\.yml:1 /),
    ])
  })

  test('a line that a variable holds whole is there', () => {
    const text = template(['«extra»'], { extra: 'ip http server' })
    expect(read(text).device.http.server).toMatchObject({ value: true, at: { span: { file: { path: 'vars.yml' } } } })
  })

  test('the release from beside the text', () => {
    const { device } = read(template(['line vty 0 4']), { ...part, release: { text: '17.9.4a', at: undefined } })
    expect(device.release).toMatchObject({
      state: 'known',
      value: { text: '17.9.4a' },
      at: { span: { start: 0, end: 1 } },
    })
  })
})

describe('holes', () => {
  test('a value that nobody knows', () => {
    const { device } = read(
      template(['line vty 0 4', ' transport input «p»', ' exec-timeout «m» 0', 'ip ssh version «v»']),
    )
    const why = (name: string) => ({ state: 'unknown', why: { kind: 'unresolved', name } })
    expect(device.lines.items[0]?.transportInput).toMatchObject(why('p'))
    expect(device.lines.items[0]?.execTimeout).toMatchObject(why('m'))
    expect(device.ssh.version).toMatchObject(why('v'))
  })

  test('what the rest of the line says is known', () => {
    const { device } = read(
      template([...WHOLE, 'snmp-server community public RO «acl»', 'username ops privilege 15 secret 9 «hash»']),
    )
    expect(device.snmp.communities.items[0]).toMatchObject({
      wellKnown: { value: true },
      access: { value: 'ro' },
      accessList: { state: 'unknown', why: { name: 'acl' } },
    })
    expect(device.users.items[0]).toMatchObject({ privilege: { value: 15 }, credentialForm: { value: 'secret' } })
    expect(device.users.items[0]?.credential).toMatchObject({ state: 'unknown' })
  })

  test('a hole among options leaves open what it may say', () => {
    const { device } = read(template([...WHOLE, 'snmp-server community public «mode»', 'username ops «options»']))
    const [community] = device.snmp.communities.items
    expect([community?.wellKnown, community?.access]).toMatchObject([{ value: true }, { state: 'unknown' }])
    const [user] = device.users.items
    expect([user?.privilege, user?.credential]).toMatchObject([{ state: 'unknown' }, { state: 'unknown' }])
  })

  test('a hole in the name of an item opens its list, and the item is judged', () => {
    const text = template([...WHOLE, 'snmp-server host «nms» version 2c public'])
    expect(read(text).device.snmp.hosts).toMatchObject({ complete: false, items: [{ version: { value: '2c' } }] })
    expect(judged(text, 'snmp/trap-host-v3')).toEqual([expect.stringMatching(/^fail base\.j2:3 /)])
  })

  test('an item of which the hole may be the kind is not judged', () => {
    const { snmp } = read(template([...WHOLE, 'snmp-server group OPS v3 «level»'])).device
    expect(snmp.groups.complete).toBe(false)
    expect(judged(template([...WHOLE, 'snmp-server group OPS v3 «level»']), 'snmp/v3-authpriv')).not.toContainEqual(
      expect.stringMatching(/^fail/),
    )
  })

  test('holes of one name at two places are two', () => {
    const rows = ['interface «name»', ' shutdown', 'interface «name»', ' no shutdown']
    expect(read(template(rows)).device.interfaces.items.map(({ shutdown }) => shutdown)).toMatchObject([
      { value: true },
      { value: false },
    ])
  })

  test('a line that is a hole opens its section, or the device', () => {
    const section = read(template([...WHOLE, 'line vty 0 4', ' «more»', 'no ip http server'])).device
    expect(section.lines.items[0]?.transportInput).toMatchObject({ state: 'unknown', why: { name: 'more' } })
    expect(section.users).toMatchObject({ complete: true })
    const device = read(template([...WHOLE, '«more»', 'no ip http server'])).device
    expect(device.http.server).toMatchObject({ value: false })
    expect(device.users).toMatchObject({ complete: false })
    expect(device.ssh.version).toMatchObject({ state: 'unknown', why: { name: 'more' } })
  })

  test('a hole in place of a keyword leaves the line open', () => {
    const { device } = read(template([...WHOLE, 'ip «what» server']))
    expect(device.http.server).toMatchObject({ state: 'unknown', why: { name: 'what' } })
  })

  test('an access list of holes is not empty, and a reference of a hole not dangling', () => {
    const rows = [...WHOLE, 'ip access-list standard MGMT', ' «entries»', 'line vty 0 4', ' access-class MGMT in']
    expect(judged(template(rows), 'mgmt/acl-undefined')).not.toContainEqual(expect.stringMatching(/^fail/))
    const named = template([...WHOLE, 'line vty 0 4', ' access-class «acl» in'])
    expect(judged(named, 'mgmt/acl-undefined')).not.toContainEqual(expect.stringMatching(/^fail/))
  })

  test('a secret that is a hole is no clear text', () => {
    const text = template(['username ops password 0 «vaulted»', 'enable secret 0 pre«vaulted»'])
    expect(judged(text, 'credentials/no-plaintext')).not.toContainEqual(expect.stringMatching(/^fail/))
  })
})

describe('conditions', () => {
  test('a violation that some branch makes fails, and names the condition', () => {
    const text = template([
      'line vty 0 4',
      ' transport input ssh',
      { text: ' transport input telnet', when: when('old') },
    ])
    expect(judged(text, 'mgmt/no-telnet')).toEqual([expect.stringMatching(/^fail base\.j2:3 .* \(when old\)$/)])
  })

  test('of an else', () => {
    const text = template([
      'line vty 0 4',
      { text: ' transport input ssh', when: when('new') },
      { text: ' transport input telnet', when: when('new', false) },
    ])
    expect(judged(text, 'mgmt/no-telnet')).toEqual([expect.stringMatching(/^fail base\.j2:3 .* \(when not \(new\)\)$/)])
  })

  test('a mending line lifts no earlier violation', () => {
    const text = template([
      'line vty 0 4',
      ' transport input telnet',
      { text: ' transport input ssh', when: when('new') },
    ])
    expect(judged(text, 'mgmt/no-telnet')).toEqual([expect.stringMatching(/^fail base\.j2:2 [^(]*$/)])
  })

  test('a later line without a condition settles it', () => {
    const text = template([
      'line vty 0 4',
      { text: ' transport input telnet', when: when('old') },
      ' transport input ssh',
    ])
    expect(judged(text, 'mgmt/no-telnet')).toEqual(['pass base.j2:3'])
  })

  test('a satisfying line keeps an absence from failing', () => {
    const without = template([...WHOLE, 'line vty 0 4'])
    expect(judged(without, 'mgmt/vty-access-class')).toEqual([expect.stringMatching(/^fail/)])
    const rows = [...WHOLE, 'line vty 0 4', { text: ' access-class MGMT in', when: when('filtered') }]
    expect(judged(template(rows), 'mgmt/vty-access-class')).toEqual(['unknown base.j2:4'])
  })

  test('an if with its else leaves no absence', () => {
    const text = template([
      ...WHOLE,
      'line vty 0 4',
      { text: ' access-class A in', when: when('a') },
      { text: ' access-class B in', when: when('a', false) },
    ])
    expect(judged(text, 'mgmt/vty-access-class')).toEqual(['pass base.j2:5'])
  })

  test('an item under a condition, and one for each of something unknown', () => {
    const rows = [{ text: 'snmp-server community «c» RW', when: each('communities') }]
    expect(judged(template(rows), 'snmp/no-write')).toEqual([
      expect.stringMatching(/^fail base\.j2:1 .* \(for each of communities\)$/),
    ])
    const presence = [...WHOLE, { text: 'banner login ^Authorised use only^', when: when('banner') }]
    expect(judged(template(presence), 'mgmt/login-banner')).toEqual([expect.stringMatching(/^unknown/)])
  })

  test('what a line under a condition takes away may be there still', () => {
    const rows = ['snmp-server community public RO', { text: 'no snmp-server community public', when: when('clean') }]
    expect(judged(template(rows), 'snmp/no-v1-v2c')).toEqual([expect.stringMatching(/^fail base\.j2:1 /)])
  })

  test('what a line under a condition replaces stays beside it', () => {
    const rows = [
      'snmp-server host 192.0.2.1 version 2c public',
      { text: 'snmp-server host 192.0.2.1 version 1 public', when: when('ancient') },
    ]
    expect(judged(template(rows), 'snmp/trap-host-v3')).toEqual([
      expect.stringMatching(/^fail base\.j2:1 [^(]*$/),
      expect.stringMatching(/^fail base\.j2:2 .* \(when ancient\)$/),
    ])
  })
})
