import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Files } from '@breakwater/core'
import { describe, expect, test } from 'vitest'
import { loadProject, rootFolders } from '../src/index.ts'
import { parseConfig } from '../src/syntax/parse.ts'
import { printConfig } from '../src/syntax/print.ts'

const corpus = join(fileURLToPath(new URL('../../../', import.meta.url)), '../shared/corpus')
const folders = ['terraform-cloud', 'terraform-lang', 'terraform-net', 'terraform-plan']

function pathsBelow(folder: string): readonly string[] {
  return readdirSync(join(corpus, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tf|tf\.json|tfvars|hcl|hclt|hcle|hcldec|npmhcl)$/.test(name))
    .map((name) => `${folder}/${name}`)
}

function disk(): Files {
  const known = new Map<string, { path: string; text: string } | undefined>()
  return {
    read: (path) => {
      const full = join(corpus, path)
      if (!known.has(path)) known.set(path, existsSync(full) ? { path, text: readFileSync(full, 'utf8') } : undefined)
      return known.get(path)
    },
    list: (folder) => {
      const full = join(corpus, folder)
      if (!existsSync(full)) return []
      return readdirSync(full, { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        kind: entry.isDirectory() ? ('folder' as const) : ('file' as const),
      }))
    },
  }
}

// Public modules and tests of other tools lie beside the repository on the machines that have them.
describe.skipIf(!existsSync(corpus))(`the corpus at ${corpus}`, () => {
  test.each(folders)('%s: every file comes back byte for byte', (folder) => {
    const changed = pathsBelow(folder).filter((path) => {
      const text = readFileSync(join(corpus, path), 'utf8')
      return printConfig(parseConfig({ path, text })) !== text
    })
    expect(changed).toEqual([])
  })

  test('as many files are refused as terraform fmt refuses', () => {
    const refused = folders.flatMap(pathsBelow).filter((path) => {
      if (path.endsWith('.json')) return false
      const text = readFileSync(join(corpus, path), 'utf8')
      return parseConfig({ path: 'main.tf', text }).problems.length > 0
    })
    expect(refused.length).toBe(65)
  })

  test('every root is read', () => {
    const files = disk()
    const roots = rootFolders(files, folders.flatMap(pathsBelow))
    const resources = roots.reduce((count, root) => count + loadProject(files, root).resources.length, 0)
    expect(resources).toBeGreaterThan(6000)
  })
})
