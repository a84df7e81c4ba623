import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ansibleFrontend } from '@breakwater/ansible'
import type { Rule } from '@breakwater/core'
import { lifecycleOf, loadLifecycle } from '@breakwater/lifecycle'
import { readDevice } from '@breakwater/network-os'
import { coverageOf, guidanceDocuments, rules as builtIn } from '@breakwater/rules'
import { terraform } from '@breakwater/terraform'
import { checkCase, parseSpec, printPage, type CheckOptions } from '@breakwater/testing'
import { describe, expect, test } from 'vitest'
import { markdownTable } from '../src/text/markdown.ts'
import { memoryFiles } from './memory-files.ts'

const root = new URL('../../..', import.meta.url).pathname
const rules = join(root, 'packages/rules/src')

const folders = readdirSync(rules, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((category) => readdirSync(join(rules, category.name)).map((name) => `${category.name}/${name}`))
  .filter((id) => existsSync(join(rules, id, 'rule.ts')))
  .toSorted()

test('every rule is in the index', () => {
  expect(builtIn.map(({ id }) => id).toSorted()).toEqual(folders)
})

test('docs/rules/README.md lists the rules by category and by clause', async () => {
  const sorted = builtIn.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const categories = [...new Set(sorted.map(({ id }) => id.split('/')[0] ?? ''))]
  const link = (id: string): string => `[${id}](${id}.md)`
  const page = `# The rules

Printed from the rules. \`breakwater explain <rule>\` shows a page in the terminal, \`breakwater coverage\` how far a clause is checked.

## By category

${categories
  .map((category) => {
    const own = sorted.filter(({ id }) => id.startsWith(`${category}/`))
    const rows = own.map(({ id, title, severity, platforms }) => [link(id), severity, title, platforms.join(', ')])
    return `### ${category}\n\n${markdownTable(['rule', 'severity', 'what it wants', 'platforms'], rows)}`
  })
  .join('\n')}
## By clause

${guidanceDocuments
  .map(({ id, title }) => {
    const rows = coverageOf(sorted)
      .filter(({ document }) => document === id)
      .map(({ clause, text, rules: ids, reason }) => [clause, text, ids.map(link).join(', '), reason ?? ''])
    return `### ${id}: ${title}\n\n${markdownTable(['clause', 'recommendation', 'rules', 'left to people'], rows)}`
  })
  .join('\n')}`
  await expect(page).toMatchFileSnapshot(join(root, 'docs/rules/README.md'))
})

const lifecycle = lifecycleOf(await loadLifecycle())

/** A device for each file of a configuration. */
const readText: CheckOptions['read'] = (language, files) =>
  files.flatMap((file) => readDevice(file, { platform: language as 'ios' | 'iosxe' })?.device ?? [])

/** The devices of the root module at the top. */
const readTerraform: CheckOptions['read'] = (_language, files) => {
  const paths = files.map(({ path }) => path).filter((path) => terraform.claims(path))
  return [...terraform.read(paths, memoryFiles(files), {}).devices].map(({ device }) => device)
}

/** The devices that the playbooks make, or that the templates print. */
const readAnsible: CheckOptions['read'] = (_language, files) => {
  const paths = files.map(({ path }) => path).filter((path) => ansibleFrontend.claims(path))
  const options = { extraVars: [], inventory: [], vars: [] }
  return [...ansibleFrontend.read(paths, memoryFiles(files), options).devices].map(({ device }) => device)
}

/** What reads the files of a case, by the language of its first fence. */
const readers: Readonly<Record<string, CheckOptions['read'] | undefined>> = {
  ios: readText,
  iosxe: readText,
  hcl: readTerraform,
  jinja: readAnsible,
  yaml: readAnsible,
}

describe.each(folders)('%s', async (id) => {
  const { default: rule } = (await import(join(rules, id, 'rule.ts'))) as { default: Rule }
  const spec = parseSpec(readFileSync(join(rules, id, 'spec.md'), 'utf8'))

  test('the rule is named as its folder, and its page as the rule', () => {
    expect(rule.id).toBe(id)
    expect(spec.page.split('\n')[0]).toBe(`# ${rule.title}`)
    expect(spec.problems).toEqual([])
  })

  test('the page shows a fail, a pass and an unknown', () => {
    const verdicts = new Set(
      spec.cases.flatMap((it) => [it.expect, ...it.files.flatMap((file) => file.expected.map((e) => e.verdict))]),
    )
    expect([...verdicts]).toEqual(expect.arrayContaining(['fail', 'pass', 'unknown']))
  })

  test.for(spec.cases.map((it) => [it.name, it] as const))('%s', ([, it], { skip }) => {
    const read = readers[it.language]
    if (read === undefined) return skip(`no front-end reads ${it.language} yet`)
    expect(checkCase(it, rule, { read, lifecycle })).toEqual([])
  })

  test('docs/rules', async () => {
    await expect(printPage(rule, spec)).toMatchFileSnapshot(join(root, 'docs/rules', `${id}.md`))
  })
})
