const TOP: ReadonlyMap<string, number> = new Map([
  ['resource', 2],
  ['data', 2],
  ['ephemeral', 2],
  ['module', 1],
  ['variable', 1],
  ['output', 1],
  ['provider', 1],
  ['check', 1],
  ['locals', 0],
  ['terraform', 0],
  ['import', 0],
  ['moved', 0],
  ['removed', 0],
])

/** How many labels a block of the top level has; undefined for what is none. */
export function labelsOf(type: string): number | undefined {
  return TOP.get(type)
}

const NESTED: ReadonlyMap<string, number> = new Map([
  ['terraform/required_providers', 0],
  ['terraform/backend', 1],
  ['terraform/cloud', 0],
  ['variable/validation', 0],
  ['check/data', 2],
  ['check/assert', 0],
])

/** How many labels a property of a block has if it is a block for certain; providers alone know of the others. */
export function nestedLabels(type: string, name: string): number | undefined {
  if (type === 'resource' || type === 'data' || type === 'ephemeral') {
    if (name === 'dynamic' || name === 'provisioner') return 1
    if (name === 'lifecycle' || name === 'connection') return 0
  }
  if (name === 'dynamic') return 1
  if (type === 'dynamic') return name === 'content' ? 0 : undefined
  return NESTED.get(`${type}/${name}`)
}

/** Whether texts of the property are references or types: they are the language itself, without a template around. */
export function isReference(type: string, name: string): boolean {
  if (type === 'variable') return name === 'type'
  if (name === 'depends_on') return true
  if (type === 'resource' || type === 'data' || type === 'ephemeral') return name === 'provider'
  if (type === 'module') return name === 'providers'
  return (type === 'import' || type === 'moved' || type === 'removed') && (name === 'to' || name === 'from')
}

/** Whether texts of the property are plain: no template is read in them. */
export function isLiteral(type: string, name: string): boolean {
  if (type === 'variable') return name === 'default' || name === 'description'
  return name === 'description' ? type === 'output' : type === 'terraform' || type === 'required_providers'
}
