import { headerOf, type ConfigBlock } from './config.ts'
import { referencesIn, referencesOfBlock } from './dependencies.ts'
import type { Module } from './module.ts'
import { configAddress } from './references.ts'
import type { Resource } from './project.ts'
import { resolveProvider } from './provider-configs.ts'
import { providerOfResource } from './providers.ts'
import { addAll } from '../add-all.ts'

/** The resources of a module, each instance by itself. */
export function resourcesOf(module: Module): readonly Resource[] {
  return module.config.resources.flatMap((block): readonly Resource[] => {
    const [type, name] = block.node.labels
    if (type === undefined || name === undefined) return []
    const provider = resolveProvider(module, providerOfResource(block), headerOf(block))
    let dependsOn: ReadonlySet<string> | undefined
    return module.instances(block).map(({ instance, address, body }): Resource => {
      const { index, repeats } = instance
      return {
        mode: modeOf(block),
        type: type.name,
        name: name.name,
        address,
        config: configAddress(module.address, block),
        module: module.address,
        index,
        ...(repeats === undefined ? {} : { repeats }),
        provider,
        body,
        get dependsOn() {
          return (dependsOn ??= dependenciesOf(module, block))
        },
        at: body.at,
      }
    })
  })
}

function modeOf({ node }: ConfigBlock): Resource['mode'] {
  switch (node.type.name) {
    case 'data':
      return 'data'
    case 'ephemeral':
      return 'ephemeral'
    default:
      return 'managed'
  }
}

/** The resources that a block names, through locals, variables of modules and outputs too. */
function dependenciesOf(module: Module, block: ConfigBlock): ReadonlySet<string> {
  const found = new Set<string>()
  const followed = new Set<string>()
  const open: { readonly module: Module; readonly references: ReadonlySet<string> }[] = [
    { module, references: referencesOfBlock(block) },
  ]
  for (let next = open.pop(); next !== undefined && followed.size < 5000; next = open.pop()) {
    for (const reference of next.references) {
      const key = `${next.module.address} ${reference}`
      if (followed.has(key)) continue
      followed.add(key)
      addAll(open, follow(next.module, reference, found))
    }
  }
  found.delete(configAddress(module.address, block))
  return found
}

function follow(
  module: Module,
  reference: string,
  found: Set<string>,
): readonly { readonly module: Module; readonly references: ReadonlySet<string> }[] {
  const [root = '', name = '', output] = reference.split('.')
  switch (root) {
    case 'local': {
      const local = module.config.locals.get(name)
      return local === undefined ? [] : [{ module, references: referencesIn(local.node.expression) }]
    }
    case 'var': {
      const { caller } = module
      if (caller === undefined) return []
      const item = caller.block.parts.find(
        (part) => part.item.kind === 'attribute' && part.item.name.name === name,
      )?.item
      return item === undefined ? [] : [{ module: caller.module, references: referencesIn(item) }]
    }
    case 'module': {
      const block = module.config.modules.find(({ node }) => node.labels[0]?.name === name)
      if (block === undefined) return []
      return (module.call(block).modules ?? []).flatMap((called) => {
        const { config, address } = called.module
        // A module as a whole is all that it makes.
        if (output === undefined) for (const resource of config.resources) found.add(configAddress(address, resource))
        const outputs = [...config.outputs].filter(([key]) => output === undefined || key === output)
        return outputs.map(([, one]) => ({ module: called.module, references: referencesOfBlock(one) }))
      })
    }
    default: {
      const target = module.config.byAddress.get(reference)
      if (target !== undefined) found.add(configAddress(module.address, target))
      return []
    }
  }
}
