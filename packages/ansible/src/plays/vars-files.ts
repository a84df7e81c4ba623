import { entry, unresolved, type Data } from '../data.ts'
import { layerOf, type Layer } from '../inventory.ts'
import { evaluateData } from '../jinja/render.ts'
import { joinPath } from '../project/paths.ts'
import type { Context } from './context.ts'
import { listOf } from './playbook.ts'
import type { HostRun } from './run.ts'

/** The `vars_files` of a play: of each the first that is there. */
export function varsFiles(files: Data | undefined, context: Context, run: HostRun): readonly Layer[] {
  const { reader } = run.project
  return listOf(files).flatMap((file): readonly Layer[] => {
    const names = listOf(file).map((name) => evaluateData(name, run.scope(context)).value)
    for (const name of names) {
      if (name.kind !== 'string') return [{ values: new Map(), open: unresolved('vars_files') }]
      for (const folder of [context.folder, joinPath(context.folder, 'vars')]) {
        const layer = layerOf(joinPath(folder, name.value), reader)
        if (layer !== undefined) return [layer]
      }
    }
    const missing = names.find((name) => name.kind === 'string')
    if (missing?.kind === 'string')
      reader.note({
        kind: 'limit',
        message: `the file of variables ${missing.value} is not there`,
        at: file.at ?? context.play,
      })
    return [{ values: new Map(), open: unresolved('vars_files') }]
  })
}

/** The answers of `vars_prompt`, which nobody knows. */
export function promptsOf(prompts: Data | undefined): Layer {
  const values = new Map<string, Data>()
  for (const prompt of listOf(prompts)) {
    const name = prompt.kind === 'dict' ? entry(prompt, 'name') : undefined
    if (name?.kind === 'string') values.set(name.value, unresolved(name.value, 'prompt', prompt.at))
  }
  return { values }
}
