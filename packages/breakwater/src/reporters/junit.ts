import { isFinding, type Result } from '../results.ts'
import { harmless } from '../text/harmless.ts'
import type { DeviceCard, Report, Reporter } from './report.ts'
import { deviceKey } from './shared.ts'

/** JUnit XML: a suite for each device, a failing case for each finding, and a passing one where there is none. */
export const junit: Reporter = (report) => {
  const findings = report.results.results.filter(isFinding)
  const groups = new Map<string, Result[]>()
  for (const finding of findings) {
    const key = deviceKey(finding)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [finding])
    else group.push(finding)
  }
  const suites = report.devices.map((device) =>
    suite(device, groups.get(`${device.file}\0${device.name}`) ?? [], report),
  )
  const cases = Math.max(
    report.devices.length,
    report.devices.reduce((sum, { file, name }) => sum + Math.max(1, groups.get(`${file}\0${name}`)?.length ?? 0), 0),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="breakwater" tests="${cases}" failures="${findings.length}" errors="0">
${suites.join('')}</testsuites>
`
}

function suite({ name, file }: DeviceCard, findings: readonly Result[], { prefix }: Report): string {
  const cases =
    findings.length === 0
      ? [`    <testcase name="no findings" classname="${xml(name)}" file="${xml(`${prefix}${file}`)}"/>\n`]
      : findings.map((finding) => failing(finding, prefix))
  const title = xml(`${name} (${prefix}${file})`)
  return `  <testsuite name="${title}" tests="${cases.length}" failures="${findings.length}" errors="0">\n${cases.join('')}  </testsuite>\n`
}

function failing(
  { rule, severity, device, message, setting, location, remediation = [] }: Result,
  prefix: string,
): string {
  const { file, startLine, startColumn } = location
  const path = `${prefix}${file}`
  const body = [
    `${path}:${startLine}:${startColumn}`,
    setting,
    ...(remediation.length > 0 ? ['Enter:', ...remediation] : []),
  ]
  return `    <testcase name="${xml(rule)}" classname="${xml(device)}" file="${xml(path)}" line="${startLine}">
      <failure type="${severity}" message="${xml(message)}">${body.map(xml).join('\n')}</failure>
    </testcase>
`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text of a file in an attribute or an element. XML 1.0 has no way to write most control characters. */
function xml(text: string): string {
  return harmless(text.replaceAll('\t', ' ')).replace(/[&<>"'\ufffe\uffff]/g, (sign) => ENTITIES[sign] ?? '\ufffd')
}
