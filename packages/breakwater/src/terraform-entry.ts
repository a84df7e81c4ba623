import type { LoadOptions } from '@breakwater/terraform'
import { UsageError } from './errors.ts'
import type { FrontendEntry, FrontendSettings } from './frontends.ts'

interface Section {
  readonly variables?: Readonly<Record<string, string>>
  readonly variableFiles?: readonly string[]
}

/** The front-end of Terraform as the command knows it. */
export const terraformEntry: FrontendEntry = {
  name: 'terraform',
  mayRead: (name) => /\.tf(?:\.json)?$|plan[^/]*\.json$/i.test(name),
  flags: {
    var: { value: 'name=value', multiple: true, help: 'Value of a Terraform variable' },
    'var-file': { value: 'path', multiple: true, help: 'File of values of Terraform variables' },
  },
  section: {
    type: 'object',
    description: 'Inputs of Terraform root modules',
    properties: {
      variables: {
        type: 'object',
        additionalProperties: { type: 'string' },
        description: 'Values of variables, as --var gives them',
      },
      variableFiles: {
        type: 'array',
        items: { type: 'string' },
        description: 'Files of values, as --var-file names them; relative to the folder of the configuration',
      },
    },
    additionalProperties: false,
  },
  open: async (settings) => {
    const options = optionsOf(settings)
    const { terraform } = await import('@breakwater/terraform')
    return { claims: (path) => terraform.claims(path), read: (paths, files) => terraform.read(paths, files, options) }
  },
}

/** The command line counts above the configuration. */
function optionsOf({ flags, section, env, fromFlag, fromSection }: FrontendSettings): LoadOptions {
  const { variables = {}, variableFiles = [] } = (section ?? {}) as Section
  const given = listOf(flags['var']).map((text): [string, string] => {
    const equals = text.indexOf('=')
    if (equals < 1) throw new UsageError(`--var needs name=value, not "${text}"`)
    return [text.slice(0, equals).trim(), text.slice(equals + 1)]
  })
  const environment = Object.entries(env).flatMap(([name, value]): [string, string][] =>
    name.startsWith('TF_VAR_') && value !== undefined ? [[name, value]] : [],
  )
  return {
    variables: { ...variables, ...Object.fromEntries(given) },
    variableFiles: [...variableFiles.map(fromSection), ...listOf(flags['var-file']).map(fromFlag)],
    environment: Object.fromEntries(environment),
  }
}

function listOf(value: FrontendSettings['flags'][string]): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : []
}
