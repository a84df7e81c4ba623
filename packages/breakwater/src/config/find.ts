import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** In the order in which they are looked for. */
export const configNames = [
  'package.json',
  'breakwater.config.json',
  'breakwater.config.yaml',
  'breakwater.config.yml',
  'breakwater.config.js',
  'breakwater.config.mjs',
  'breakwater.config.ts',
  '.breakwaterrc',
  '.breakwaterrc.json',
  '.breakwaterrc.yaml',
] as const

/**
 * The configuration that holds for a folder: in it or above, up to the root of the repository or the user's home.
 * Looks by name only, so that a run without a configuration loads nothing to read one.
 */
export function findConfig(cwd: string, home: string): string | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    for (const name of configNames) {
      const path = join(folder, name)
      if (!isFile(path)) continue
      if (name !== 'package.json' || hasKey(path)) return path
    }
    if (folder === home || exists(join(folder, '.git')) || folder === dirname(folder)) return undefined
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined
}

function hasKey(path: string): boolean {
  const text = readFileSync(path, 'utf8')
  if (!text.includes('"breakwater"')) return false
  try {
    return Object.hasOwn(JSON.parse(text) as object, 'breakwater')
  } catch {
    return false
  }
}
