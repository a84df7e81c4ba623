/// <reference lib="dom" />
import type { PageData } from '../data.ts'
import type { element } from './element.ts'
import type { createFindings } from './findings.ts'
import type { createMatrix } from './matrix.ts'
import type { createModel, Filters } from './model.ts'

export interface Parts {
  readonly element: typeof element
  readonly createModel: typeof createModel
  readonly createMatrix: typeof createMatrix
  readonly createFindings: typeof createFindings
}

/** Brings the page to life: filters, keys, theme, paper. */
export function start(parts: Parts, severities: readonly string[], stride: number): void {
  const text = document.querySelector('#data')?.textContent ?? '{}'
  const model = parts.createModel(JSON.parse(text) as PageData, stride)
  const { data } = model
  const field = (id: string): HTMLInputElement | undefined =>
    document.querySelector<HTMLInputElement>(`#${id}`) ?? undefined
  const search = field('search')
  const device = field('device')
  const category = field('category')
  const rule = field('rule')
  const clause = field('clause')
  const status = document.querySelector('#status')
  const reset = document.querySelector<HTMLButtonElement>('#reset')
  const tiles = [...document.querySelectorAll<HTMLButtonElement>('.tile')]
  const all = model.select({ severities: new Set(), category: '', rule: '', clause: '', device: '', text: '' })
  const total = all.reduce((sum, { places }) => sum + places, 0)

  const matrix = parts.createMatrix(parts.element, model, severities, (chosen, ruleIndex) => {
    if (device !== undefined && chosen >= 0) device.value = model.labelOf(chosen)
    if (rule !== undefined && ruleIndex >= 0) rule.value = data.rules[ruleIndex]?.id ?? ''
    update()
    document.querySelector('#findings-title')?.scrollIntoView({ block: 'start' })
    document.querySelector<HTMLElement>('.rule-head')?.focus({ preventScroll: true })
  })
  const findings = parts.createFindings(parts.element, model, severities)

  function filters(): Filters {
    const pressed = tiles.filter((tile) => tile.getAttribute('aria-pressed') === 'true')
    return {
      severities: new Set(pressed.map((tile) => Number(tile.dataset['severity']))),
      category: category?.value ?? '',
      rule: rule?.value ?? '',
      clause: clause?.value ?? '',
      device: device?.value ?? '',
      text: search?.value ?? '',
    }
  }

  function update(): void {
    const wanted = filters()
    const selected = model.select(wanted)
    const shown = selected.reduce((sum, { places }) => sum + places, 0)
    const isFiltered =
      wanted.severities.size > 0 ||
      [wanted.category, wanted.rule, wanted.clause, wanted.device, wanted.text].some(Boolean)
    if (status !== null)
      status.textContent = isFiltered
        ? `${shown.toLocaleString('en')} of ${total.toLocaleString('en')} findings`
        : `All ${total.toLocaleString('en')} findings`
    if (reset !== null) reset.hidden = !isFiltered
    const none = document.querySelector<HTMLElement>('#none')
    if (none !== null) none.hidden = shown > 0 || total === 0
    matrix.show(selected)
    findings.show(selected)
  }

  function clear(): void {
    for (const input of [search, device, category, rule, clause]) if (input !== undefined) input.value = ''
    for (const tile of tiles) tile.setAttribute('aria-pressed', 'false')
    update()
  }

  function toggleTheme(): void {
    const root = document.documentElement
    const isDark = root.dataset['theme'] ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
    root.dataset['theme'] = isDark === 'dark' ? 'light' : 'dark'
    document.querySelector('#theme')?.setAttribute('aria-pressed', String(root.dataset['theme'] === 'dark'))
  }

  for (const tile of tiles)
    tile.addEventListener('click', () => {
      tile.setAttribute('aria-pressed', String(tile.getAttribute('aria-pressed') !== 'true'))
      update()
    })
  for (const input of [search, device, category, rule, clause]) input?.addEventListener('input', update)
  reset?.addEventListener('click', () => {
    clear()
    search?.focus()
  })
  document.querySelector('#theme')?.addEventListener('click', toggleTheme)
  document.querySelector('#print')?.addEventListener('click', () => globalThis.print())
  document.querySelector('#posture')?.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button') : null
    if (button === null) return
    if (category !== undefined && button.dataset['category'] !== undefined) category.value = button.dataset['category']
    if (clause !== undefined && button.dataset['clause'] !== undefined) clause.value = button.dataset['clause']
    update()
    document.querySelector('#findings-title')?.scrollIntoView({ block: 'start' })
  })
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement
    if (event.key === 'Escape' && isField) {
      if (event.target === search) clear()
      event.target.blur()
      return
    }
    if (isField) return
    const isHead = event.target instanceof Element && event.target.matches('.rule-head')
    if (event.key === '/') search?.focus()
    else if (event.key === 't') toggleTheme()
    else if (event.key === 'j' || (isHead && event.key === 'ArrowDown')) findings.step(1)
    else if (event.key === 'k' || (isHead && event.key === 'ArrowUp')) findings.step(-1)
    else return
    event.preventDefault()
  })
  globalThis.addEventListener('beforeprint', () => {
    findings.openAll()
    for (const details of document.querySelectorAll('#posture details')) details.setAttribute('open', '')
    matrix.showAll(true)
  })
  globalThis.addEventListener('afterprint', () => {
    matrix.showAll(false)
  })
  update()
  document.documentElement.dataset['ready'] = 'yes'
}
