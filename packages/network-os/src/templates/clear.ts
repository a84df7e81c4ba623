import type { ClearingMark, Draft, ListName } from '@breakwater/core'

/**
 * Does what a source says about all that was stated before: its lists hold what follows and nothing else, its settings go back
 * to their defaults. Under a condition that nobody can decide, everything stays beside what follows, and nothing is whole.
 */
export function clear(draft: Draft, { clears, at }: ClearingMark): void {
  const { lists = [], settings = [], fields = [], keep = [], open = false } = clears
  const isSure = at.when === undefined
  for (const list of isSure ? lists : []) {
    const keys = draft.items(list).map(({ key }) => key)
    for (const key of keys) if (!keep.includes(key)) draft.remove(list, key)
    if (!open) draft.close(list, at)
  }
  for (const setting of settings) draft.state(setting, { state: 'unset', at }, !isSure)
  for (const name of fields) {
    const [list = '', field = ''] = name.split('[].')
    for (const item of draft.items(list as ListName))
      if (!keep.includes(item.key)) item.state(field as never, { state: 'unset', at }, !isSure)
  }
}
