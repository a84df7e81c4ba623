import type { Files } from '@breakwater/core'
import { textOf } from '../cloud/readings.ts'
import { isConfigName } from '../project/config.ts'
import { loadProject } from '../project/load.ts'
import type { LoadOptions, Project, Resource } from '../project/project.ts'
import { isHidden } from './hidden.ts'
import type { Plan } from './load.ts'
import { placeResource } from './places.ts'

/** A plan with the places of the configuration beside it. */
export interface PlacedPlan {
  readonly project: Project
  /** The folder of the root module; undefined where there is none at or above the plan's own. */
  readonly root: string | undefined
  /** Addresses of the resources of the root of which the plan says all that the configuration says. */
  readonly covered: ReadonlySet<string>
}

/** Gives the resources of a plan the places that the configuration in its folder, or in the next one above, has for them. */
export function placePlan({ project, variables }: Plan, files: Files, options: LoadOptions): PlacedPlan {
  const root = rootAbove(files, project.root)
  if (root === undefined) return { project, root, covered: new Set() }
  const written = writtenFor(files, root, options, variables)
  const find = finderOf(written)
  const covered = new Set<string>()
  const resources = project.resources.map((planned) => {
    const found = find(planned)
    if (found === undefined) return planned
    const { resource, agreement } = placeResource(planned, found)
    const isTold = !isHidden((name) => planned.body.attributes.get(name)?.value, found.body)
    if (agreement !== 'other' && isTold && found.repeats === undefined) covered.add(found.address)
    return resource
  })
  return { project: { ...project, root, resources, sources: [...project.sources, ...written.sources] }, root, covered }
}

function rootAbove(files: Files, folder: string): string | undefined {
  for (let path = folder; ; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) {
    if (files.list(path).some(({ name, kind }) => kind === 'file' && isConfigName(name))) return path
    if (path === '') return undefined
  }
}

/** The configuration with the variables that the plan had, where it would have others by itself. */
function writtenFor(
  files: Files,
  root: string,
  options: LoadOptions,
  planned: Readonly<Record<string, string>>,
): Project {
  const written = loadProject(files, root, options)
  const others = written.variables.filter(
    ({ name, module, value }) => module === '' && Object.hasOwn(planned, name) && textOf(value) !== planned[name],
  )
  if (others.length === 0) return written
  const variables = { ...options.variables }
  for (const { name, value } of others)
    if (value.kind === 'unknown' || textOf(value) !== undefined) variables[name] = planned[name] ?? ''
  return loadProject(files, root, { ...options, variables })
}

/** Finds the block of a planned resource: by its address, else the only one that stands for any number of instances. */
function finderOf({ resources }: Project): (planned: Resource) => Resource | undefined {
  const managed = resources.filter(({ mode }) => mode === 'managed')
  const byAddress = new Map(managed.map((one) => [one.address, one]))
  const open = new Map<string, Resource | undefined>()
  for (const one of managed) {
    const path = withoutIndexes(one.address)
    open.set(path, open.has(path) || one.repeats === undefined ? undefined : one)
  }
  return ({ address }) => byAddress.get(address) ?? open.get(withoutIndexes(address))
}

function withoutIndexes(address: string): string {
  return address.replaceAll(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, '')
}
