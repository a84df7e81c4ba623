import { expect, test } from 'vitest'
import { loadProject } from '../../src/index.ts'
import { fixtures } from '../fixtures.ts'
import { filesOf, plain } from '../files.ts'
import { templates } from './templates.ts'

const source = fixtures.find(({ path }) => path === 'templates.tf')?.text ?? ''
const outputs = Object.keys(templates).map((name) => `output "${name}" {\n  value = local.${name}\n}\n`)
const template = 'start\n%{ for x in l ~}\n  a ${~ x ~}  \n  b\n%{ endfor ~}\n\n  end ${~ "y" ~}\n\n\n z'
const project = loadProject(filesOf({ 'main.tf': source + outputs.join(''), 't.tftpl': template }), '')

test.each(Object.entries(templates))('the template %s', (name, expected) => {
  const value = project.outputs.find((output) => output.name === name)?.value
  expect(value === undefined ? undefined : plain(value)).toEqual(expected)
})
