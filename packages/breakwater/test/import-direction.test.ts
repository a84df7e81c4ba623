import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

interface Case {
  readonly file: string
  readonly imports: string
  /** The help of the one violation; undefined: the import is allowed. */
  readonly help?: string
}

const coreAlone = 'core imports its own files only: no other package and no Node module.'
const noNode = 'Only breakwater and action may import Node modules; the other packages also run in a browser.'
const noNetwork = 'Nothing leaves the machine and no text is run as code: see SECURITY.md.'
const ownFiles = 'A relative import stays inside its package; import another package by its name.'
const direction = (from: string, to: string): string => `The direction of imports: ${from} may import ${to}.`
const lifecycle = direction('lifecycle', '@breakwater/core')
const networkOs = direction('network-os', '@breakwater/core, @breakwater/lifecycle')
const rules = direction('rules', '@breakwater/core, @breakwater/lifecycle')
const testing = direction('testing', '@breakwater/core')

const cases: readonly Case[] = [
  { file: 'core/src/engine.ts', imports: 'node:fs', help: coreAlone },
  { file: 'core/src/engine.ts', imports: 'fs', help: coreAlone },
  { file: 'core/src/engine.ts', imports: '@breakwater/lifecycle', help: coreAlone },
  { file: 'core/src/engine.ts', imports: 'semver', help: coreAlone },
  { file: 'core/src/engine.ts', imports: '../../lifecycle/src/lookup.ts', help: ownFiles },
  { file: 'core/src/vocabulary/ssh.ts', imports: '../fact.ts' },
  { file: 'lifecycle/src/lookup.ts', imports: '@breakwater/network-os', help: lifecycle },
  { file: 'lifecycle/src/lookup.ts', imports: '@breakwater/core' },
  { file: 'lifecycle/src/lookup.ts', imports: 'semver' },
  { file: 'network-os/src/platforms/ios/detect.ts', imports: 'breakwater', help: networkOs },
  { file: 'network-os/src/platforms/ios/detect.ts', imports: '@breakwater/rules', help: networkOs },
  { file: 'network-os/src/platforms/ios/detect.ts', imports: 'node:path', help: noNode },
  { file: 'network-os/src/platforms/ios/detect.ts', imports: '../../../../core/src/index.ts', help: ownFiles },
  { file: 'network-os/src/platforms/ios/detect.ts', imports: '@breakwater/lifecycle' },
  { file: 'network-os/src/acl.test.ts', imports: 'node:fs' },
  { file: 'rules/src/ssh/version-2-only/rule.ts', imports: '@breakwater/network-os', help: rules },
  { file: 'rules/src/ssh/version-2-only/rule.ts', imports: '@breakwater/network-os/ios', help: rules },
  { file: 'rules/src/ssh/version-2-only/rule.ts', imports: '@breakwater/core' },
  { file: 'rules/src/ssh/version-2-only/rule.test.ts', imports: '@breakwater/network-os' },
  { file: 'testing/src/index.ts', imports: 'node:fs', help: noNode },
  { file: 'testing/src/index.ts', imports: '@breakwater/rules', help: testing },
  { file: 'breakwater/src/files.ts', imports: 'node:https', help: noNetwork },
  { file: 'breakwater/src/files.ts', imports: 'node:fs' },
  { file: 'breakwater/src/files.ts', imports: '@breakwater/rules' },
]

interface Report {
  readonly diagnostics: readonly { readonly code: string; readonly help: string; readonly filename: string }[]
}

const workspace = join(import.meta.dirname, '..', '..', '..')
const path = (index: number, file: string): string =>
  // One file per case, beside the file that the case names.
  join('packages', file.replace(/(?<end>(?:\.test)?\.ts)$/u, `-${index}$<end>`))

let folder: string
let report: Report

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'breakwater-import-direction-'))
  const config = JSON.parse(readFileSync(join(workspace, '.oxlintrc.json'), 'utf8')) as Record<string, unknown>
  writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify({ ...config, options: { typeAware: false } }))
  for (const [index, { file, imports }] of cases.entries()) {
    const at = join(folder, path(index, file))
    mkdirSync(dirname(at), { recursive: true })
    writeFileSync(at, `export * from '${imports}'\n`)
  }
  const oxlint = join(workspace, 'node_modules', 'oxlint', 'bin', 'oxlint')
  const run = spawnSync(process.execPath, [oxlint, '--format=json', 'packages'], { cwd: folder, encoding: 'utf8' })
  report = JSON.parse(run.stdout) as Report
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

test.each(cases.map((one, index) => ({ ...one, index, verdict: one.help === undefined ? 'may' : 'may not' })))(
  '$file $verdict import $imports',
  ({ index, file, help }) => {
    const found = report.diagnostics
      .filter((diagnostic) =>
        diagnostic.filename.replaceAll('\\', '/').endsWith(path(index, file).replaceAll('\\', '/')),
      )
      .filter((diagnostic) => diagnostic.code === 'eslint(no-restricted-imports)')
      .map((diagnostic) => diagnostic.help)
    expect(found).toEqual(help === undefined ? [] : [help])
  },
)
