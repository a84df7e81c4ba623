import type { Files } from '@breakwater/core'
import { expect, test } from 'vitest'
import { ProjectSources } from '../src/project-sources.ts'

const plan = { path: 'tfplan.json', text: '{"format_version":"1.2","planned_values":{"note":"Breakwater.7"}}' }
const main = { path: 'main.tf', text: 'locals {\n  note = "planned_values"\n}\n' }

test('lines of a plan are not shown: sensitive values stand in them under any name', () => {
  const files: Files = { read: () => undefined, list: () => [] }
  const sources = new ProjectSources(files, (path) => path, undefined)
  sources.name(plan)
  sources.name(main)
  expect([...sources.shown()].map(([path]) => path)).toEqual(['main.tf'])
})
