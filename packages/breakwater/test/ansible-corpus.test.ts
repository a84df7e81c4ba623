import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ansibleFrontend } from '@breakwater/ansible'
import type { Device } from '@breakwater/core'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../src/catalogue.ts'
import { diskFiles } from '../src/disk.ts'
import { json } from '../src/reporters/json.ts'
import type { Report } from '../src/reporters/report.ts'
import type { Results } from '../src/results.ts'
import { Run } from '../src/run.ts'
import { plain } from '../src/text/style.ts'

/** Public projects and templates, on the machines that have them beside the repository. */
const corpus = fileURLToPath(new URL('../../../../shared/corpus', import.meta.url))
const projects = ['ansible', 'jinja2'].flatMap((kind) => {
  const folder = join(corpus, kind)
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []
})

const enabled = [...catalogue.values()].map((rule) => ({
  rule,
  severity: rule.severity,
  options: rule.options?.defaults,
}))

interface Ran {
  readonly text: string
  readonly results: Results
  readonly bugs: readonly string[]
  /** What the devices' facts hold of secrets, as their files have it. */
  readonly secrets: ReadonlySet<string>
}

function run(root: string): Ran {
  const files = diskFiles(root)
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => ansibleFrontend.claims(path))
    .toSorted()
  const whole = new Run({
    rulesFor: () => enabled,
    rules: enabled.length,
    today: '2026-11-24',
    evidence: true,
    inlineConfig: true,
  })
  const project = whole.project(files, (path) => path)
  const reading = ansibleFrontend.read(paths, files, { inventory: [], extraVars: [], vars: [] })
  const secrets = new Set<string>()
  for (const source of reading.devices) {
    project.add(source)
    for (const text of secretsOf(source.device)) secrets.add(text)
  }
  project.end(reading)
  const { results, devices, posture, sources, bugs } = whole.end()
  const report: Report = {
    results,
    rules: new Map(),
    ran: new Set(),
    devices,
    posture,
    source: (file) => sources.get(file),
    style: plain,
    evidence: true,
    quiet: false,
    prefix: '',
  }
  return { text: json(report), results, bugs, secrets }
}

/** A short or common word also stands in messages and names. */
function secretsOf({ secrets }: Device): string[] {
  return secrets.items
    .map(({ secret, at }) => at.span.file.text.slice(secret.start, secret.end))
    .filter((text) => /^(?=.*[\d$#@!%^&*])[^\s{}]{7,}$/.test(text))
}

// Without the corpus there is nothing to read: the suite says so by its name.
describe.skipIf(projects.length === 0)(`Ansible and Jinja of ${corpus}`, () => {
  describe.each(projects)('%s', (root) => {
    const first = run(root)

    test('nothing fails', () => {
      expect(first.bugs).toEqual([])
      expect(
        first.results.notes.filter(({ message }) => /internal|undefined is not|cannot read/i.test(message)),
      ).toEqual([])
    })

    test('the same bytes again', () => {
      expect(run(root).text === first.text).toBe(true)
    })

    test('no secret is told', () => {
      expect([...first.secrets].filter((secret) => first.text.includes(secret))).toEqual([])
    })

    test('nothing is found in what a hole stands for, but literals', () => {
      const files = diskFiles(root)
      const found = first.results.results.filter(({ verdict }) => verdict === 'fail')
      const inHoles = found.filter(({ location: { file, startLine, startColumn } }) => {
        const line = files.read(file)?.text.split(/\r\n?|\n/)[startLine - 1] ?? ''
        const before = line.slice(0, startColumn - 1)
        const isInside = /\.j(?:inja)?2$/.test(file) && before.lastIndexOf('{{') > before.lastIndexOf('}}')
        return isInside && !/^['"\d]/.test(line.slice(startColumn - 1)) && !/['"]$/.test(before)
      })
      expect(inHoles).toEqual([])
    })
  })

  test('there is something to read', () => {
    expect(projects.length).toBeGreaterThan(5)
  })
})
