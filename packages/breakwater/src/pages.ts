import { readFileSync } from 'node:fs'

/**
 * The page of a rule: `dist/pages.json`, which the bundler collects, or in a clone the page itself. Undefined where
 * neither is there.
 */
export function readPage(id: string): string | undefined {
  const collected = read(new URL('pages.json', import.meta.url))
  if (collected !== undefined) return (JSON.parse(collected) as Record<string, string>)[id]
  return read(new URL(`../../../docs/rules/${id}.md`, import.meta.url))
}

function read(url: URL): string | undefined {
  try {
    return readFileSync(url, 'utf8')
  } catch {
    return undefined
  }
}
