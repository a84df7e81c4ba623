/// <reference lib="dom" />
import type { ElementMaker } from './element.ts'
import type { Model, SelectedRule } from './model.ts'

export interface Matrix {
  readonly show: (selected: readonly SelectedRule[]) => void
  /** For paper: all rows, where they are not too many. */
  readonly showAll: (all: boolean) => void
}

interface Row {
  readonly device: number
  /** By column. */
  readonly counts: Uint32Array
  readonly worst: Uint8Array
  weight: number
  total: number
}

/** The heat map of devices by rule. Only rows in sight are in the page. `choose` hears which cell was taken. */
export function createMatrix(
  element: ElementMaker,
  { data, labelOf }: Model,
  severities: readonly string[],
  choose: (device: number, rule: number) => void,
): Matrix {
  const ROW = 28
  const MOST_ON_PAPER = 120
  const frame = document.querySelector<HTMLElement>('#matrix')
  const caption = document.querySelector<HTMLElement>('#matrix-count')
  let columns: readonly SelectedRule[] = []
  let rows: readonly Row[] = []
  let active = { row: 0, column: 0 }
  let everything = false
  let drawn = ''
  const body = element('tbody')

  function countRows(): Row[] {
    const byDevice = new Map<number, Row>()
    for (const [column, { findings }] of columns.entries())
      for (const { finding, places } of findings)
        for (const at of places) {
          const device = finding.places[at] ?? 0
          let row = byDevice.get(device)
          if (row === undefined) {
            row = {
              device,
              counts: new Uint32Array(columns.length),
              worst: new Uint8Array(columns.length).fill(severities.length),
              weight: 0,
              total: 0,
            }
            byDevice.set(device, row)
          }
          row.counts[column] = (row.counts[column] ?? 0) + 1
          row.worst[column] = Math.min(row.worst[column] ?? severities.length, finding.severity)
          row.weight += 1000 ** (severities.length - 1 - finding.severity)
          row.total++
        }
    return [...byDevice.values()].toSorted((a, b) => b.weight - a.weight || a.device - b.device)
  }

  function cell(row: Row, index: number, column: number): HTMLElement {
    const count = row.counts[column] ?? 0
    const severity = severities[row.worst[column] ?? severities.length]
    const isActive = index === active.row && column === active.column
    const focus = isActive ? { tabindex: '0' } : { tabindex: '-1' }
    const position = { 'data-row': String(index), 'data-column': String(column) }
    if (count === 0 || severity === undefined) return element('td', { ...focus, ...position })
    const rule = data.rules[columns[column]?.rule ?? -1]
    const name = labelOf(row.device)
    const label = `${name}, ${rule?.id ?? ''}: ${count} ${severity}`
    return element(
      'td',
      { ...focus, ...position, class: `fill ${severity}`, 'aria-label': label, title: label },
      String(count),
    )
  }

  function draw(): void {
    if (frame === null) return
    const seen = Math.ceil(frame.clientHeight / ROW)
    const first = everything ? 0 : Math.max(0, Math.floor(frame.scrollTop / ROW) - 6)
    const last = everything ? rows.length : Math.min(rows.length, first + seen + 12)
    const key = `${first} ${last} ${active.row} ${active.column}`
    if (key === drawn) return
    drawn = key
    const hadFocus = body.contains(document.activeElement)
    const spacer = (height: number): HTMLElement => {
      const filler = element('td', { colspan: String(columns.length + 2) })
      filler.style.height = `${height}px`
      return element('tr', { 'aria-hidden': 'true', class: 'spacer' }, filler)
    }
    const shown = rows.slice(first, last).map((row, offset) => {
      const [name = '', , file = -1] = data.devices[row.device] ?? []
      const label = labelOf(row.device)
      const tail = label === name ? [] : [' ', element('span', { class: 'dim' }, label.replace(/^.*\//, ''))]
      const title = `${name} ${data.files[file] ?? ''}`
      const attributes = { type: 'button', tabindex: '-1', 'data-device': String(row.device), title }
      const head = element('button', attributes, name, ...tail)
      return element(
        'tr',
        { 'aria-rowindex': String(first + offset + 2) },
        element('th', { scope: 'row' }, head),
        element('td', { class: 'total' }, String(row.total)),
        ...columns.map((_, column) => cell(row, first + offset, column)),
      )
    })
    body.replaceChildren(
      ...(first > 0 ? [spacer(first * ROW)] : []),
      ...shown,
      ...(last < rows.length ? [spacer((rows.length - last) * ROW)] : []),
    )
    if (hadFocus) body.querySelector<HTMLElement>('td[tabindex="0"]')?.focus({ preventScroll: true })
  }

  function show(selected: readonly SelectedRule[]): void {
    columns = selected
    rows = countRows()
    active = { row: 0, column: 0 }
    drawn = ''
    if (frame === null || caption === null) return
    const heads = columns.map(({ rule, worst }) => {
      const id = data.rules[rule]?.id ?? ''
      const title = `${id}: ${data.rules[rule]?.title ?? ''}`
      const button = element(
        'button',
        { type: 'button', tabindex: '-1', 'data-rule': String(rule), title },
        element('span', {}, id),
      )
      return element('th', { scope: 'col', class: severities[worst] ?? '' }, button)
    })
    const head = element(
      'tr',
      {},
      element('th', { scope: 'col', class: 'corner' }, 'device'),
      element('th', { scope: 'col', class: 'total' }, 'all'),
      ...heads,
    )
    const table = element(
      'table',
      { role: 'grid', 'aria-labelledby': 'matrix-title', 'aria-rowcount': String(rows.length + 1) },
      element('thead', {}, head),
      body,
    )
    const clean = data.devices.length - rows.length
    const number = (count: number): string => count.toLocaleString('en')
    caption.textContent = `${number(rows.length)} of ${number(data.devices.length)} devices, ${columns.length} rules${clean > 0 ? `; ${number(clean)} without a finding in this view` : ''}`
    frame.hidden = rows.length === 0
    frame.scrollTop = 0
    frame.replaceChildren(table)
    draw()
  }

  function move(row: number, column: number): void {
    active = {
      row: Math.max(0, Math.min(rows.length - 1, row)),
      column: Math.max(0, Math.min(columns.length - 1, column)),
    }
    if (frame === null) return
    const top = active.row * ROW
    if (top < frame.scrollTop) frame.scrollTop = top
    const head = frame.querySelector('thead')?.clientHeight ?? 0
    if (top + ROW + head > frame.scrollTop + frame.clientHeight) frame.scrollTop = top + ROW + head - frame.clientHeight
    draw()
    body.querySelector('td[tabindex="0"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  function take(target: EventTarget | null): void {
    if (!(target instanceof Element)) return
    const cell = target.closest<HTMLElement>('td[data-row]')
    if (cell !== null) {
      const row = rows[Number(cell.dataset['row'])]
      const column = Number(cell.dataset['column'])
      if (row !== undefined && (row.counts[column] ?? 0) > 0) choose(row.device, columns[column]?.rule ?? -1)
      return
    }
    const head = target.closest<HTMLElement>('button')
    if (head !== null) choose(Number(head.dataset['device'] ?? -1), Number(head.dataset['rule'] ?? -1))
  }

  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    PageUp: [-10, 0],
    PageDown: [10, 0],
    Home: [0, -1000],
    End: [0, 1000],
  }
  frame?.addEventListener('scroll', () => requestAnimationFrame(draw), { passive: true })
  globalThis.addEventListener('resize', () => requestAnimationFrame(draw))
  frame?.addEventListener('click', ({ target }) => take(target))
  frame?.addEventListener('keydown', (event) => {
    if (!(event.target instanceof HTMLTableCellElement)) return
    const step = steps[event.key]
    if (step === undefined && event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
    if (step === undefined) take(event.target)
    else move(active.row + step[0], active.column + step[1])
  })
  return {
    show,
    showAll: (all) => {
      everything = all && rows.length <= MOST_ON_PAPER
      draw()
    },
  }
}
