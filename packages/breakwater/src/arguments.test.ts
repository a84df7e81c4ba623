import { describe, expect, test } from 'vitest'
import { commandHelp, readArguments } from './arguments.ts'
import { UsageError } from './errors.ts'
import { nearest } from './nearest.ts'

const spec = {
  name: 'check',
  operands: '[paths…]',
  summary: 'Judges.',
  options: {
    format: { short: 'f', value: 'name', multiple: true, help: 'How to report' },
    'fail-on': { value: 'severity', choices: ['high', 'medium'], help: 'When to fail' },
    quiet: { short: 'q', help: 'Say less' },
  },
} as const

test('options and operands, in any order', () => {
  expect(
    readArguments(spec, ['a', '-q', '--format', 'json', '--format=pretty=x=y', '--fail-on=high', '--', '-b']),
  ).toEqual({
    options: { format: ['json', 'pretty=x=y'], 'fail-on': 'high', quiet: true, help: false },
    operands: ['a', '-b'],
    help: false,
  })
})

test('nothing given', () => {
  expect(readArguments(spec, []).options).toEqual({ format: [], 'fail-on': undefined, quiet: false, help: false })
})

describe('what is wrong, and what would be right', () => {
  test.for([
    [['--fomat=x'], 'unknown option --fomat; did you mean "--format"?'],
    [['-x'], 'unknown option -x'],
    [['--format'], '--format needs a value: --format <name>'],
    [['--format', '--quiet'], '--format needs a value: --format <name>'],
    [['--quiet=yes'], '--quiet takes no value'],
    [['--fail-on', 'hihg'], '--fail-on cannot be "hihg"; did you mean "high"?\nit is one of high, medium'],
    [['--fail-on=high', '--fail-on=medium'], '--fail-on is given twice'],
  ] as const)('%j', ([argv, message]) => {
    expect(() => readArguments(spec, argv)).toThrow(UsageError)
    expect(() => readArguments(spec, argv)).toThrow(message)
  })
})

test('the help', () => {
  expect(commandHelp(spec)).toBe(`breakwater check [paths…]

Judges.

Options:
  -f, --format <name>       How to report (repeatable)
      --fail-on <severity>  When to fail (high, medium)
  -q, --quiet               Say less
  -h, --help                Show this help
`)
})

test('nearest', () => {
  expect(nearest('mgmt/no-telnt', ['mgmt/no-telnet', 'mgmt/no-http'])).toBe('mgmt/no-telnet')
  expect(nearest('chekc', ['check', 'rules'])).toBe('check')
  expect(nearest('xyz', ['check', 'rules'])).toBeUndefined()
})
