import type { Note } from '@breakwater/core'
import type { Resource } from './project.ts'

/** One note for each type of these resources, which are not read yet. */
export function notJudged(resources: readonly Resource[]): readonly Note[] {
  const byType = new Map<string, Resource>()
  for (const resource of resources) if (!byType.has(resource.type)) byType.set(resource.type, resource)
  return [...byType.values()].map(({ type, at }) => ({
    kind: 'unsupported',
    message: `resources of type ${type} are not judged yet`,
    at,
  }))
}
