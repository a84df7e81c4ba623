import type { FrontendEntry } from '../frontends.ts'
import type { Run } from '../run.ts'
import { cleanPath, memoryFiles } from './memory.ts'

/** Feeds a project in memory to the run: what a front-end reads, then what is a configuration by itself. */
export async function addFiles(
  run: Run,
  texts: ReadonlyMap<string, string>,
  sections: Readonly<Record<string, unknown>>,
  entries: readonly FrontendEntry[],
): Promise<void> {
  const files = memoryFiles(texts)
  const taken = new Set<string>()
  const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
  for (const { name, mayRead, open } of entries) {
    const own = [...texts.keys()].filter((path) => mayRead(nameOf(path)))
    if (own.length === 0) continue
    const { claims, read } = await open({
      flags: {},
      section: sections[name],
      env: {},
      fromFlag: cleanPath,
      fromSection: cleanPath,
    })
    const claimed = own.filter(claims)
    if (claimed.length === 0) continue
    const project = run.project(files, (path) => path)
    const reading = read(claimed, files)
    for (const device of reading.devices) project.add(device)
    project.end(reading)
    for (const path of reading.files) taken.add(path)
  }
  for (const [path, text] of texts) if (!taken.has(path)) run.add({ path, text })
}
