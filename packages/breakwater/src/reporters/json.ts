import type { Location, ReportNote, Result, Results } from '../results.ts'
import { harmlessJson } from '../text/harmless.ts'
import type { Reporter } from './report.ts'

/** `breakwater/results@1`, keys in the documented order. */
export const json: Reporter = ({ results }) => `${harmlessJson(JSON.stringify(ordered(results), undefined, 2))}\n`

/** The same as data: nothing that the schema does not name. */
export function jsonOf(results: Results): Results {
  return JSON.parse(JSON.stringify(ordered(results))) as Results
}

function ordered({ schema, tool, summary, results, notes, fixed, unusual }: Results): unknown {
  const { files, devices, lines, linesUnderstood, fail, pass, unknown, notapplicable, suppressed, baselined } = summary
  const { critical, high, medium, low, info } = fail
  return {
    schema,
    tool: { name: tool.name, version: tool.version, rules: tool.rules, dataAsOf: tool.dataAsOf },
    summary: {
      files,
      devices,
      lines,
      linesUnderstood,
      fail: { critical, high, medium, low, info },
      pass,
      unknown,
      notapplicable,
      suppressed,
      baselined,
    },
    results: results.map(orderedResult),
    notes: notes.map(orderedNote),
    fixed: fixed && {
      applicability: fixed.applicability,
      written: fixed.written,
      files: fixed.files,
      edits: fixed.edits,
      findings: fixed.findings,
      left: {
        safe: fixed.left.safe,
        disruptive: fixed.left.disruptive,
        'lockout-risk': fixed.left['lockout-risk'],
        'needs-site-value': fixed.left['needs-site-value'],
      },
    },
    unusual: unusual?.map(({ rule, trait, devices: having, of, on, location }) => ({
      rule,
      trait,
      devices: having,
      of,
      on,
      location: orderedLocation(location),
    })),
  }
}

/** Keys that are undefined are left out by JSON. */
export function orderedResult(result: Result): unknown {
  const { via, why, suppressed, remediation, fix } = result
  return {
    rule: result.rule,
    verdict: result.verdict,
    severity: result.severity,
    device: result.device,
    platform: result.platform,
    setting: result.setting,
    message: result.message,
    location: orderedLocation(result.location),
    via: via?.length ? via.map((hop) => ({ role: hop.role, ...orderedLocation(hop) })) : undefined,
    why: why && { kind: why.kind, name: why.name, needs: why.needs },
    remediation: remediation?.length ? remediation : undefined,
    fix: fix && {
      applicability: fix.applicability,
      edits: fix.edits.map(({ file, start, end, text }) => ({ file, start, end, text })),
    },
    suppressed: suppressed && { by: suppressed.by, reason: suppressed.reason, expires: suppressed.expires },
    fingerprint: result.fingerprint,
  }
}

function orderedNote({ kind, message, location, count }: ReportNote): unknown {
  return { kind, message, location: location && orderedLocation(location), count }
}

function orderedLocation({ file, startLine, startColumn, endLine, endColumn }: Location): Location {
  return { file, startLine, startColumn, endLine, endColumn }
}
