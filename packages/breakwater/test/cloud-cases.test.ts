import { judge } from '@breakwater/core'
import { rules as catalogue } from '@breakwater/rules'
import { terraform } from '@breakwater/terraform'
import { describe, expect, test } from 'vitest'
import { acls, groups, rules } from './cloud/aws.ts'
import { azure } from './cloud/azure.ts'
import type { CloudCase, Verdict } from './cloud/case.ts'
import { google } from './cloud/google.ts'
import { memoryFiles } from './memory-files.ts'

const rule = catalogue.find(({ id }) => id === 'cloud/management-ports-open')

/** The verdict on each resource that is judged; a failing one comes with its message. */
function verdictsOn(files: CloudCase['files']): Record<string, string> {
  const texts = typeof files === 'string' ? { 'main.tf': files } : files
  const all = Object.entries(texts).map(([path, text]) => ({ path, text }))
  const paths = all.map(({ path }) => path).filter((path) => terraform.claims(path))
  const { devices } = terraform.read(paths, memoryFiles(all), {})
  const enabled = rule === undefined ? [] : [{ rule, severity: rule.severity, options: { ports: [] } }]
  const verdicts: Record<string, string> = {}
  for (const { device } of devices) {
    const { findings, counts } = judge([device], { rules: enabled, today: '2026-11-24' })
    const [finding] = findings
    verdicts[device.name] = finding?.judgement.message ?? (counts.unknown > 0 ? 'unknown' : 'pass')
  }
  return verdicts
}

const CASES: readonly (readonly [string, readonly CloudCase[]])[] = [
  ['security groups of AWS', groups],
  ['their rules apart', rules],
  ['network ACLs', acls],
  ['Azure', azure],
  ['Google', google],
]

describe.each(CASES)('%s', (_, cases) => {
  test.each(cases)('$name', ({ files, verdicts }) => {
    const found = verdictsOn(files)
    const wanted = (verdict: Verdict): unknown =>
      typeof verdict === 'string' ? verdict : expect.stringContaining(`reach ${verdict.fail}`)
    expect(found).toMatchObject(
      Object.fromEntries(Object.entries(verdicts).map(([address, verdict]) => [address, wanted(verdict)])),
    )
    if (Object.keys(verdicts).length === 0) expect(found).toEqual({})
  })
})
