import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Rule, SourceFile } from '@breakwater/core'
import { applyEdits, deviceMending, inOrder, remediationOf } from '@breakwater/network-os'
import { rules } from '@breakwater/rules'
import { parseSpec, type SpecCase } from '@breakwater/testing'
import { describe, expect, test } from 'vitest'
import { benchOf, matterOf, type Bench } from '../src/fix/bench.ts'
import { fixClasses } from '../src/fix/classes.ts'
import { mend } from '../src/fix/mend.ts'
import { planFix } from '../src/fix/plan.ts'

const folder = join(import.meta.dirname, '../../rules/src')

function benchFor(rule: Rule, it: SpecCase): Bench {
  const options = { ...(rule.options?.defaults as object | undefined), ...(it.options as object | undefined) }
  const enabled = [{ rule, severity: rule.severity, options }]
  return benchOf({
    rulesFor: () => enabled,
    ...(it.site !== undefined && { siteFor: () => it.site ?? {} }),
    today: it.today ?? '2026-11-24',
    inlineConfig: true,
  })
}

/** Snooping alone makes the next finding, that ARP is not inspected: then nothing is written. */
const BRINGS_ANOTHER = new Set(['l2/dhcp-snooping-dai'])

const examples = rules.flatMap((rule) =>
  parseSpec(readFileSync(join(folder, rule.id, 'spec.md'), 'utf8')).cases.flatMap((it) => {
    const [first] = it.files
    if (first === undefined || (it.language !== 'ios' && it.language !== 'iosxe')) return []
    const platform: 'ios' | 'iosxe' = it.language
    const file: SourceFile = { path: 'r1.cfg', text: first.text }
    const bench = benchFor(rule, it)
    const standing = bench.judge(file, platform)
    if (standing === undefined) return []
    return standing.open.flatMap((finding, index) =>
      ['safe', 'disruptive', 'lockout-risk'].includes(finding.judgement.applicability ?? '')
        ? [{ name: `${rule.id}: ${it.name}, finding ${index + 1}`, file, platform, bench, standing, finding }]
        : [],
    )
  }),
)

const isOpen = (text: string): boolean => /<[A-Z][A-Z0-9-]*>/.test(text)

describe('the fix of every example', () => {
  test('there are examples of every class', () => {
    const classes = examples.map(({ finding }) => finding.judgement.applicability)
    for (const one of fixClasses) expect(classes.filter((other) => other === one).length).toBeGreaterThan(20)
  })

  test.each(examples.map((it) => [it.name, it] as const))('%s', (_name, example) => {
    const { file, platform, bench, standing, finding } = example
    const { changes = [], applicability } = finding.judgement
    const edits = planFix(standing, bench, finding, platform)
    if (BRINGS_ANOTHER.has(finding.rule.id) && finding.judgement.setting === 'switching.dhcpSnoopingVlans') {
      expect(edits).toBeUndefined()
      return
    }
    if (deviceMending(standing.reading, changes) === undefined) {
      // A word that only the site knows.
      expect(applicability).toBe('lockout-risk')
      expect(remediationOf(platform, changes).join('\n')).toMatch(/<[A-Z-]+>/)
      expect(edits).toBeUndefined()
      return
    }
    expect(edits).toBeDefined()
    expect((edits ?? []).some(({ text }) => isOpen(text))).toBe(false)
    const text = applyEdits(file.text, edits ?? [])
    const after = bench.judge({ path: file.path, text }, platform)
    const matter = matterOf(finding)
    expect(after?.doubts.get(matter) ?? 0).toBeLessThan(standing.doubts.get(matter) ?? 0)
    // What stands outside of the edits is there still, byte for byte and in its order.
    let rest = file.text
    for (const edit of inOrder(edits ?? []).toReversed()) rest = rest.slice(0, edit.start) + '\0' + rest.slice(edit.end)
    let from = 0
    for (const part of rest.split('\0')) {
      const at = text.indexOf(part, from)
      expect(at).toBeGreaterThanOrEqual(from)
      from = at + part.length
    }
  })
})

const texts = [...new Map(examples.map((it) => [`${it.finding.rule.id}\n${it.file.text}`, it])).values()]

describe('a second run finds nothing more to fix', () => {
  test.each(texts.map((it) => [it.name, it] as const))('%s', (_name, { file, platform, bench }) => {
    const first = mend(file, bench, 'lockout-risk', platform)
    const second = mend(
      { path: file.path, text: first?.after.reading.file.text ?? '' },
      bench,
      'lockout-risk',
      platform,
    )
    expect(second?.edits).toBe(0)
    expect(second?.after.reading.file.text).toBe(first?.after.reading.file.text)
  })
})

describe('the ends of lines', () => {
  test.each(texts.map((it) => [it.name, it] as const))('%s', (_name, { file, platform, bench }) => {
    const plain = mend(file, bench, 'lockout-risk', platform)?.after.reading.file.text ?? ''
    const text = file.text.replaceAll('\n', '\r\n')
    const crlf = mend({ path: file.path, text }, bench, 'lockout-risk', platform)?.after.reading.file.text
    expect(crlf).toBe(plain.replaceAll('\n', '\r\n'))
  })
})
