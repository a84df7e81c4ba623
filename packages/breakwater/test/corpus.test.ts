import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { readDevice } from '@breakwater/network-os'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../src/catalogue.ts'
import { decodeFile, findFiles, readBytes } from '../src/files.ts'
import { loadReporter, reporterNames } from '../src/reporters/index.ts'
import type { Report } from '../src/reporters/report.ts'
import { Run } from '../src/run.ts'
import { plain } from '../src/text/style.ts'

/** Real configurations, where they lie beside the repository. */
const corpus = fileURLToPath(new URL('../../../../shared/corpus/ios', import.meta.url))
const action = fileURLToPath(new URL('../../action/dist/action.js', import.meta.url))
const example = fileURLToPath(new URL('../../../examples/isp-edge', import.meta.url))

describe.each([corpus, example].filter((folder) => existsSync(folder)))('%s', async (folder) => {
  const enabled = [...catalogue.values()].map((rule) => ({
    rule,
    severity: rule.severity,
    options: rule.options?.defaults,
  }))
  const run = new Run({
    rulesFor: () => enabled,
    rules: enabled.length,
    today: '2026-11-24',
    evidence: true,
    inlineConfig: true,
  })
  const secrets = new Set<string>()
  for (const { path, absolute } of findFiles(['.'], folder)) {
    const read = readBytes(absolute)
    if ('refused' in read) continue
    const file = { path, text: await decodeFile(read.bytes) }
    const reading = readDevice(file)
    if (reading === undefined) continue
    run.add(file)
    for (const { secret } of reading.device.secrets.items) {
      const text = file.text.slice(secret.start, secret.end)
      // A short or common word also stands in messages and names.
      if (/^(?=.*[\d$#@!%^&*])\S{7,}$/.test(text)) secrets.add(text)
    }
  }
  const outcome = run.end()

  test('no rule fails', () => {
    expect(outcome.bugs).toEqual([])
    expect(outcome.results.results.length).toBeGreaterThan(0)
  })

  test.each(reporterNames)('no secret stands in %s', async (name) => {
    const report: Report = {
      results: outcome.results,
      rules: new Map(),
      ran: new Set(),
      devices: outcome.devices,
      posture: outcome.posture,
      source: (file) => outcome.sources.get(file),
      style: plain,
      evidence: true,
      quiet: false,
      prefix: '',
    }
    const text = (await loadReporter(name))(report)
    expect([...secrets].filter((secret) => text.includes(secret))).toEqual([])
  })

  test('no secret stands in what the Action prints and writes', () => {
    const temporary = mkdtempSync(join(tmpdir(), 'breakwater-'))
    const [output, summary] = [join(temporary, 'output'), join(temporary, 'summary')]
    const { stdout, stderr, status } = spawnSync(process.execPath, [action], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: {
        PATH: process.env['PATH'],
        INPUT_PROFILE: 'all',
        'INPUT_SARIF-FILE': join(temporary, 'sarif'),
        GITHUB_WORKSPACE: folder,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        RUNNER_TEMP: temporary,
      },
    })
    expect([status, stderr]).toEqual([1, ''])
    const written = [output, summary, join(temporary, 'sarif'), join(temporary, 'breakwater/results.json')]
    const text = [stdout, ...written.map((file) => readFileSync(file, 'utf8'))].join('\n')
    expect([...secrets].filter((secret) => text.includes(secret))).toEqual([])
    expect(stdout).toMatch(/^::error file=/m)
    rmSync(temporary, { recursive: true })
  })
})
