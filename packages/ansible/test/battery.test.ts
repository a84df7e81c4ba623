import type { SourceFile } from '@breakwater/core'
import { expect, it } from 'vitest'
import {
  entry,
  fileTemplate,
  renderTemplate,
  textOf,
  undefinedData,
  type RenderOptions,
  type Scope,
} from '../src/index.ts'
import { battery, includes, variables } from './battery.ts'

const files = new Map<string, SourceFile>(Object.entries(includes).map(([path, text]) => [path, { path, text }]))
const scope: Scope = {
  lookup: (name) => (variables.kind === 'dict' ? entry(variables, name) : undefined) ?? undefinedData(name),
}
const options: RenderOptions = { load: (name) => files.get(name) }

it.each(battery)('%j', (template, text) => {
  const rendered = renderTemplate(fileTemplate({ path: 't.j2', text: template }), scope, options)
  expect(textOf(rendered, () => '')).toBe(text)
})
