import { expect, test } from 'vitest'
import { iosModes } from '../platforms/ios/modes.ts'
import { LineKind } from './lines.ts'
import { parseLines } from './parse.ts'
import { children, commands, lineAt, sectionEnd } from './view.ts'

const text = `hostname pe1
router bgp 65000
 bgp log-neighbor-changes
 !
 address-family ipv4
  network 192.0.2.0
 exit-address-family
 neighbor 192.0.2.2 remote-as 65001
!
interface Gi0/1
!
interface Gi0/2
 shutdown
`
const table = parseLines(text, iosModes)

test('a view names modes and holds the content', () => {
  expect(lineAt(table, 4)).toEqual({
    line: 4,
    text: 'address-family ipv4',
    start: 60,
    end: 79,
    kind: LineKind.command,
    parent: 1,
    mode: 'router bgp',
    opens: 'bgp address-family',
  })
  expect(lineAt(table, 0).opens).toBeUndefined()
})

test('children are of every kind, and not those of nested sections', () => {
  expect([...children(table, 1)]).toEqual([2, 3, 4, 7])
  expect([...children(table, 4)]).toEqual([5, 6])
  expect([...children(table, 9)]).toEqual([])
  expect([...children(table, 0)]).toEqual([])
})

test('commands leave out comments and exits', () => {
  expect([...commands(table, 1)]).toEqual([2, 4, 7])
  expect([...commands(table, 4)]).toEqual([5])
  expect([...commands(table, -1)]).toEqual([0, 1, 9, 11])
})

test('a section ends after its last line', () => {
  expect(sectionEnd(table, 1)).toBe(8)
  expect(sectionEnd(table, 4)).toBe(7)
  expect(sectionEnd(table, 9)).toBe(10)
  expect(sectionEnd(table, 11)).toBe(13)
  expect(sectionEnd(table, 0)).toBe(1)
})
