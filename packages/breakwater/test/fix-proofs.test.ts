import { rules } from '@breakwater/rules'
import { expect, test } from 'vitest'
import { benchOf, type Bench } from '../src/fix/bench.ts'
import { mend } from '../src/fix/mend.ts'

/** A bench with these rules, and how often it read a text. */
function counting(ids: readonly string[]): { readonly bench: Bench; readonly reads: () => number } {
  const enabled = rules
    .filter(({ id }) => ids.includes(id))
    .map((rule) => ({ rule, severity: rule.severity, options: rule.options?.defaults ?? {} }))
  const bench = benchOf({ rulesFor: () => enabled, today: '2026-11-24', inlineConfig: true })
  let count = 0
  const read: Bench['read'] = (file, platform) => {
    count++
    return bench.read(file, platform)
  }
  return {
    bench: {
      ...bench,
      read,
      judge: (file, platform) => {
        const reading = read(file, platform)
        return reading && bench.stand(reading)
      },
    },
    reads: () => count,
  }
}

const ports = Array.from({ length: 200 }, (_, port) => `interface GigabitEthernet0/${port}\n mop enabled\n`).join('')
const text = `hostname r1\nversion 15.2\nenable secret 9 $9$Zq8vB2mN4kX1$abcDEF\n${ports}line vty 0 4\n login\nend\n`

test('many fixes are proven at once: a text and what was typed are read', () => {
  const { bench, reads } = counting(['services/no-legacy-services'])
  const mended = mend({ path: 'r1.cfg', text }, bench, 'safe')
  expect(mended?.edits).toBe(200)
  expect(reads()).toBe(3)
})

test('one that is refused costs few readings, and keeps none of the others back', () => {
  const { bench, reads } = counting(['services/no-legacy-services', 'aaa/new-model', 'aaa/accounting'])
  const mended = mend({ path: 'r1.cfg', text }, bench, 'lockout-risk')
  expect(mended?.edits).toBe(200)
  expect(mended?.withdrawn.map(({ rule }) => rule)).toEqual(['aaa/new-model'])
  expect(reads()).toBeLessThan(10)
})

test('a line asks local accounts only where there is one', () => {
  const { bench } = counting(['mgmt/console-authenticated'])
  const open = text.replace('line vty', 'line con 0\n no login\nline vty')
  const held = open.replace('enable', 'username eve secret 9 $9$Zq8vB2mN4kX1$ghiJKL\nenable')
  expect(mend({ path: 'r1.cfg', text: open }, bench, 'lockout-risk')?.edits).toBe(0)
  expect(mend({ path: 'r1.cfg', text: held }, bench, 'lockout-risk')?.after.reading.file.text).toBe(
    held.replace(' no login', ' login local'),
  )
})

test('a method list that is made anew stands in its own line', () => {
  const { bench } = counting(['aaa/centralized-login'])
  const list =
    'version 15.2\nhostname r1\naaa new-model\ntacacs server T\n address ipv4 192.0.2.9\naaa group server tacacs+ G\n server name T\naaa authentication login default group G\nline vty 0 4\n transport input ssh\nend\n'
  expect(mend({ path: 'r1.cfg', text: list }, bench, 'safe')?.after.reading.file.text).toBe(
    list.replace('group G\nline', 'group G local\nline'),
  )
})
