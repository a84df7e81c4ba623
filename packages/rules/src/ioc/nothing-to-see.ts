import { pass, unknown, type FactList, type Judgement } from '@breakwater/core'

/** A list in which nothing was seen: a pass where it is all there is. */
export function nothingToSee(list: FactList<unknown>, what: string): Judgement {
  return list.complete ? pass(list, `no ${what}`) : unknown(list, `whether there is ${what}`, { kind: 'not-in-view' })
}
