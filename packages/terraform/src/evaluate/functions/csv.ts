import { list, object, text } from '../make.ts'
import type { Entry, StringValue, Value } from '../value.ts'

/** The rows of a table with a header, as RFC 4180 has it; undefined where rows differ in length. */
export function readCsv({ value, at }: StringValue): Value | undefined {
  const rows = readRows(value)
  const [header, ...body] = rows ?? []
  if (header === undefined) return undefined
  const items: Value[] = []
  for (const row of body) {
    if (row.length !== header.length) return undefined
    const entries = new Map<string, Entry>()
    for (const [index, name] of header.entries()) entries.set(name, { key: at, value: text(row[index] ?? '', at) })
    items.push(object(entries, at))
  }
  return list(items, at, 'list')
}

function readRows(source: string): readonly (readonly string[])[] | undefined {
  const rows: string[][] = []
  let row: string[] = []
  let pos = 0
  while (pos < source.length) {
    let field = ''
    if (source[pos] === '"') {
      for (pos++; ;) {
        const quote = source.indexOf('"', pos)
        if (quote === -1) return undefined
        field += source.slice(pos, quote)
        pos = quote + 1
        if (source[pos] !== '"') break
        field += '"'
        pos++
      }
    } else {
      const start = pos
      while (pos < source.length && source[pos] !== ',' && source[pos] !== '\n') pos++
      field = source.slice(start, pos).replace(/\r$/, '')
    }
    row.push(field)
    if (source[pos] === '\r') pos++
    if (source[pos] === ',') {
      pos++
      if (pos === source.length) row.push('')
      continue
    }
    if (pos < source.length && source[pos] !== '\n') return undefined
    pos++
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return rows
}
