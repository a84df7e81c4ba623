import { type ExploitedRow, type LifecycleData, type LifecycleRow, milestones } from './rows.ts'

const cell = (text: string): string => text.replaceAll('|', String.raw`\|`)

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |\n`).join('')

const whatOf = (row: LifecycleRow): string =>
  row.kind === 'hardware'
    ? row.pids.map((pid) => `\`${pid}\``).join(', ')
    : [
        row.trains.map((train) => `\`${train}\``).join(', '),
        ...(row.range === undefined ? [] : [`\`${row.range}\``]),
        ...(row.hardware === undefined ? [] : [`on ${row.hardware.map((pid) => `\`${pid}\``).join(', ')}`]),
      ].join(' ')

const daysOf = (row: LifecycleRow): readonly string[] => milestones.map((milestone) => row.milestones[milestone] ?? '')

const remarkOf = (row: LifecycleRow): string =>
  [
    ...(row.basis === 'computed' ? ['computed from the policy'] : []),
    ...(row.confidence === undefined || row.confidence === 'high' ? [] : [`${row.confidence} confidence`]),
    ...(row.endedBy === undefined ? [] : [`out of support by ${row.endedBy}`]),
    ...(row.other === undefined ? [] : [`other days from ${row.other.from}`]),
    ...(row.via === undefined ? [] : [`via \`${row.via}\``]),
  ].join('; ')

const rowsTable = (rows: readonly LifecycleRow[]): string =>
  table(
    ['what', 'which', 'end of sale', 'maintenance', 'vulnerability', 'last day', 'source', 'seen', 'remarks'],
    rows.map((row) => [row.name, whatOf(row), ...daysOf(row), row.source, row.seen, remarkOf(row)]),
  )

const affectedOf = ({ affected, affectedSource, note }: ExploitedRow): string => {
  if (affected === undefined) return note ?? 'no source here lists the affected releases'
  return affectedSource ?? 'the record'
}

/** A page in Markdown with every row, its days and its source. */
export const printSources = (data: LifecycleData): string => {
  const { rows, exploited, provenance, dataAsOf } = data
  const confirmed = rows.filter((row) => row.unconfirmed !== true)
  const unconfirmed = rows.filter((row) => row.unconfirmed === true)
  const count = (list: readonly unknown[], what: string): string => `${what} (${list.length})`
  const releases = confirmed.filter(({ kind }) => kind === 'release')
  const hardware = confirmed.filter(({ kind }) => kind === 'hardware')
  return [
    '# Where the lifecycle data come from\n',
    `Printed from the data by the test run. End of life as of ${dataAsOf.lifecycle}, known exploited vulnerabilities as of ${dataAsOf.exploited}.\n`,
    `## ${count(releases, 'Releases')}\n`,
    rowsTable(releases),
    `## ${count(hardware, 'Hardware')}\n`,
    rowsTable(hardware),
    `## ${count(unconfirmed, 'Unconfirmed')}\n`,
    'From memory, or from sources that could not be checked. Used only with `--lifecycle-unconfirmed`.\n',
    rowsTable(unconfirmed),
    `## ${count(exploited, 'Known exploited vulnerabilities')}\n`,
    table(
      ['vulnerability', 'platforms', 'feature', 'affected releases', 'listed', 'due', 'references'],
      exploited.map((row) => [
        row.cve,
        row.platforms.join(', '),
        `${row.gate.feature} (${row.gate.basis})`,
        affectedOf(row),
        row.added,
        row.due,
        row.references.join(' '),
      ]),
    ),
    '## How they came here\n',
    table(
      ['key', 'what', 'licence'],
      Object.entries(provenance).map(([key, { title, licence }]) => [`\`${key}\``, title, licence]),
    ),
  ].join('\n')
}
