import {
  defineRule,
  fail,
  notApplicable,
  pass,
  unknown,
  valueOf,
  type Change,
  type Device,
  type Judgement,
  type Origin,
} from '@breakwater/core'
import { lineDoes, vtyLines, type TerminalLine } from '../../mgmt/lines.ts'
import { aaaState, isServerMethod, openVtys, usedList, type MethodList } from '../lists.ts'
import { groupToUse, serversOf } from '../servers.ts'

const SERVICE = 'authentication login'
const NOT_IN_VIEW = { kind: 'not-in-view' } as const

/** Methods that let people in while no server answers. */
const FALLBACKS = new Set(['local', 'local-case', 'enable', 'line', 'none'])

function loginWithoutAaa(lines: readonly TerminalLine[]): Origin | undefined {
  return lines.find(({ login }) => login.state === 'known' && login.by === 'config' && login.value !== 'aaa')?.login.at
}

function listChange(list: MethodList | undefined, methods: readonly string[]): Change {
  const { name } = list ?? { name: 'default' }
  return { setting: 'aaa.methodLists', item: list, value: { service: SERVICE, name, record: undefined, methods } }
}

function judgeList(device: Device, list: MethodList): Judgement {
  const { name, methods } = list
  const fallback = methods.filter((method) => FALLBACKS.has(method))
  const to = {
    changes: [listChange(list, [groupToUse(device), 'local'])],
    applicability: 'needs-site-value',
  } as const
  if (methods[0] === 'none') return fail(list, `Login list ${name} lets anybody in: its first method is none`, to)
  const groups = methods.filter(isServerMethod)
  if (groups.length === 0)
    return fail(list, `Login list ${name} asks no central server: ${methods.join(', ') || 'it has no method'}`, to)
  const servers = groups.map((method) => serversOf(device, method))
  const question = `login list ${name} has a server to ask`
  const usable = servers.some((it) => it.kind === 'servers' && it.addresses.length > 0)
  const open = servers.find((it) => it.kind === 'unknown')
  if (!usable && open?.kind === 'unknown') return unknown(list, question, open.why)
  if (!usable) {
    const empty = servers.flatMap((it) => (it.kind === 'servers' && it.group !== undefined ? [it.group] : []))[0]
    const what = groups.map((method) => method.replace('group ', '')).join(', ')
    return empty === undefined
      ? fail(list, `Login list ${name} asks the group ${what}, which has no server`)
      : fail(empty, `Server group ${empty.name} has no server that is defined, and login list ${name} asks it`)
  }
  if (fallback.length > 0 || valueOf(device.aaa.newModel) === undefined) return pass(list)
  return fail(list, `Login list ${name} has no local fallback for the time when no server answers`, {
    changes: [listChange(list, [...methods, 'local'])],
    applicability: 'safe',
  })
}

export default defineRule({
  id: 'aaa/centralized-login',
  title: 'Authenticate logins against central AAA servers',
  severity: 'high',
  why: 'Local accounts are shared, seldom changed and know no second factor',
  guidance: [
    { document: 'EVHG', clause: 'E62' },
    { document: 'EVHG', clause: 'E63' },
    { document: 'EVHG', clause: 'E64' },
    { document: 'NISG', clause: '4.1' },
  ],
  mappings: { cis: ['1.1.2', '1.1.4'], stig: ['CISC-ND-001370'], nist: ['IA-2', 'AC-2(1)'], attack: ['T1078'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['method lists of the test corpus, with the lines that use them'],
  *check(device) {
    const { on, at } = aaaState(device)
    const { newModel, methodLists } = device.aaa
    const vtys = openVtys(device)
    const message = 'VTY logins are not authenticated by central servers'
    if (vtys.length === 0) {
      if (vtyLines(device).length > 0) return yield notApplicable(methodLists, 'no VTY line takes a session')
      return yield unknown(methodLists, message, NOT_IN_VIEW)
    }
    if (on === false) {
      const own = newModel.state === 'known' && newModel.by === 'config' ? undefined : loginWithoutAaa(vtys)
      return yield fail(newModel, `${message}: AAA is off`, { at: own ?? at })
    }
    const judged = new Set<MethodList>()
    for (const line of vtys) {
      const used = usedList(device, line, SERVICE)
      if (used.kind === 'unknown') yield unknown(line, message, used.why)
      else if (used.kind === 'missing')
        yield fail(line.loginList, `${lineDoes(line, 'use')} the login list ${used.name}, which is not defined`)
      else if (used.kind === 'list' && !judged.has(used.list)) {
        judged.add(used.list)
        yield judgeList(device, used.list)
      }
    }
    if (vtys.some((line) => usedList(device, line, SERVICE).kind === 'none'))
      yield on === undefined
        ? unknown(methodLists, message, NOT_IN_VIEW)
        : fail(methodLists, 'AAA is on, but no method list says who authenticates VTY logins', {
            changes: [listChange(undefined, [groupToUse(device), 'local'])],
            applicability: 'needs-site-value',
          })
  },
})
