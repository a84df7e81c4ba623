import type { Expression } from '../syntax/tree.ts'
import { attributePart, plainText, type ConfigBlock, type ModuleConfig } from './config.ts'

/** What `required_providers` says of a name. */
export interface Requirement {
  readonly source: string | undefined
  readonly version: string | undefined
}

/** The requirements of a module, by local name. */
export function requirementsOf({ terraform }: ModuleConfig): ReadonlyMap<string, Requirement> {
  const found = new Map<string, Requirement>()
  for (const { parts } of terraform) {
    for (const { item } of parts) {
      if (item.kind !== 'block' || item.type.name !== 'required_providers') continue
      for (const entry of item.body.items) {
        if (entry.kind === 'attribute') found.set(entry.name.name, requirementOf(entry.expression))
      }
    }
  }
  return found
}

function requirementOf(expression: Expression): Requirement {
  // A bare constraint was the way of 0.12.
  if (expression.kind === 'template') return { source: undefined, version: literalText(expression) }
  if (expression.kind !== 'object') return { source: undefined, version: undefined }
  const texts = new Map<string, string>()
  for (const { key, value } of expression.items) {
    const name = key.kind === 'variable' ? key.name : literalText(key)
    const text = literalText(value)
    if (name !== undefined && text !== undefined) texts.set(name, text)
  }
  return { source: texts.get('source'), version: texts.get('version') }
}

function literalText(expression: Expression): string | undefined {
  if (expression.kind !== 'template') return undefined
  let out = ''
  for (const part of expression.parts) {
    if (part.kind !== 'text') return undefined
    out += part.text
  }
  return out
}

/** `namespace/type` in lower case, without the registry. */
export function sourceOf(name: string, requirement: Requirement | undefined): string {
  const parts = (requirement?.source ?? name).toLowerCase().split('/')
  return parts.length === 1 ? `hashicorp/${parts[0] ?? name}` : parts.slice(-2).join('/')
}

/** A local name with its alias: `aws.west`. */
export interface ProviderName {
  readonly name: string
  readonly alias: string | undefined
}

/** What an expression such as `aws.west` names. */
export function providerName(expression: Expression | undefined): ProviderName | undefined {
  if (expression?.kind === 'variable') return { name: expression.name, alias: undefined }
  if (expression?.kind === 'access' && expression.object.kind === 'variable') {
    return { name: expression.object.name, alias: expression.name.name }
  }
  const text = expression === undefined ? undefined : literalText(expression)
  const [name, alias] = text?.split('.') ?? []
  return name === undefined || name === '' ? undefined : { name, alias }
}

/** The provider that a resource names, or the one that its type begins with. */
export function providerOfResource(block: ConfigBlock): ProviderName {
  const type = block.node.labels[0]?.name ?? ''
  return (
    providerName(attributePart(block, 'provider')?.node.expression) ?? {
      name: type.split('_')[0] ?? type,
      alias: undefined,
    }
  )
}

/** What a module call hands over: by the name within the module, the name in the calling one. */
export function handedOver(block: ConfigBlock): ReadonlyMap<string, ProviderName> {
  const expression = attributePart(block, 'providers')?.node.expression
  const found = new Map<string, ProviderName>()
  if (expression?.kind !== 'object') return found
  for (const { key, value } of expression.items) {
    const inner = providerName(key)
    const outer = providerName(value)
    if (inner !== undefined && outer !== undefined) found.set(fullName(inner), outer)
  }
  return found
}

export function fullName({ name, alias }: ProviderName): string {
  return alias === undefined ? name : `${name}.${alias}`
}

/** The alias of a provider block. */
export function aliasOf(block: ConfigBlock): string | undefined {
  return plainText(block, 'alias')
}
