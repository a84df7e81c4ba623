import type { Hop, Origin } from '@breakwater/core'
import { bind, type Scope, type Work } from '../evaluate/context.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import { object, standingAt, text, unresolved, withHop } from '../evaluate/make.ts'
import type { Entry, Value } from '../evaluate/value.ts'
import { evaluateBody } from './bodies.ts'
import { attributePart, headerOf, placeOf, type ConfigBlock, type ModuleConfig } from './config.ts'
import { instancesOf, type Instance } from './instances.ts'
import { attributesOf, configAddress, gathered, indexText, relative } from './references.ts'
import { lazyMap } from './lazy.ts'
import type { Assignment, Body } from './project.ts'
import { readDeclaration, settle, type Declaration, type Given } from './variables.ts'

/** The call that made a module: the block, one of its instances, and the module that calls. */
export interface Caller {
  readonly module: Module
  readonly block: ConfigBlock
  readonly instance: Instance
}

/** A resource block's instance, evaluated. */
export interface ResourceInstance {
  readonly block: ConfigBlock
  readonly instance: Instance
  readonly address: string
  readonly body: Body
}

export interface ModuleCall {
  readonly block: ConfigBlock
  readonly by: 'count' | 'for_each' | undefined
  /** Undefined where the module's files are not in view. */
  readonly modules: readonly { readonly instance: Instance; readonly module: Module }[] | undefined
}

const RESOURCE_SKIPS: ReadonlySet<string> = new Set([
  'connection',
  'count',
  'depends_on',
  'for_each',
  'lifecycle',
  'provider',
  'provisioner',
])

/** An instance of a module: its names, each evaluated when somebody asks for it. */
export class Module {
  readonly config: ModuleConfig
  /** Empty for the root. */
  readonly address: string
  readonly caller: Caller | undefined
  readonly scope: Scope
  readonly #given: Given
  readonly #call: (module: Module, block: ConfigBlock) => ModuleCall
  readonly #known = new Map<string, Value>()
  readonly #busy = new Set<string>()
  readonly #declarations = new Map<string, Declaration>()
  readonly #resources = new Map<string, readonly ResourceInstance[]>()
  readonly #calls = new Map<string, ModuleCall>()

  constructor(
    config: ModuleConfig,
    address: string,
    work: Work,
    caller: Caller | undefined,
    given: Given,
    call: (module: Module, block: ConfigBlock) => ModuleCall,
  ) {
    this.config = config
    this.address = address
    this.caller = caller
    this.#given = given
    this.#call = call
    const file = config.files[0]?.file ?? { path: config.folder, text: '' }
    const here: Origin = { span: { file, start: 0, end: 0 }, via: [] }
    const paths = new Map<string, Entry>()
    for (const [name, path] of [
      ['module', relative(config.folder, work.root)],
      ['root', '.'],
      ['cwd', '.'],
    ] as const) {
      paths.set(name, { key: here, value: text(path, here) })
    }
    const names = new Map<string, Value>([['path', object(paths, here)]])
    this.scope = {
      work,
      file,
      binding: (name) => names.get(name),
      reference: (root, name, rest, at) => this.#reference(root, name, rest, at),
    }
  }

  /** What leads from a value in this module to a device: its call, and those of the modules around. */
  get way(): readonly Hop[] {
    const { caller } = this
    if (caller === undefined) return []
    return [{ role: 'module', span: headerOf(caller.block).span }, ...caller.module.way]
  }

  #reference(root: string, name: string, rest: string | undefined, at: Origin): Value | undefined {
    switch (root) {
      case 'var':
        return this.#variableAt(name, at)
      case 'local':
        return hop(this.local(name), 'variable', at)
      case 'module':
        return hop(this.#moduleValue(name, at), 'module', at)
      case 'data':
      case 'ephemeral':
        return rest === undefined ? undefined : hop(this.#resource(root, name, rest, at), 'variable', at)
      case 'terraform':
      case 'each':
      case 'count':
      case 'self':
        return undefined
      default:
        return hop(this.#resource('resource', root, name, at), 'variable', at)
    }
  }

  /** Makes a value once; a name that needs itself is unknown. */
  #once(key: string, at: Origin, make: () => Value): Value {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    if (this.#busy.has(key)) {
      this.scope.work.note({ kind: 'syntax', message: `${key} refers to itself`, at })
      return unresolved(key, at)
    }
    this.#busy.add(key)
    const value = make()
    this.#busy.delete(key)
    this.#known.set(key, value)
    return value
  }

  declaration(name: string): Declaration | undefined {
    const block = this.config.variables.get(name)
    if (block === undefined) return undefined
    const known = this.#declarations.get(name)
    if (known !== undefined) return known
    const declaration = readDeclaration(block, this.scope)
    this.#declarations.set(name, declaration)
    return declaration
  }

  /** The values that were given to a variable, its default first. */
  assignments(name: string): readonly Assignment[] {
    const fallback = this.declaration(name)?.fallback
    const first: readonly Assignment[] = fallback === undefined ? [] : [{ by: 'default', value: fallback }]
    if (this.caller === undefined) return [...first, ...(this.#given.get(name) ?? [])]
    const { module, block, instance } = this.caller
    const part = attributePart(block, name)
    if (part === undefined) return first
    const value = evaluate(part.node.expression, { ...instance.scope, file: part.file })
    const span = placeOf(part.file, part.node.name).span
    void module
    return [...first, { by: 'module', value: withHop(value, { role: 'module', span }) }]
  }

  variable(name: string): Value | undefined {
    const declaration = this.declaration(name)
    if (declaration === undefined) return undefined
    return this.#once(`var.${name}`, declaration.at, () => settle(name, declaration, this.assignments(name)))
  }

  #variableAt(name: string, at: Origin): Value | undefined {
    const value = this.variable(name)
    if (value === undefined) return undefined
    // What the command line gives has no place: it stands where it is used.
    if (value.at.span.file.path === '') return standingAt(value, at)
    return hop(value, 'variable', at)
  }

  local(name: string): Value | undefined {
    const found = this.config.locals.get(name)
    if (found === undefined) return undefined
    const { file, node } = found
    return this.#once(`local.${name}`, placeOf(file, node), () => evaluate(node.expression, { ...this.scope, file }))
  }

  output(name: string): Value | undefined {
    const block = this.config.outputs.get(name)
    const part = block === undefined ? undefined : attributePart(block, 'value')
    if (block === undefined || part === undefined) return undefined
    return this.#once(`output.${name}`, headerOf(block), () =>
      evaluate(part.node.expression, { ...this.scope, file: part.file }),
    )
  }

  /** The module that a block calls, evaluated as far as somebody asks. */
  call(block: ConfigBlock): ModuleCall {
    const name = block.node.labels[0]?.name ?? ''
    const known = this.#calls.get(name)
    if (known !== undefined) return known
    const call = this.#call(this, block)
    this.#calls.set(name, call)
    return call
  }

  #moduleValue(name: string, at: Origin): Value | undefined {
    const block = this.config.modules.find(({ node }) => node.labels[0]?.name === name)
    if (block === undefined) return undefined
    return this.#once(`module.${name}`, headerOf(block), () => {
      const { by, modules } = this.call(block)
      const here = headerOf(block)
      if (modules === undefined) return unresolved(`module.${name}`, at)
      return gathered(
        by,
        modules.map(({ instance, module }) => ({ instance, value: outputsOf(module, here) })),
        here,
      )
    })
  }

  /** The instances of a resource block. */
  instances(block: ConfigBlock): readonly ResourceInstance[] {
    const key = `${block.node.start}\n${block.file.path}`
    const known = this.#resources.get(key)
    if (known !== undefined) return known
    const address = configAddress(this.address, block)
    const { instances } = instancesOf(block, { ...this.scope, file: block.file })
    const made = instances.map((instance): ResourceInstance => {
      const full = `${address}${indexText(instance.index)}`
      const scope = bind(instance.scope, new Map())
      return {
        block,
        instance,
        address: full,
        body: evaluateBody(block.parts, scope, headerOf(block), this.way, RESOURCE_SKIPS),
      }
    })
    this.#resources.set(key, made)
    return made
  }

  #resource(mode: string, type: string, name: string, at: Origin): Value | undefined {
    const address = mode === 'resource' ? `${type}.${name}` : `${mode}.${type}.${name}`
    const block = this.config.byAddress.get(address)
    if (block === undefined) return undefined
    return this.#once(address, at, () => {
      const here = headerOf(block)
      const by = attributePart(block, 'count') === undefined ? attributePart(block, 'for_each') && 'for_each' : 'count'
      return gathered(
        by,
        this.instances(block).map(({ instance, address, body }) => ({
          instance,
          value: attributesOf(address, body, here),
        })),
        here,
      )
    })
  }
}

function hop(value: Value | undefined, role: Hop['role'], at: Origin): Value | undefined {
  return value === undefined ? undefined : withHop(value, { role, span: at.span })
}

function outputsOf(module: Module, at: Origin): Value {
  const entries = lazyMap([...module.config.outputs.keys()], (name): Entry => {
    const value = module.output(name) ?? unresolved(`output.${name}`, at)
    return { key: at, value }
  })
  return object(entries, at)
}
