import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { judge, type Device, type Finding, type Rule } from '@breakwater/core'
import { readDevice, remediationOf } from '@breakwater/network-os'
import { rules } from '@breakwater/rules'
import { parseSpec, type SpecCase } from '@breakwater/testing'
import { describe, expect, test } from 'vitest'
import { entered, filled } from './entering.ts'

/** Rules whose remediation works on the device and not on its text. */
const ON_THE_DEVICE = new Map([
  ['credentials/tacacs-key-type-6', 'password encryption aes: the device rewrites the keys by itself'],
])

const folder = join(import.meta.dirname, '../../rules/src')

function findingsOf(rule: Rule, it: SpecCase, text: string): { device: Device; findings: readonly Finding[] } {
  const reading = readDevice({ path: 'r1.cfg', text }, { platform: it.language as 'ios' | 'iosxe' })
  if (reading === undefined) throw new Error('the case cannot be read')
  const { device } = reading
  const options = { ...(rule.options?.defaults as object | undefined), ...(it.options as object | undefined) }
  const { findings } = judge([device], {
    rules: [{ rule, severity: rule.severity, options }],
    today: it.today ?? '2026-11-24',
    ...(it.site !== undefined && { site: it.site }),
  })
  return { device, findings }
}

const told = ({ judgement: { setting, message } }: Finding): string => `${setting}: ${message}`

const mendable = rules.flatMap((rule) => {
  if (ON_THE_DEVICE.has(rule.id)) return []
  return parseSpec(readFileSync(join(folder, rule.id, 'spec.md'), 'utf8')).cases.flatMap((it) => {
    const [file] = it.files
    if (file === undefined || !['ios', 'iosxe'].includes(it.language)) return []
    const { device, findings } = findingsOf(rule, it, file.text)
    return findings
      .filter(({ judgement }) => judgement.changes !== undefined)
      .map((finding, index) => ({ name: `${rule.id}: ${it.name}, finding ${index + 1}`, it, file, device, finding }))
  })
})

describe('the remediation mends what is found', () => {
  test.each(mendable.map((it) => [it.name, it] as const))('%s', (_name, { it, file, device, finding }) => {
    const { rule, judgement } = finding
    const lines = remediationOf(device.platform, judgement.changes ?? [])
    expect(lines).not.toEqual([])
    const after = findingsOf(rule, it, entered(file.text, filled(lines, judgement.changes ?? [], device)))
    expect(after.findings.map(told), lines.join('\n')).not.toContain(told(finding))
  })
})
