import type { FrontendEntry } from './frontends.ts'

/** Ansible and Jinja, as the command knows them before they are loaded. */
export const ansibleEntry: FrontendEntry = {
  name: 'ansible',
  mayRead: (name) => /\.(?:ya?ml|j2|jinja2?)$|^ansible\.cfg$/.test(name),
  flags: {
    inventory: { short: 'i', value: 'path', multiple: true, help: 'Inventory of Ansible: a file, a folder or "host,"' },
    'extra-vars': {
      short: 'e',
      value: 'vars',
      multiple: true,
      help: 'Variables of Ansible: name=value, JSON or @file',
    },
    vars: { value: 'file', multiple: true, help: 'Variables for Jinja templates that no playbook reaches' },
  },
  section: {
    type: 'object',
    description: 'Ansible projects.',
    additionalProperties: false,
    properties: {
      inventory: strings('Inventories, as --inventory takes them.'),
      extraVars: strings('Variables, as --extra-vars takes them.'),
      vars: strings('Files of variables for templates that no playbook reaches.'),
    },
  },
  open: async ({ flags, section, fromFlag, fromSection }) => {
    const { ansibleFrontend } = await import('@breakwater/ansible')
    const told = (section ?? {}) as Partial<Record<'inventory' | 'extraVars' | 'vars', readonly string[]>>
    const given = (name: string): readonly string[] =>
      [flags[name] ?? []].flat().filter((one) => typeof one === 'string')
    const hosts = (from: (path: string) => string) => (text: string) => (text.includes(',') ? text : from(text))
    const extra = (from: (path: string) => string) => (text: string) =>
      text.startsWith('@') ? `@${from(text.slice(1))}` : text
    const inventory = given('inventory')
    const options = {
      inventory: inventory.length > 0 ? inventory.map(hosts(fromFlag)) : (told.inventory ?? []).map(hosts(fromSection)),
      extraVars: [...(told.extraVars ?? []).map(extra(fromSection)), ...given('extra-vars').map(extra(fromFlag))],
      vars: [...(told.vars ?? []).map(fromSection), ...given('vars').map(fromFlag)],
    }
    return {
      claims: (path) => ansibleFrontend.claims(path),
      read: (paths, files) => ansibleFrontend.read(paths, files, options),
    }
  },
}

function strings(description: string): object {
  return { type: 'array', items: { type: 'string' }, description }
}
