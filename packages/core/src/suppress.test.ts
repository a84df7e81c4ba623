import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  iosComments,
  readSuppressions,
  suppressionAt,
  unusedSuppressions,
  type SuppressionOptions,
} from './suppress.ts'

const options: SuppressionOptions = {
  leaders: iosComments,
  isRule: (id) => ['mgmt/no-telnet', 'snmp/no-write'].includes(id),
  today: '2026-11-24',
}

/** For each line of the text, the rules that are suppressed at its beginning. */
function suppressedLines(text: string, given: SuppressionOptions = options): Record<string, string[]> {
  const suppressions = readSuppressions(text, given)
  const lines: Record<string, string[]> = {}
  let at = 0
  for (const line of text.split('\n')) {
    const rules = ['mgmt/no-telnet', 'snmp/no-write'].filter((rule) =>
      suppressionAt(suppressions, rule, at + line.search(/\S|$/)),
    )
    if (rules.length > 0) lines[line.trim()] = rules
    at += line.length + 1
  }
  return lines
}

function problems(text: string, given: SuppressionOptions = options): string[] {
  return readSuppressions(text, given).problems.map(
    ({ message, start, end }) => `${message} @ ${text.slice(start, end)}`,
  )
}

describe('what a comment covers', () => {
  test('the next line', () => {
    const text = `line vty 0 4
 ! breakwater-disable-next-line mgmt/no-telnet -- jump host, CHG123
 transport input telnet
 login local`
    expect(suppressedLines(text)).toEqual({ 'transport input telnet': ['mgmt/no-telnet'] })
  })

  test('the next line that is no such comment', () => {
    const text = `! breakwater-disable-next-line mgmt/no-telnet -- one
! breakwater-disable-next-line snmp/no-write -- two
x
y`
    expect(suppressedLines(text)).toMatchObject({ x: ['mgmt/no-telnet', 'snmp/no-write'] })
    expect(suppressedLines(text)).not.toHaveProperty('y')
  })

  test('its own line', () => {
    const text = ` transport input telnet ! breakwater-disable-line mgmt/no-telnet -- why\n login`
    expect(Object.values(suppressedLines(text))).toEqual([['mgmt/no-telnet']])
  })

  test('a range, up to the end of the file', () => {
    const text = `a
! breakwater-disable mgmt/no-telnet, snmp/no-write -- why
b
! breakwater-enable snmp/no-write
c
! breakwater-enable
d
! breakwater-disable mgmt/no-telnet -- why
e`
    expect(suppressedLines(text)).toMatchObject({
      b: ['mgmt/no-telnet', 'snmp/no-write'],
      c: ['mgmt/no-telnet'],
      e: ['mgmt/no-telnet'],
    })
    expect(suppressedLines(text)).not.toHaveProperty('a')
    expect(suppressedLines(text)).not.toHaveProperty('d')
  })

  test('the file', () => {
    expect(suppressedLines('a\n! breakwater-disable-file snmp/no-write -- why\nb')).toMatchObject({
      a: ['snmp/no-write'],
      b: ['snmp/no-write'],
    })
  })

  test('CRLF', () => {
    const text = 'a\r\n! breakwater-disable-next-line mgmt/no-telnet -- why\r\nb\r\nc'
    expect(suppressedLines(text)).toEqual({ b: ['mgmt/no-telnet'] })
    expect(readSuppressions(text, options).all[0]?.reason).toBe('why')
  })
})

describe('what suppresses nothing, and is told', () => {
  test.for([
    ['! breakwater-disable-next-line mgmt/no-telnet', 'The suppression gives no reason; write one after " -- "'],
    ['! breakwater-disable-next-line mgmt/no-telnet --', 'The suppression gives no reason; write one after " -- "'],
    [
      '! breakwater-disable-next-line mgmt/no-telnet -- (expires=2027-01-01)',
      'The suppression gives no reason; write one after " -- "',
    ],
    ['! breakwater-disable-next-line -- why', 'The suppression names no rule'],
    ['! breakwater-disable-file mgmt/no-telnet -- why (expires=2026-11-23)', 'The suppression expired on 2026-11-23'],
    [
      '! breakwater-disable-file mgmt/no-telnet -- why (expires=2027-02-30)',
      'The suppression expires on "2027-02-30", which is no date of the form YYYY-MM-DD',
    ],
    ['! breakwater-disable-file mgmt/no-telnt -- why', 'The suppression names an unknown rule, "mgmt/no-telnt"'],
    ['! breakwater-disable-file mgmt/* -- why', 'The suppression names an unknown rule, "mgmt/*"'],
  ] as const)('%s', ([comment, message]) => {
    expect(suppressedLines(`${comment}\nx`)).toEqual({})
    expect(problems(`${comment}\nx`)[0]).toContain(message)
  })

  test('an unknown rule does not take its neighbours along', () => {
    const text = '! breakwater-disable-next-line mgmt/no-telnt, snmp/no-write -- why\nx'
    expect(suppressedLines(text)).toEqual({ x: ['snmp/no-write'] })
    expect(problems(text)).toEqual(['The suppression names an unknown rule, "mgmt/no-telnt" @ mgmt/no-telnt'])
  })
})

describe('what is no comment', () => {
  test.for([
    ['a banner', '! breakwater-disable-file snmp/no-write -- why'],
    ['a command', 'description breakwater-disable-file snmp/no-write -- why'],
    ['a range after a command', 'x ! breakwater-disable-file snmp/no-write -- why'],
    ['another word', '! breakwater-disabled snmp/no-write -- why'],
  ] as const)('%s', ([what, text]) => {
    const isText = (): boolean => what === 'a banner'
    expect(readSuppressions(text, { ...options, isText })).toEqual({ all: [], problems: [] })
  })
})

test('the last day counts', () => {
  const text = '! breakwater-disable-file snmp/no-write -- why (expires=2026-11-24)'
  expect(readSuppressions(text, options).all).toMatchObject([{ reason: 'why', expires: '2026-11-24' }])
})

test('other languages have other comments', () => {
  const jinja = { ...options, leaders: [{ open: '{#', closes: ['-#}', '#}'] }, { open: '#' }] }
  expect(readSuppressions('{# breakwater-disable-file snmp/no-write -- why #}', jinja).all).toMatchObject([
    { reason: 'why' },
  ])
  expect(readSuppressions('# breakwater-disable-file snmp/no-write -- why', jinja).all).toMatchObject([
    { reason: 'why' },
  ])
})

test('an unused suppression is told, unless its rule was not judged', () => {
  const suppressions = readSuppressions('! breakwater-disable-file snmp/no-write, mgmt/no-telnet -- why', options)
  const used = new Set(suppressions.all.slice(0, 1))
  expect(unusedSuppressions(suppressions, used, () => true).map(({ message }) => message)).toEqual([
    'The suppression of mgmt/no-telnet is not needed',
  ])
  expect(unusedSuppressions(suppressions, used, () => false)).toEqual([])
})

test('any text can be read, and every place lies in it', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '! ',
      'breakwater-',
      'disable',
      '-next-line',
      '-file',
      'enable',
      ' -- ',
      'snmp/no-write',
      ',',
      '(expires=',
      '2027-01-01',
      ')',
      '\n',
      '\r\n',
    ),
    fc.string({ maxLength: 3 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('')
      const { all, problems: told } = readSuppressions(text, options)
      for (const { start, end } of [...all, ...told])
        expect(0 <= start && start <= end && end <= text.length).toBe(true)
    }),
  )
})
