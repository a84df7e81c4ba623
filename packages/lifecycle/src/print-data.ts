import type { ExploitedRow, LifecycleData, LifecycleRow } from './rows.ts'

const quoted = (text: string): string => `'${text.replaceAll('\\', String.raw`\\`).replaceAll("'", String.raw`\'`)}'`

const isName = (key: string): boolean => /^[a-z]\w*$/i.test(key)

/** A value as TypeScript on one line. `listed` of a vulnerability is printed apart, by its name. */
const literal = (value: unknown, names: ReadonlyMap<string, string>): string => {
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, names)).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const pairs = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([key, inner]) => {
      const name = key === 'listed' ? names.get(JSON.stringify(inner)) : undefined
      const text = name === undefined ? literal(inner, names) : `listed[${quoted(name)}]`
      return `${isName(key) ? key : quoted(key)}: ${text}`
    })
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
}

const none: ReadonlyMap<string, string> = new Map()

const banner = '// Written by the refresh command, one row a line; see the README before changing it by hand.\n'

const list = (name: string, type: string, rows: readonly unknown[], imports = '', names = none): string =>
  `${banner}import type { ${type} } from '../rows.ts'\n${imports}\nexport const ${name}: readonly ${type}[] = [\n${rows
    .map((row) => `  ${literal(row, names)},\n`)
    .join('')}]\n`

/** The lists of affected releases, each once, by the vulnerability and platform that first has it. */
const listsOf = (exploited: readonly ExploitedRow[]): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  for (const { cve, affected } of exploited) {
    for (const [platform, { listed }] of Object.entries(affected ?? {})) {
      const key = JSON.stringify(listed)
      if (listed !== undefined && !names.has(key)) names.set(key, `${cve} ${platform}`)
    }
  }
  return names
}

const affectedModule = (names: ReadonlyMap<string, string>): string => {
  const entries = [...names].map(([json, name]) => {
    const trains = (JSON.parse(json) as readonly string[]).map((train) => `    ${quoted(train)},\n`)
    return `  ${quoted(name)}: [\n${trains.join('')}  ],\n`
  })
  const type = `{\n${[...names.values()].map((name) => `  readonly ${quoted(name)}: readonly string[]\n`).join('')}}`
  return `${banner}\nexport const listed: ${type} = {\n${entries.join('')}}\n`
}

const aboutModule = ({ provenance, dataAsOf }: LifecycleData): string => {
  const entries = Object.entries(provenance).map(([key, value]) => `  ${quoted(key)}: ${literal(value, none)},\n`)
  return (
    `${banner}import type { LifecycleData } from '../rows.ts'\n\n` +
    `export const dataAsOf: LifecycleData['dataAsOf'] = ${literal(dataAsOf, none)}\n\n` +
    `export const provenance: LifecycleData['provenance'] = {\n${entries.join('')}}\n`
  )
}

/** The data as modules, one row a line: the path below `src/data/`, and the text. */
export const printLifecycle = (data: LifecycleData): ReadonlyMap<string, string> => {
  const confirmed = (kind: LifecycleRow['kind']): readonly LifecycleRow[] =>
    data.rows.filter((row) => row.kind === kind && row.unconfirmed !== true)
  const names = listsOf(data.exploited)
  const importsLists = names.size === 0 ? '' : "import { listed } from './affected.ts'\n"
  return new Map([
    ['releases.ts', list('releases', 'ReleaseRow', confirmed('release'))],
    ['hardware.ts', list('hardware', 'HardwareRow', confirmed('hardware'))],
    [
      'unconfirmed.ts',
      list(
        'unconfirmed',
        'LifecycleRow',
        data.rows.filter((row) => row.unconfirmed === true),
      ),
    ],
    ['affected.ts', affectedModule(names)],
    ['exploited.ts', list('exploited', 'ExploitedRow', data.exploited, importsLists, names)],
    ['about.ts', aboutModule(data)],
  ])
}
