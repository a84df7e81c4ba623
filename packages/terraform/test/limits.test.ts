import { expect, test } from 'vitest'
import { loadProject } from '../src/index.ts'
import { filesOf, plain } from './files.ts'

/** Forty locals, each of which has the one before it twice. */
function doubling(first: string, next: (before: string) => string): string {
  const steps = Array.from({ length: 40 }, (_, index) => `  v${index + 1} = ${next(`local.v${index}`)}\n`)
  return `locals {\n  v0 = ${first}\n${steps.join('')}}\noutput "x" {\n  value = local.v40\n}\n`
}

function output(texts: Readonly<Record<string, string>>) {
  const { outputs, notes } = loadProject(filesOf(texts), '')
  return { value: outputs.map(({ value }) => plain(value)), notes: notes.map(({ message }) => message) }
}

test.each([
  ['texts', '"xxxxxxxxxxxxxxxx"', (one: string) => `"\${${one}}\${${one}}"`],
  ['texts with a hole', '"x${var.nothing}"', (one: string) => `"\${${one}}\${${one}}"`],
  ['tuples', '[1, 2]', (one: string) => `[${one}, ${one}]`],
  ['objects', '{ x = 1 }', (one: string) => `{ l = ${one}, r = ${one} }`],
  ['lists', '[1, 2]', (one: string) => `concat(${one}, ${one})`],
  ['objects by `merge`', '{ x = 1 }', (one: string) => `{ for k, v in { l = ${one}, r = ${one} } : k => v }`],
])('%s that double at each step are unknown in the end', (_, first, next) => {
  const { value } = output({ 'main.tf': doubling(first, next) })
  expect(JSON.stringify(value)).toMatch(/<unreadable>|<>|"rest"/)
})

test('what is too large is told once', () => {
  const { notes } = output({ 'main.tf': doubling('[1, 2]', (one) => `[${one}, ${one}]`) })
  expect(notes).toEqual(['a value has more than 1000000 members: it is unknown'])
})

test.each([
  ['file("../../../etc/passwd")'],
  ['file("/etc/passwd")'],
  ['file("${path.root}/../secret.txt")'],
  ['templatefile("../secret.txt", {})'],
  ['filebase64("../secret.txt")'],
  ['yamldecode(file("../secret.txt"))'],
])('%s reads nothing outside of the root of the check', (call) => {
  const asked: string[] = []
  const files = filesOf({ 'main.tf': `output "x" {\n  value = ${call}\n}\n` })
  const watched = { ...files, read: (path: string) => (asked.push(path), files.read(path)) }
  const { outputs } = loadProject(watched, '')
  expect(outputs.map(({ value }) => value.kind)).toEqual(['unknown'])
  expect(asked.filter((path) => path.startsWith('/') || path.startsWith('..'))).toEqual([])
})

test.each([
  ['itself', { 'main.tf': 'module "a" {\n  source = "./."\n}\n' }],
  [
    'one after the other',
    {
      'main.tf': 'module "a" {\n  source = "./a"\n}\n',
      'a/main.tf': 'module "b" {\n  source = "../b"\n}\n',
      'b/main.tf': 'module "a" {\n  source = "../a"\n}\n',
    },
  ],
  [
    'a great many of each other',
    { 'main.tf': 'module "a" {\n  source = "./a"\n  count  = 1000000000\n}\n', 'a/main.tf': '' },
  ],
])('modules that call %s are told', (_, texts) => {
  const { notes } = loadProject(filesOf(texts), '')
  expect(notes.map(({ kind }) => kind)).toContain('limit')
})

test('templates that read each other have an end', () => {
  const { value } = output({
    'main.tf': 'output "x" {\n  value = templatefile("a.tpl", { x = 1 })\n}\n',
    'a.tpl': '${templatefile("b.tpl", { x = x })}',
    'b.tpl': '${templatefile("a.tpl", { x = x })}',
  })
  expect(value).toEqual(['<unreadable>'])
})
