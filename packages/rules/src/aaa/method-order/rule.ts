import { defineRule, fail, pass, unknown, valueOf, type Device } from '@breakwater/core'
import { isServerMethod, type MethodList } from '../lists.ts'
import { groupToUse } from '../servers.ts'

const LOCAL = new Set(['local', 'local-case', 'none', 'enable', 'line'])

/** Whether the console and other serial lines name the list, and no VTY does: people may break the glass there. */
function isConsoleOnly({ lines }: Device, { name }: MethodList): boolean {
  const users = lines.items.filter((line) => valueOf(line.loginList) === name)
  return users.length > 0 && users.every(({ kind }) => kind !== 'vty')
}

function consoleFault(methods: readonly string[]): string | undefined {
  return methods.includes('none') ? 'lets anybody in over a serial line: it has none' : undefined
}

/** Login lists that ask no server, or nobody, are the matter of aaa/centralized-login. */
function fault(methods: readonly string[], login: boolean, central: boolean): string | undefined {
  const [first] = methods
  if (methods.indexOf('none') > 0) return 'lets anybody through when the methods before fail: it ends in none'
  if (first === undefined || !LOCAL.has(first) || !central) return undefined
  if (login && (first === 'none' || !methods.some(isServerMethod))) return undefined
  return `begins with ${first}, so that the servers are not asked first`
}

function own({ service, name, record }: MethodList): Pick<MethodList, 'service' | 'name' | 'record'> {
  return { service, name, record }
}

/** Servers first, then what is local, never none. */
function mended(device: Device, { service, methods }: MethodList): string[] {
  const groups = methods.filter(isServerMethod)
  const others = methods.filter((method) => !isServerMethod(method) && method !== 'none')
  const fallback = service === 'authentication enable' ? 'enable' : 'local'
  return [...(groups.length > 0 ? groups : [groupToUse(device)]), ...(others.length > 0 ? others : [fallback])]
}

export default defineRule({
  id: 'aaa/method-order',
  title: 'Keep local as fallback only and never use none',
  severity: 'high',
  why: 'With none anybody gets in while the servers are away; with local first nobody is ever asked centrally',
  guidance: [
    { document: 'AA25-239A', clause: 'A10' },
    { document: 'AA25-239A', clause: 'AM01' },
    { document: 'EVHG', clause: 'E63' },
    { document: 'EVHG', clause: 'E64' },
  ],
  mappings: { cis: ['1.1.2', '1.1.3'], stig: ['CISC-ND-000490'], nist: ['IA-2', 'AC-2'], attack: ['T1556'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['method lists of the test corpus'],
  *check(device) {
    const { groups, servers, methodLists } = device.aaa
    const central = groups.items.length > 0 || servers.items.length > 0
    for (const list of methodLists.items) {
      const { service, name, methods } = list
      if (!/^authentication (?:login|enable)$|^authorization (?:exec|commands \d+)$/.test(service)) continue
      const asks = methods.some(isServerMethod)
      const login = service === 'authentication login'
      const wrong =
        login && isConsoleOnly(device, list) ? consoleFault(methods) : fault(methods, login, central || asks)
      const open = !login && !central && !asks && !groups.complete && LOCAL.has(methods[0] ?? '')
      if (wrong === undefined && open)
        yield unknown(list, `the list ${name} for ${service} leaves out the servers`, { kind: 'not-in-view' })
      else if (wrong === undefined) yield pass(list)
      else
        yield fail(list, `The list ${name} for ${service} ${wrong}`, {
          changes: [{ setting: 'aaa.methodLists', item: list, value: { ...own(list), methods: mended(device, list) } }],
          applicability: 'lockout-risk',
        })
    }
  },
})
