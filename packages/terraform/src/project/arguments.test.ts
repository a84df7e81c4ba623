import { expect, test } from 'vitest'
import { filesOf } from '../../test/files.ts'
import { countArguments } from './arguments.ts'
import { loadProject } from './load.ts'

function count(body: string): string {
  const project = loadProject(filesOf({ 'main.tf': `resource "x" "y" {\n${body}\n}\n` }), '')
  const [resource] = project.resources
  if (resource === undefined) throw new Error('there is no resource')
  const reads = new Set(['a', 'rule.port', 'rule', 'rule.deep.x'])
  const { all, understood } = countArguments(resource.body, reads, new Set(['tags']))
  return `${understood} of ${all}`
}

test.each([
  ['', '0 of 0'],
  ['a = 1\nb = 2', '1 of 2'],
  ['a = null', '0 of 0'],
  ['a = [1, 2]', '1 of 1'],
  ['rule {\n  port = 1\n  other = 2\n}\nrule {\n  port = 3\n}', '2 of 3'],
  ['rule = [{ port = 1, other = 2 }, { port = 3 }]', '2 of 3'],
  ['rule = { port = 1, other = 2 }', '1 of 2'],
  ['rule = []', '1 of 1'],
  ['rule = var.nothing', '1 of 1'],
  ['rule {\n  deep {\n    x = 1\n    y = 2\n  }\n}', '1 of 2'],
  ['tags = { a = 1, b = 2 }', '1 of 1'],
  ['rule {\n  tags {\n    a = 1\n    b = 2\n  }\n}', '1 of 1'],
  ['other {\n  a = 1\n}', '0 of 1'],
])('%s', (body, expected) => expect(count(body)).toBe(expected))
