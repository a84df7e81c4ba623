import type { ParameterRow } from './module.ts'
import { platformModules } from './platforms.ts'

/** A parameter of a module and the command that it stands for, for the tables of support. */
export interface SupportedParameter {
  readonly module: string
  /** `config.communities[]` */
  readonly parameter: string
  readonly command: string
}

/** Every parameter that is understood, in the order of the tables. */
export function supportedParameters(): SupportedParameter[] {
  return tables().flatMap(({ names: [module = ''], root, rows }) => parametersOf(module, root, rows, ''))
}

/** What the states of a module make whole, for the tables of support. */
export interface SupportedState {
  readonly module: string
  /** Lists, settings and fields of which `overridden` states all there is. */
  readonly owns: readonly string[]
  /** `replaced` does the same, and `deleted` takes all of it away. */
  readonly whole: boolean
}

/** The modules that own something, in the order of the tables. */
export function supportedStates(): SupportedState[] {
  return tables().flatMap(({ names: [module = ''], owns, whole = false }) => {
    if (owns === undefined) return []
    const { lists = [], settings = [], fields = [] } = owns
    return [{ module, owns: [...lists.map((list) => `${list}[]`), ...settings, ...fields], whole }]
  })
}

/** Modules that set nothing which a rule reads. */
export function modulesPassedOver(): string[] {
  return [...platformModules.values()].flatMap(({ nothingJudged }) => nothingJudged)
}

function tables() {
  return [...platformModules.values()].flatMap((modules) => modules.tables)
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
