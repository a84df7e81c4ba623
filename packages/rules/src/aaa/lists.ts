import { valueOf, type Device, type Item, type Origin, type Reason } from '@breakwater/core'
import { takesNoSession, vtyLines, type TerminalLine } from '../mgmt/lines.ts'

export type MethodList = Item<'aaa.methodLists'>

/** Whether AAA is on, undefined where nothing proves it, and the line that shows it. */
export interface AaaState {
  readonly on: boolean | undefined
  readonly at: Origin
}

const states = new WeakMap<Device, AaaState>()

/** AAA by what is written of it: the command itself, method lists, or a login without AAA on a line. */
export function aaaState(device: Device): AaaState {
  let state = states.get(device)
  if (state === undefined) states.set(device, (state = findState(device)))
  return state
}

function findState({ aaa, lines }: Device): AaaState {
  const { newModel } = aaa
  if (newModel.state === 'known' && newModel.by === 'config') return { on: newModel.value, at: newModel.at }
  const [list] = aaa.methodLists.items
  if (list !== undefined) return { on: true, at: list.at }
  const plain = lines.items
    .map(({ login }) => login)
    .filter(({ state, value, by }: { state: string; value?: unknown; by?: string }) => {
      return state === 'known' && by === 'config' && (value === 'line' || value === 'local')
    })
    .toSorted((a, b) => a.at.span.start - b.at.span.start)
  const [first] = plain
  if (first !== undefined) return { on: false, at: first.at }
  return { on: newModel.state === 'absent' ? false : valueOf(newModel), at: newModel.at }
}

const vtys = new WeakMap<Device, readonly TerminalLine[]>()

/** The VTY lines on which somebody can log in. */
export function openVtys(device: Device): readonly TerminalLine[] {
  let open = vtys.get(device)
  if (open === undefined) vtys.set(device, (open = vtyLines(device).filter((line) => !takesNoSession(line))))
  return open
}

/** What a line uses for a service: a list, the name of one that is not there, no list, or nobody knows. */
export type UsedList =
  | { readonly kind: 'list'; readonly list: MethodList }
  | { readonly kind: 'missing'; readonly name: string; readonly at: Origin }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly why: Reason }

const NOT_IN_VIEW = { kind: 'not-in-view' } as const

/** The method list that a line really uses: its own, else `default`. */
export function usedList({ aaa }: Device, line: TerminalLine | undefined, service: string): UsedList {
  const { methodLists } = aaa
  const login = service === 'authentication login'
  const named = login ? line?.loginList : line?.methodLists
  if (named?.state === 'unknown') return { kind: 'unknown', why: named.why }
  const own = line === undefined ? undefined : login ? valueOf(line.loginList) : valueOf(line.methodLists)?.[service]
  const name = own ?? 'default'
  const list = methodLists.items.find((candidate) => candidate.service === service && candidate.name === name)
  if (list !== undefined) return { kind: 'list', list }
  if (!methodLists.complete) return { kind: 'unknown', why: NOT_IN_VIEW }
  return name === 'default' || named === undefined ? { kind: 'none' } : { kind: 'missing', name, at: named.at }
}

/** Methods that ask servers. */
export function isServerMethod(method: string): boolean {
  return method.startsWith('group ') || method.startsWith('cache ')
}

/** The lists of a service that VTY lines use, each once. */
export function vtyLists(device: Device, service: string): MethodList[] {
  const lists = openVtys(device).flatMap((line) => {
    const used = usedList(device, line, service)
    return used.kind === 'list' ? [used.list] : []
  })
  return [...new Set(lists)]
}
