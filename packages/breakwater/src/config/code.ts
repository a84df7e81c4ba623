import { extname } from 'node:path'

const CODE = new Set(['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts'])

/** Code runs only where the user has allowed it: a repository of a stranger may bring its own. */
export function isCode(path: string): boolean {
  return CODE.has(extname(path))
}
