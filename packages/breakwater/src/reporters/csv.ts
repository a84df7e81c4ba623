import { csv } from '../text/csv.ts'
import { whyText } from './pretty/parts.ts'
import type { Reporter } from './report.ts'

const HEAD = [
  'rule',
  'title',
  'verdict',
  'severity',
  'device',
  'platform',
  'setting',
  'message',
  'file',
  'line',
  'column',
  'guidance',
  'why',
  'remediation',
  'suppressed',
  'fingerprint',
]

/** For auditors and spreadsheets: one row a result. */
export const csvReport: Reporter = ({ results, rules }) =>
  csv([
    HEAD,
    ...results.results.map((result) => [
      result.rule,
      rules.get(result.rule)?.title ?? '',
      result.verdict,
      result.severity,
      result.device,
      result.platform,
      result.setting,
      result.message,
      result.location.file,
      result.location.startLine,
      result.location.startColumn,
      (rules.get(result.rule)?.guidance ?? []).join('; '),
      whyText(result.why),
      (result.remediation ?? []).join(' ⏎ '),
      result.suppressed?.reason ?? '',
      result.fingerprint,
    ]),
  ])
