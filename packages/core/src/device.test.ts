import { describe, expect, test } from 'vitest'
import { Draft } from './draft.ts'
import { buildDevice, type Defaults, type Identity } from './device.ts'
import { settingPath, valueOf } from './fact.ts'
import { originAt } from './source.ts'

const file = { path: 'r1.cfg', text: 'hostname r1\nline vty 0 4\n exec-timeout 0 0\n no ip ssh version\n' }
const at = originAt(file, 0, 11)
const header = originAt(file, 12, 24)
const line = originAt(file, 26, 42)

function device(draft: Draft, coverage: 'whole' | 'part' = 'whole', defaults: Defaults = {}) {
  const nothing = { state: 'absent', at, item: undefined } as const
  const identity: Identity = {
    name: 'r1',
    platform: 'ios',
    coverage,
    at,
    release: { ...nothing, setting: 'release' },
    train: { ...nothing, setting: 'train' },
    box: { ...nothing, setting: 'box' },
    hardware: { setting: 'hardware', items: [], complete: false, at },
  }
  return buildDevice({ ...identity, draft, defaults })
}

describe('what silence means', () => {
  test('part: not in view', () => {
    expect(device(new Draft(), 'part', { 'ssh.version': { kind: 'value', value: 2 } }).ssh.version).toEqual({
      state: 'unknown',
      why: { kind: 'not-in-view' },
      at,
      setting: 'ssh.version',
      item: undefined,
    })
  })

  test('whole with a default: known, by default', () => {
    const { version } = device(new Draft(), 'whole', { 'ssh.version': { kind: 'value', value: 2 } }).ssh
    expect(version).toEqual({ state: 'known', value: 2, by: 'default', at, setting: 'ssh.version', item: undefined })
  })

  test('whole without a default: absent', () => {
    expect(device(new Draft()).ssh.version.state).toBe('absent')
    expect(device(new Draft(), 'whole', { 'ssh.version': { kind: 'none' } }).ssh.version.state).toBe('absent')
  })

  test('whole, and the release always prints it: the file was edited', () => {
    expect(device(new Draft(), 'whole', { 'http.server': { kind: 'printed' } }).http.server).toMatchObject({
      state: 'unknown',
      why: { kind: 'not-in-view' },
    })
  })

  test('the default differs between releases: unknown, with what it can be', () => {
    const { version } = device(new Draft(), 'whole', {
      'ssh.version': { kind: 'varies', needs: 'the release', oneOf: [2, 1.99] },
    }).ssh
    expect(version).toMatchObject({
      state: 'unknown',
      why: { kind: 'release', needs: 'the release' },
      oneOf: [2, 1.99],
    })
  })

  test('a default may depend on the device and on the item', () => {
    const draft = new Draft()
    draft.add('lines', 'vty 0 4', { kind: 'vty', first: 0, last: 4 }, header)
    draft.add('lines', 'con 0', { kind: 'console', first: 0, last: 0 }, header)
    const defaults: Defaults = {
      'lines[].login': (_, item) => ({ kind: 'value', value: item.kind === 'vty' ? 'line' : 'none' }),
    }
    expect(device(draft, 'whole', defaults).lines.items.map((item) => valueOf(item.login))).toEqual(['line', 'none'])
  })

  test('`no …` is the default at the place of that line, in a part too', () => {
    const draft = new Draft()
    draft.unset('ssh.version', line)
    const { version } = device(draft, 'part', { 'ssh.version': { kind: 'value', value: 1.99 } }).ssh
    expect(version).toMatchObject({ state: 'known', value: 1.99, by: 'default', at: line })
  })
})

describe('lists', () => {
  test('items carry their identity, facts and paths; the last statement wins', () => {
    const draft = new Draft()
    const item = draft.add('lines', 'vty 0 4', { kind: 'vty', first: 0, last: 4 }, header)
    item.set('execTimeout', 600, header)
    item.set('execTimeout', 0, line)
    const [vty] = device(draft).lines.items
    expect(vty).toMatchObject({ key: 'vty 0 4', list: 'lines', kind: 'vty', first: 0, last: 4, at: header })
    expect(vty?.execTimeout).toMatchObject({ state: 'known', value: 0, by: 'config', at: line })
    expect(vty && settingPath(vty.execTimeout)).toBe('lines[vty 0 4].execTimeout')
    expect(vty?.accessClassIn).toMatchObject({ state: 'absent', at: header })
  })

  test('a section that is opened again merges', () => {
    const draft = new Draft()
    draft.add('users', 'a', { name: 'a' }, header).set('privilege', 15, header)
    draft.add('users', 'a', { name: 'a' }, line).set('view', 'noc', line)
    const { users } = device(draft)
    expect(users.items.map((user) => [valueOf(user.privilege), valueOf(user.view)])).toEqual([[15, 'noc']])
  })

  test('a list is complete when the device is whole and nothing opened it', () => {
    const open = new Draft()
    open.open('snmp.communities')
    expect(device(new Draft()).snmp.communities.complete).toBe(true)
    expect(device(new Draft(), 'part').snmp.communities.complete).toBe(false)
    expect(device(open).snmp.communities).toMatchObject({ complete: false, items: [], setting: 'snmp.communities', at })
  })

  test('an access list resolves in its own family; a dangling name is absent, out of view unknown', () => {
    const draft = new Draft()
    draft.add('accessLists', '4:MGMT', { name: 'MGMT', family: 4, kind: 'standard', entries: [] }, line)
    expect(device(draft).resolve('accessList', 'MGMT', 4)).toMatchObject({ state: 'known', value: { name: 'MGMT' } })
    expect(device(draft).resolve('accessList', 'MGMT', 6).state).toBe('absent')
    expect(device(draft, 'part').resolve('accessList', 'mgmt', 4)).toMatchObject({
      state: 'unknown',
      why: { kind: 'not-in-view' },
    })
  })
})
