import type { Body, Resource } from '../project/project.ts'
import type { Value } from '../evaluate/value.ts'
import { textOf, valueOf } from './readings.ts'

/** The resources of a root module by address, for what refers to them. */
export interface CloudContext {
  readonly resources: readonly Resource[]
  readonly byAddress: ReadonlyMap<string, Resource>
}

export function contextOf(resources: readonly Resource[]): CloudContext {
  return { resources, byAddress: new Map(resources.map((resource) => [resource.address, resource])) }
}

/** The resource that a value refers to, such as by `aws_network_acl.edge.id`. */
export function referredBy(value: Value | undefined, { byAddress }: CloudContext): Resource | undefined {
  return value?.kind === 'unknown' && value.reference !== undefined ? byAddress.get(value.reference.address) : undefined
}

/**
 * What names the thing that an argument refers to: its text, else the name of the resource, else the address. Undefined
 * where nobody knows.
 */
export function nameOf(body: Body, argument: string, context: CloudContext): string | undefined {
  const value = valueOf(body, argument)
  const text = textOf(value)
  if (text !== undefined) return text.slice(text.lastIndexOf('/') + 1)
  const resource = referredBy(value, context)
  if (resource !== undefined) return textOf(valueOf(resource.body, 'name')) ?? resource.address
  return value?.kind === 'unknown' ? value.reference?.address : undefined
}
