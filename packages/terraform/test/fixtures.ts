import { readFileSync, readdirSync } from 'node:fs'
import type { SourceFile } from '@breakwater/core'

const folder = new URL('fixtures/', import.meta.url)

/** The fixtures of the language. */
export const fixtures: readonly SourceFile[] = readdirSync(folder)
  .toSorted()
  .map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }))
