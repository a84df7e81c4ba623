import { describe, expect, test } from 'vitest'
import { compileRows, matchRow } from './match.ts'
import { ignored } from './row.ts'

const matcher = compileRows(
  ignored(
    'ip http server',
    'ip ssh version <version>',
    'ip ssh server algorithm mac <macs...>',
    'transport input <protocols...>',
    'transport output <protocols...>',
    'access-class <list> in ...',
    'class <name>',
    'class-map <name>',
    'shutdown',
    'snmp-server host <address> version 3 <level> <user>',
    'snmp-server host <address> <rest...>',
    'banner ...',
  ),
)

const match = (text: string, negated = false) => {
  const found = matchRow(matcher, text, 0, text.length, negated)
  return found === undefined ? undefined : [found.row.pattern, ...found.captures.map((word) => word.text)]
}

describe('words and captures', () => {
  test.each([
    ['ip http server', ['ip http server']],
    ['  ip \t http  server ', ['ip http server']],
    ['IP HTTP Server', ['ip http server']],
    ['ip ssh version 2', ['ip ssh version <version>', '2']],
    ['ip ssh server algorithm mac a b', ['ip ssh server algorithm mac <macs...>', 'a b']],
    ['access-class 10 in', ['access-class <list> in ...', '10']],
    ['access-class 10 in vrf-also', ['access-class <list> in ...', '10', 'vrf-also']],
    ['banner', ['banner ...']],
    [
      'snmp-server host 192.0.2.1 version 3 priv u',
      ['snmp-server host <address> version 3 <level> <user>', '192.0.2.1', 'priv', 'u'],
    ],
    ['snmp-server host 192.0.2.1 version 2c x', ['snmp-server host <address> <rest...>', '192.0.2.1', 'version 2c x']],
  ])('%j', (text, expected) => {
    expect(match(text)).toEqual(expected)
  })

  test.each(['ip http', 'ip http server now', 'access-class 10 out', 'transport input', 'unheard of', ''])(
    '%j is none',
    (text) => {
      expect(match(text)).toBeUndefined()
    },
  )
})

describe('abbreviations', () => {
  test.each([
    ['shut', ['shutdown']],
    ['trans in ssh', ['transport input <protocols...>', 'ssh']],
    ['class-m X', ['class-map <name>', 'X']],
  ])('%j', (text, expected) => {
    expect(match(text)).toEqual(expected)
  })

  test.each(['s', 'cla X', 'snmp host 192.0.2.1 x'])('%j is too short, ambiguous, or a word of its own', (text) => {
    expect(match(text)).toBeUndefined()
  })
})

describe('negated commands', () => {
  test.each([
    ['ip ssh version', ['ip ssh version <version>']],
    ['ip ssh version 2', ['ip ssh version <version>', '2']],
    ['transport input', ['transport input <protocols...>']],
    ['ip http server now', ['ip http server']],
  ])('no %s', (text, expected) => {
    expect(match(text, true)).toEqual(expected)
  })
})

test('places are those of the text', () => {
  const found = matchRow(matcher, 'xx ip ssh version 2', 3, 19, false)
  expect(found?.captures).toEqual([{ text: '2', start: 18, end: 19 }])
})
