import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { diskFiles, projectRoot, type DiskFiles } from './disk.ts'

let base = ''
let root = ''
let files: DiskFiles
beforeAll(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'breakwater-')))
  root = join(base, 'project')
  for (const path of [
    'project/a.yml',
    'project/x/b.yml',
    'project/.git/config',
    'project/B.yml',
    'secret.yml',
    'inv/h',
  ]) {
    mkdirSync(dirname(join(base, path)), { recursive: true })
    writeFileSync(join(base, path), `${path}\n`)
  }
  writeFileSync(join(root, 'image.yml'), Buffer.alloc(300))
  symlinkSync(join(base, 'secret.yml'), join(root, 'leak.yml'))
  symlinkSync(join(root, 'a.yml'), join(root, 'link.yml'))
  symlinkSync(join(root, 'x'), join(root, 'folder'))
  symlinkSync(base, join(root, 'out'))
  symlinkSync(join(root, 'nowhere'), join(root, 'dangling'))
  files = diskFiles(root)
})
afterAll(() => rmSync(base, { recursive: true }))

test('files below the root, the same object each time', () => {
  expect(files.folder).toBe('project')
  expect(files.read('x/b.yml')).toEqual({ path: 'x/b.yml', text: 'project/x/b.yml\n' })
  expect(files.read('./x/../x/b.yml')).toBe(files.read('x/b.yml'))
  expect(files.read('link.yml')?.text).toBe('project/a.yml\n')
})

test.for([
  '../secret.yml',
  'x/../../secret.yml',
  'leak.yml',
  'out/secret.yml',
  'folder/b.yml',
  'dangling',
  'nowhere.yml',
  'x',
  '',
])('not %j', (path) => {
  expect(files.read(path)).toBeUndefined()
})

test('not an absolute path, though it lies below', () => {
  expect(files.read(join(root, 'a.yml'))).toBeUndefined()
  expect(files.list(root)).toEqual([])
})

test('what is there and cannot be read is told', () => {
  expect(files.read('image.yml')).toBeUndefined()
  expect([...files.refused]).toEqual([['image.yml', 'binary']])
})

test('the entries of a folder', () => {
  const expected = [
    { name: 'B.yml', kind: 'file' },
    { name: 'a.yml', kind: 'file' },
    { name: 'image.yml', kind: 'file' },
    { name: 'link.yml', kind: 'file' },
    { name: 'x', kind: 'folder' },
  ]
  expect(files.list('.')).toEqual(expected)
  expect(files.list('')).toEqual(expected)
  expect(files.list('x/')).toEqual([{ name: 'b.yml', kind: 'file' }])
  for (const path of ['..', 'out', 'folder', 'x/b.yml', 'nowhere']) expect(files.list(path)).toEqual([])
})

test('what the user named is read wherever it lies', () => {
  const own = diskFiles(root)
  expect(own.grant(join(base, 'inv'))).toBe('../inv')
  expect(own.read('../inv/h')?.text).toBe('inv/h\n')
  expect(own.list('../inv')).toEqual([{ name: 'h', kind: 'file' }])
  expect(own.read('../secret.yml')).toBeUndefined()
  expect(own.grant(join(base, 'secret.yml'))).toBe('../secret.yml')
  expect(own.read('../secret.yml')?.text).toBe('secret.yml\n')
  expect(own.grant(join(root, 'x/b.yml'))).toBe('x/b.yml')
})

test('a text in place of a file, whether it is there or not', () => {
  const own = diskFiles(root, new Map([[join(root, 'new/c.yml'), 'c']]))
  expect(own.read('new/c.yml')).toEqual({ path: 'new/c.yml', text: 'c' })
})

test('a project begins where its repository does', () => {
  expect(projectRoot(join(root, 'x'))).toBe(root)
  expect(projectRoot(join(base, 'inv'))).toBe(join(base, 'inv'))
})
