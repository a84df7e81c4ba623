/// <reference lib="dom" />
import type { ElementMaker } from './element.ts'
import type { Model, SelectedFinding, SelectedRule } from './model.ts'

export interface FindingList {
  readonly show: (selected: readonly SelectedRule[]) => void
  /** For paper: every rule, and the places of a finding where they are not too many. */
  readonly openAll: () => void
  /** Moves the focus to another rule: 1 down, −1 up. */
  readonly step: (by: number) => void
}

/** The rules with their findings. What a rule has to say is made when it is opened. */
export function createFindings(
  element: ElementMaker,
  { data, stride }: Model,
  severities: readonly string[],
): FindingList {
  const FEW = 8
  const MANY = 100
  const MOST_ON_PAPER = 50
  const list = document.querySelector<HTMLElement>('#findings')
  const opened = new Set<number>()
  let openers: (() => void)[] = []
  let unfolders: (() => void)[] = []

  const counted = (count: number, one: string): string =>
    `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`

  /** Gives the first of many, and a button for the next. */
  function inPortions<Item>(items: readonly Item[], size: number, make: (item: Item) => Node): DocumentFragment {
    const portion = document.createDocumentFragment()
    portion.append(...items.slice(0, size).map(make))
    const rest = items.slice(size)
    if (rest.length > 0) {
      const lead = element('span', { class: 'lead' }, `Show ${Math.min(rest.length, MANY)} of `)
      const button = element(
        'button',
        { type: 'button', class: 'more' },
        lead,
        `${rest.length.toLocaleString('en')} more`,
      )
      button.addEventListener('click', () => button.replaceWith(inPortions(rest, MANY, make)))
      portion.append(button)
    }
    return portion
  }

  function code(lines: readonly string[], kind: string, label: string): HTMLElement {
    const shown = lines.flatMap((line, index): (Node | string)[] => {
      const end = index < lines.length - 1 ? '\n' : ''
      const [, gutter = '', mark] = /^(\s*│\s*)(\^+)$/.exec(line) ?? []
      if (mark === undefined) return [`${line}${end}`]
      return [gutter, element('span', { class: 'mark', 'aria-hidden': 'true' }, mark), end]
    })
    return element(
      'pre',
      { class: kind, tabindex: '0', role: 'region', 'aria-label': label },
      element('code', {}, ...shown),
    )
  }

  function place(places: readonly number[], at: number, before?: number): HTMLElement {
    const [device = 0, file = 0, line = 0, column = 0, frame = -1, way = -1] = places.slice(at, at + stride)
    const [name = '', platform = ''] = data.devices[device] ?? []
    const where = `${data.files[file] ?? ''}:${line}:${column}`
    const text = data.frames[frame]
    const hops = data.ways[way] ?? []
    return element(
      'div',
      { class: 'place' },
      element(
        'p',
        { class: 'where' },
        element('strong', {}, name),
        ' ',
        element('span', { class: 'dim' }, platform),
        ' ',
        element('span', { class: 'path' }, where),
      ),
      ...(text === undefined || frame === before ? [] : [code(text.split('\n'), 'frame', `Lines at ${where}`)]),
      ...(hops.length === 0
        ? []
        : [element('p', { class: 'way' }, element('span', { class: 'label' }, 'via'), ' ', hops.join(' → '))]),
    )
  }

  function findingItem({ finding, places }: SelectedFinding): HTMLElement {
    const severity = severities[finding.severity] ?? ''
    const [first = 0, ...others] = places
    const item = element(
      'article',
      { class: `finding ${severity}` },
      element('h4', {}, finding.message),
      place(finding.places, first),
    )
    if (others.length > 0) {
      const more = element(
        'details',
        {},
        element('summary', {}, `${counted(others.length, 'more place')} with the same finding`),
      )
      const drawnFrame = finding.places[first + 4]
      const fill = (): void => {
        if (more.childElementCount === 1)
          more.append(inPortions(others, MANY, (at) => place(finding.places, at, drawnFrame)))
      }
      more.addEventListener('toggle', fill)
      if (others.length <= MOST_ON_PAPER)
        unfolders.push(() => {
          fill()
          more.open = true
        })
      item.append(more)
    }
    if (finding.enter !== undefined)
      item.append(
        element(
          'div',
          { class: 'enter' },
          element('p', { class: 'label' }, 'Remediation'),
          code(finding.enter, 'lines', 'Lines to enter'),
          ...(finding.caution === undefined
            ? []
            : [element('p', { class: 'caution' }, element('strong', {}, 'Caution: '), finding.caution)]),
        ),
      )
    return item
  }

  function body({ rule, findings }: SelectedRule): DocumentFragment {
    const made = document.createDocumentFragment()
    const card = data.rules[rule]
    if (card === undefined) return made
    const facts: readonly (readonly [string, readonly string[]])[] = [
      ['Why', card.why === '' ? [] : [card.why]],
      ['Guidance', card.guidance.length === 0 ? [] : [card.guidance.join(' · ')]],
      ['Also known as', card.mappings.length === 0 ? [] : [card.mappings.join(' · ')]],
      ['Often innocent', card.innocent === undefined ? [] : [card.innocent]],
      ['Collect next', card.collect ?? []],
    ]
    const terms = facts.flatMap(([term, texts]) =>
      texts.length === 0 ? [] : [element('dt', {}, term), ...texts.map((text) => element('dd', {}, text))],
    )
    if (terms.length > 0) made.append(element('dl', {}, ...terms))
    made.append(inPortions(findings, FEW, findingItem))
    return made
  }

  function ruleItem(selected: SelectedRule): HTMLElement {
    const { rule, worst, places, devices } = selected
    const card = data.rules[rule]
    const severity = severities[worst] ?? ''
    const id = `rule-${rule}`
    const head = element(
      'button',
      { type: 'button', 'aria-expanded': 'false', 'aria-controls': id, class: 'rule-head' },
      element('span', { class: `badge ${severity}` }, severity),
      element(
        'span',
        { class: 'name' },
        element('span', { class: 'title' }, card?.title ?? ''),
        element('span', { class: 'id' }, card?.id ?? ''),
      ),
      element(
        'span',
        { class: 'counts' },
        element('span', {}, counted(places, 'finding')),
        element('span', {}, counted(devices, 'device')),
      ),
    )
    const panel = element('div', { id, class: 'panel' })
    panel.hidden = true
    const set = (open: boolean): void => {
      if (open && panel.childElementCount === 0) panel.append(body(selected))
      panel.hidden = !open
      head.setAttribute('aria-expanded', String(open))
      if (open) opened.add(rule)
      else opened.delete(rule)
    }
    openers.push(() => set(true))
    head.addEventListener('click', () => set(Boolean(panel.hidden)))
    if (opened.has(rule)) set(true)
    return element('li', { class: `rule ${severity}` }, element('h3', {}, head), panel)
  }

  function show(selected: readonly SelectedRule[]): void {
    openers = []
    unfolders = []
    const [only] = selected
    if (selected.length === 1 && only !== undefined) opened.add(only.rule)
    list?.replaceChildren(...selected.map(ruleItem))
  }

  return {
    show,
    openAll: () => {
      for (const open of openers) open()
      for (const unfold of unfolders) unfold()
    },
    step: (by) => {
      const heads = [...document.querySelectorAll<HTMLElement>('.rule-head')]
      const at = heads.findIndex((head) => head === document.activeElement)
      const next = heads[at < 0 ? (by > 0 ? 0 : heads.length - 1) : Math.max(0, Math.min(heads.length - 1, at + by))]
      next?.focus()
      next?.scrollIntoView({ block: 'nearest' })
    },
  }
}
