import { iosModules } from './ios/tables.ts'
import type { ParameterRow } from './module.ts'

/** A parameter of a module and the command that it stands for, for the tables of support. */
export interface SupportedParameter {
  readonly module: string
  /** `config.communities[]` */
  readonly parameter: string
  readonly command: string
}

/** Every parameter that is understood, in the order of the tables. */
export function supportedParameters(): SupportedParameter[] {
  return iosModules.flatMap(({ names, root, rows }) => {
    const [module = ''] = names
    return parametersOf(module, root, rows, '')
  })
}

function parametersOf(
  module: string,
  path: string,
  rows: readonly ParameterRow[],
  before: string,
): SupportedParameter[] {
  return rows.flatMap((row) => {
    const parameter = [path, row.path]
      .filter((part) => part !== '')
      .join('.')
      .replaceAll('.[]', '[]')
    const section = row.section === undefined ? before : `${before}${row.section} / `
    return [
      ...(row.command === undefined ? [] : [{ module, parameter, command: `${before}${row.command}` }]),
      ...parametersOf(module, parameter, row.rows ?? [], section),
    ]
  })
}
