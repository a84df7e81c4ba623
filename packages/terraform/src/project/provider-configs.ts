import { headerOf, type ConfigBlock } from './config.ts'
import { evaluateBody } from './bodies.ts'
import type { Module } from './module.ts'
import type { Provider } from './project.ts'
import { aliasOf, fullName, handedOver, requirementsOf, sourceOf, type ProviderName } from './providers.ts'

const made = new WeakMap<Module, Map<string, Provider>>()
const SKIPS: ReadonlySet<string> = new Set(['alias', 'version'])

/** The configurations that a module writes, evaluated once. */
export function providersOf(module: Module): readonly Provider[] {
  return [...configurations(module).values()]
}

function configurations(module: Module): ReadonlyMap<string, Provider> {
  const known = made.get(module)
  if (known !== undefined) return known
  const found = new Map<string, Provider>()
  made.set(module, found)
  for (const block of module.config.providers) {
    const provider = configuration(module, block)
    const key = fullName(provider)
    if (!found.has(key)) found.set(key, provider)
  }
  return found
}

function configuration(module: Module, block: ConfigBlock): Provider {
  const name = block.node.labels[0]?.name ?? ''
  const alias = aliasOf(block)
  const at = headerOf(block)
  const body = evaluateBody(block.parts, { ...module.scope, file: block.file }, at, module.way, SKIPS)
  return { ...declared(module, { name, alias }), body, at: body.at }
}

/** What is declared of a provider's name, without a configuration. */
function declared(module: Module, { name, alias }: ProviderName): Omit<Provider, 'body' | 'at'> {
  const requirement = requirementsOf(module.config).get(name)
  const prefix = module.address === '' ? '' : `${module.address}.`
  return {
    name,
    alias,
    source: sourceOf(name, requirement),
    version: requirement?.version,
    address: `${prefix}${fullName({ name, alias })}`,
  }
}

/** The configuration that a name means in a module: its own, one that it was handed, or the caller's of that name. */
export function resolveProvider(module: Module, wanted: ProviderName, at: Provider['at']): Provider {
  const own = configurations(module).get(fullName(wanted))
  if (own !== undefined) return own
  const { caller } = module
  if (caller !== undefined) {
    const outer = handedOver(caller.block).get(fullName(wanted)) ?? (wanted.alias === undefined ? wanted : undefined)
    if (outer !== undefined) {
      const found = resolveProvider(caller.module, outer, at)
      const requirement = requirementsOf(module.config).get(wanted.name)
      if (requirement?.source === undefined) return found
      return { ...found, source: sourceOf(wanted.name, requirement), version: found.version ?? requirement.version }
    }
  }
  return { ...declared(module, wanted), body: undefined, at }
}
