import {
  buildDevice,
  defineRule,
  Draft,
  fail,
  originAt,
  pass,
  type Device,
  type Judgement,
  type SourceFile,
} from '@breakwater/core'
import { expect, test } from 'vitest'
import { checkCase } from './check.ts'
import { parseSpec } from './spec.ts'

function deviceOf(file: SourceFile): Device {
  const at = originAt(file, 0, file.text.indexOf('\n'))
  const nothing = { state: 'absent', at, item: undefined } as const
  return buildDevice({
    name: file.path,
    platform: 'ios',
    coverage: 'whole',
    at,
    release: { ...nothing, setting: 'release' },
    train: { ...nothing, setting: 'train' },
    box: { ...nothing, setting: 'box' },
    hardware: { setting: 'hardware', items: [], complete: false, at },
    draft: new Draft(),
    defaults: {},
  })
}

/** Fails every line that says `bad`, passes every line that says `good`. */
const rule = defineRule({
  id: 'test/words',
  title: 'Words',
  severity: 'low',
  why: '',
  guidance: [],
  platforms: ['ios'],
  since: '0.1.0',
  *check({ at }): Iterable<Judgement> {
    const { file } = at.span
    for (const { index, 0: word } of file.text.matchAll(/^(bad|good)$/gm)) {
      const subject = { setting: 'test', at: originAt(file, index, index + word.length) }
      yield word === 'bad' ? fail(subject, 'a bad word') : pass(subject)
    }
  },
})

function problems(...rows: readonly string[]): string[] {
  const [spec] = parseSpec(['```ios', ...rows, '```'].join('\n')).cases
  if (spec === undefined) throw new Error('no case')
  return checkCase(spec, rule, { read: (_, files) => files.map(deviceOf) })
}

test('what is expected is found', () => {
  expect(problems('! expect: fail "bad word"', 'bad', '! expect: pass', 'good')).toEqual([])
})

test('a fail that is not expected, and one that is expected and missing', () => {
  expect(problems('! expect: pass', 'good', 'bad')).toEqual([
    'did not expect fail at ios.cfg:3 (test): a bad word',
    '  there is fail at ios.cfg:3 (test): a bad word',
  ])
  expect(problems('! expect: fail', 'good')).toEqual([
    'expected fail at ios.cfg:2',
    '  there is pass at ios.cfg:2 (test): in order',
  ])
})

test('the right verdict at the wrong line or with another message is wrong', () => {
  expect(problems('! expect: fail', 'fine', 'bad')[0]).toBe('expected fail at ios.cfg:2')
  expect(problems('! expect: fail "other words"', 'bad')[0]).toBe('expected fail at ios.cfg:2 "other words"')
})
