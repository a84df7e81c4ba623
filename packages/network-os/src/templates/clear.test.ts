import { originAt, type Clearing, type Condition, type TemplatePiece } from '@breakwater/core'
import { expect, test } from 'vitest'
import { readTemplate } from '../index.ts'

const file = { path: 'play.yml', text: 'first\nsecond\nthird\n' }
const [first, second, third] = [originAt(file, 0, 5), originAt(file, 6, 12), originAt(file, 13, 18)]

function line(text: string, at = first): TemplatePiece {
  return { text: `${text}\n`, at, template: at }
}

function clears(clearing: Clearing, when: readonly Condition[] = []): TemplatePiece {
  return { text: '', at: second, template: second, clears: clearing, when }
}

function read(...pieces: readonly TemplatePiece[]) {
  const device = readTemplate({ pieces, at: first }, { name: 'pe1', platform: 'ios' })?.device
  if (device === undefined) throw new Error('no device')
  return device
}

const later: readonly Condition[] = [{ kind: 'if', text: 'later', holds: true }]
const users = { lists: ['users'] } as const

test('a list holds what follows, and is whole; what says so is its place', () => {
  const { users: found } = read(line('username a'), clears(users), line('username b', third))
  expect(found.items.map(({ key }) => key)).toEqual(['b'])
  expect(found.complete).toBe(true)
  expect(found.at.span).toEqual(second.span)
})

test('nothing need follow', () => {
  const { users: found } = read(line('username a'), clears(users))
  expect([found.items.length, found.complete]).toEqual([0, true])
})

test('some items stay, and the list is open where it is said to be', () => {
  const { users: found } = read(
    line('username a'),
    line('username admin'),
    clears({ ...users, keep: ['admin'], open: true }),
  )
  expect([found.items.map(({ key }) => key), found.complete]).toEqual([['admin'], false])
})

test('what nobody knows opens the list again, whether it names an item or is a whole line', () => {
  const hole: TemplatePiece = { text: '', at: third, template: third, hole: { kind: 'unresolved', name: 'x' } }
  const end = { text: '\n', at: third, template: third }
  expect(read(clears(users), { ...line('username '), text: 'username ' }, hole, end).users.complete).toBe(false)
  expect(read(clears(users), hole, end).users.complete).toBe(false)
  expect(read(hole, end, clears(users)).users.complete).toBe(true)
})

test('settings and fields go back to their defaults', () => {
  const { ntp, interfaces } = read(
    line('ntp authenticate'),
    line('interface GigabitEthernet0/1'),
    line(' description up'),
    clears({ settings: ['ntp.authenticate'], fields: ['interfaces[].description'] }),
    line('interface GigabitEthernet0/2', third),
    line(' description other', third),
  )
  expect(ntp.authenticate).toMatchObject({ state: 'known', value: false, by: 'default', at: { span: second.span } })
  expect(interfaces.items.map(({ description }) => description.state)).toEqual(['absent', 'known'])
})

test('under a condition that nobody can decide everything stays beside what follows', () => {
  const { users: found, ntp } = read(
    line('username a'),
    line('ntp authenticate'),
    clears({ ...users, settings: ['ntp.authenticate'] }, later),
  )
  expect([found.items.map(({ key }) => key), found.complete]).toEqual([['a'], false])
  expect(ntp.authenticate).toMatchObject({ state: 'unknown', why: { kind: 'conditional' } })
})
