import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeFile, findFiles, looksBinary, readBytes } from './files.ts'

let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'breakwater-'))
  for (const path of [
    'b.cfg',
    'B.cfg',
    'a b|#.cfg',
    'x/é.cfg',
    'x/y/z',
    '.git/config',
    'node_modules/m/r.cfg',
    '.hidden/r.cfg',
    'README.md',
    'main.tf',
  ]) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), 'hostname r1\n')
  }
  symlinkSync(join(root, 'x'), join(root, 'circle'))
  symlinkSync(join(root, 'b.cfg'), join(root, 'link.cfg'))
  symlinkSync(join(root, 'nowhere'), join(root, 'dangling.cfg'))
})
afterAll(() => rmSync(root, { recursive: true }))

describe('finding', () => {
  test('a folder, in the order of the names', () => {
    expect(findFiles(['.'], root).map(({ path }) => path)).toEqual([
      '.hidden/r.cfg',
      'B.cfg',
      'a b|#.cfg',
      'b.cfg',
      'link.cfg',
      'x/y/z',
      'x/é.cfg',
    ])
  })

  test('a file that is named is named, and stands once', () => {
    expect(
      findFiles(['README.md', 'x', 'x/y/z', './x/../b.cfg'], root).map(({ path, named }) => [path, named]),
    ).toEqual([
      ['README.md', true],
      ['b.cfg', true],
      ['x/y/z', true],
      ['x/é.cfg', false],
    ])
  })

  test('paths above the working directory', () => {
    expect(findFiles(['../b.cfg'], join(root, 'x')).map(({ path }) => path)).toEqual(['../b.cfg'])
    expect(findFiles([join(root, 'b.cfg')], join(root, 'x')).map(({ path }) => path)).toEqual(['../b.cfg'])
  })

  test('a path that is not there', () => {
    expect(() => findFiles(['nowhere'], root)).toThrow('there is no file or folder "nowhere"')
  })
})

describe('reading', () => {
  test('what cannot be read', () => {
    expect(readBytes(join(root, 'x'))).toEqual({ refused: 'unreadable' })
    expect(readBytes(join(root, 'gone'))).toEqual({ refused: 'unreadable' })
    writeFileSync(join(root, 'image'), Buffer.from([0x89, 0x50, 0, 0, 0, 1, 0, 0, 3, 4]))
    expect(readBytes(join(root, 'image'))).toEqual({ refused: 'binary' })
  })

  test('binary or not', () => {
    const text = 'hostname r1\n'.repeat(50)
    expect(looksBinary(Buffer.from(text))).toBe(false)
    expect(looksBinary(Buffer.from(text, 'utf16le'))).toBe(false)
    expect(looksBinary(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe(false)
    expect(looksBinary(Buffer.from(`${text}\0${text}`))).toBe(false)
    expect(looksBinary(Buffer.alloc(100))).toBe(true)
  })

  test.each([
    ['ASCII', Buffer.from('a b\r\n'), 'a b\r\n'],
    ['UTF-8', Buffer.from('é東😀\n'), 'é東😀\n'],
    ['UTF-8 with a mark', Buffer.from('\ufeffé\n'), 'é\n'],
    ['Latin-1', Buffer.from('é\n', 'latin1'), 'é\n'],
    ['UTF-16', Buffer.from('\ufeffé東\n', 'utf16le'), 'é東\n'],
  ])('%s', async (_name, bytes, text) => {
    expect(await decodeFile(bytes)).toBe(text)
  })
})
