import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { judge, originAt, type Device, type SourceFile, type TemplatePiece } from '@breakwater/core'
import { readDevice, readTemplate } from '@breakwater/network-os'
import { rules } from '@breakwater/rules'
import { parseSpec } from '@breakwater/testing'
import { expect, test } from 'vitest'

const folder = new URL('../../rules/src', import.meta.url).pathname

/** Every device text of the specifications. */
const texts = rules.flatMap(({ id }) => {
  const page = join(folder, id, 'spec.md')
  if (!existsSync(page)) return []
  return parseSpec(readFileSync(page, 'utf8')).cases.flatMap((it) =>
    it.language === 'ios' || it.language === 'iosxe'
      ? it.files.map((file) => ({ platform: it.language as 'ios' | 'iosxe', file }))
      : [],
  )
})

function verdicts(device: Device | undefined): unknown {
  if (device === undefined) return undefined
  const enabled = rules.map((rule) => ({ rule, severity: rule.severity, options: rule.options?.defaults }))
  const { findings, notes } = judge([device], { rules: enabled, today: '2026-11-24', evidence: true })
  return {
    findings: findings.map(({ rule, judgement }) => [
      rule.id,
      judgement.verdict,
      judgement.setting,
      judgement.message,
      place(judgement.at),
    ]),
    notes: notes.map(({ kind, message }) => [kind, message]),
    secrets: device.secrets.items.map(({ key, secret, at }) => [key, secret.start, secret.end, place(at)]),
  }
}

function place({ span: { file, start, end } }: Device['at']): readonly unknown[] {
  return [file.path, file.text.slice(0, start).split('\n').length, start, end]
}

/** The text in pieces of some lines each. */
function piecesOf(file: SourceFile, size: number): TemplatePiece[] {
  const pieces: TemplatePiece[] = []
  let start = 0
  for (const chunk of file.text.match(new RegExp(`(?:[^\\n]*\\n){1,${size}}|[^\\n]+$`, 'g')) ?? []) {
    const at = originAt(file, start, start + chunk.length)
    pieces.push({ text: chunk, at, template: at })
    start += chunk.length
  }
  return pieces
}

test('there are texts', () => {
  expect(texts.length).toBeGreaterThan(100)
})

test.each([1, 20])('a text without holes, in pieces of %d lines, says what the file says', (size) => {
  for (const { platform, file } of texts) {
    const source = { path: file.path, text: file.text }
    const plain = readDevice(source, { platform })
    const first = plain?.device.at ?? originAt(source, 0, 0)
    const name = plain?.device.name ?? file.path
    const template = readTemplate({ pieces: piecesOf(source, size), at: first }, { platform, name })
    expect(verdicts(template?.device)).toEqual(verdicts(plain?.device))
  }
})
