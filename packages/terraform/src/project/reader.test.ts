import type { Note } from '@breakwater/core'
import { expect, it } from 'vitest'
import { filesOf } from '../../test/files.ts'
import { loadProject, rootFolders } from './load.ts'
import { moduleReader } from './reader.ts'

const files = filesOf({
  'a/main.tf': 'module "edge" {\n  source = "../edge"\n}\n',
  'b/main.tf': 'module "edge" {\n  source = "../edge"\n}\n',
  'c/main.tf.json': String.raw`{"\u006dodule": {"core": {"source": "../core"}}}`,
  'core/main.tf': 'resource "x" "y" {}\n',
  'edge/main.tf': 'resource "x" "y" {\n  a = 1\n  a = 2\n}\n',
})
const folders = ['a', 'b', 'c', 'core', 'edge']

it('reads a folder once, and tells each time what is wrong with it', () => {
  const read = moduleReader(files)
  const told = [1, 2].map(() => {
    const notes: Note[] = []
    return { config: read('edge', (note) => notes.push(note)), messages: notes.map(({ message }) => message) }
  })
  expect(told.map(({ messages }) => messages)).toEqual([
    ['"a" is set twice in one block'],
    ['"a" is set twice in one block'],
  ])
  expect(told[1]?.config).toBe(told[0]?.config)
  expect(read('nowhere', () => undefined)).toBeUndefined()
})

it('gives roots that share a reader what they have alone', () => {
  const read = moduleReader(files)
  for (const root of ['a', 'b']) {
    const [shared, alone] = [loadProject(files, root, {}, read), loadProject(files, root)]
    expect(shared.notes.map(({ message }) => message)).toEqual(['"a" is set twice in one block'])
    expect(shared.resources.map(({ address }) => address)).toEqual(['module.edge.x.y'])
    expect([shared.notes, shared.sources]).toEqual([alone.notes, alone.sources])
  }
})

it('finds the modules that native files and JSON call, whatever the word is written like', () => {
  const paths = folders.map((folder) => `${folder}/main.tf${folder === 'c' ? '.json' : ''}`)
  expect(rootFolders(files, paths)).toEqual(['a', 'b', 'c'])
})
