import {
  judge,
  type Device,
  type Finding,
  type Lifecycle,
  type Rule,
  type SecretVerifier,
  type SourceFile,
} from '@breakwater/core'
import type { SpecCase } from './spec.ts'

export interface CheckOptions {
  /** Reads the files of a case, whose fence is of that language, into devices. */
  readonly read: (language: string, files: readonly SourceFile[]) => readonly Device[]
  readonly verifySecret?: SecretVerifier
  readonly lifecycle?: Lifecycle
  /** `YYYY-MM-DD`, for cases that do not give a day. */
  readonly today?: string
}

/**
 * Runs a rule over a case and says what differs from what the case expects; empty when all is as expected.
 * Fails have to be exactly those expected; other verdicts have to be found where they are expected.
 */
export function checkCase(spec: SpecCase, rule: Rule, options: CheckOptions): string[] {
  const files = spec.files.map(({ path, text }) => ({ path, text }))
  const devices = options.read(spec.language, files)
  if (devices.length === 0) return ['no device is read from the case']
  const enabled = { rule, severity: rule.severity, options: withDefaults(rule, spec.options) }
  const { lifecycle, verifySecret } = options
  const report = judge(devices, {
    rules: [enabled],
    today: spec.today ?? options.today ?? '2026-11-24',
    evidence: true,
    ...(spec.site === undefined ? {} : { site: spec.site }),
    ...(verifySecret === undefined ? {} : { verifySecret }),
    ...(lifecycle === undefined ? {} : { lifecycle }),
  })
  const problems = report.notes.filter((note) => note.kind === 'bug').map((note) => note.message)
  const found = report.findings.map((finding) => ({ finding, line: lineOf(finding), taken: false }))
  const tell = (entry: (typeof found)[number]): string => {
    const { judgement } = entry.finding
    return `${judgement.verdict} at ${judgement.at.span.file.path}:${entry.line} (${judgement.setting}): ${judgement.message}`
  }
  for (const file of spec.files) {
    for (const expectation of file.expected) {
      const entry = found.find(
        (candidate) =>
          !candidate.taken &&
          candidate.finding.judgement.at.span.file.path === file.path &&
          candidate.line === expectation.line &&
          candidate.finding.judgement.verdict === expectation.verdict &&
          (expectation.message === undefined || candidate.finding.judgement.message.includes(expectation.message)),
      )
      if (entry !== undefined) entry.taken = true
      else
        problems.push(
          `expected ${expectation.verdict} at ${file.path}:${expectation.line}${expectation.message === undefined ? '' : ` "${expectation.message}"`}`,
        )
    }
  }
  for (const entry of found) {
    const { verdict } = entry.finding.judgement
    if (entry.taken || verdict === spec.expect) continue
    if (verdict === 'fail' || spec.expect !== undefined) problems.push(`did not expect ${tell(entry)}`)
  }
  if (spec.expect !== undefined && !found.some((entry) => entry.finding.judgement.verdict === spec.expect))
    problems.push(`expected ${spec.expect}`)
  if (problems.length > 0)
    problems.push(...found.filter((entry) => !entry.taken).map((entry) => `  there is ${tell(entry)}`))
  return problems
}

function withDefaults(rule: Rule, options: unknown): unknown {
  const defaults = rule.options?.defaults
  return typeof defaults === 'object' && defaults !== null
    ? { ...defaults, ...(options as object | undefined) }
    : (options ?? defaults)
}

function lineOf(finding: Finding): number {
  const { file, start } = finding.judgement.at.span
  return file.text.slice(0, start).split('\n').length
}
