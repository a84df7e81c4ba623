import { defineRule, fail, notApplicable, pass, unknown, type Change, type Device } from '@breakwater/core'
import { aaaState, isServerMethod, openVtys, usedList, vtyLists, type MethodList } from '../lists.ts'
import { groupToUse, serversOf } from '../servers.ts'

/** RADIUS knows no accounting of commands. */
function asksRadiusOnly(device: Device): boolean {
  const asked = vtyLists(device, 'authentication login')
    .flatMap(({ methods }) => methods.filter(isServerMethod))
    .map((method) => serversOf(device, method))
  return asked.length > 0 && asked.every((it) => it.kind === 'servers' && it.protocol === 'radius')
}

function records({ record, methods }: MethodList): boolean {
  return record !== 'none' && methods.some(isServerMethod)
}

function listChange(device: Device, service: string, list: MethodList | undefined): Change {
  const { name } = list ?? { name: 'default' }
  const methods = [groupToUse(device)]
  return { setting: 'aaa.methodLists', item: list, value: { service, name, record: 'start-stop', methods } }
}

export default defineRule({
  id: 'aaa/accounting',
  title: 'Account for EXEC sessions and privileged commands centrally',
  severity: 'high',
  why: 'The record of commands is what remains of an intruder who clears the logs of the device',
  guidance: [
    { document: 'EVHG', clause: 'E05' },
    { document: 'EVHG', clause: 'E09' },
    { document: 'EVHG', clause: 'E32' },
    { document: 'EVHG', clause: 'E69' },
    { document: 'AA25-239A', clause: 'AH02' },
    { document: 'AA25-239A', clause: 'AM20' },
    { document: 'NISG', clause: '4.4' },
  ],
  mappings: {
    cis: ['1.1.6', '1.1.7', '1.1.8', '1.1.9', '1.1.10'],
    stig: ['CISC-ND-000090'],
    nist: ['AU-2', 'AU-12', 'AC-6(9)'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'both forms of the test corpus: one line, and aaa accounting exec default with action-type and group below',
  ],
  *check(device) {
    const { methodLists } = device.aaa
    const { on } = aaaState(device)
    if (on === false) return yield notApplicable(methodLists, 'AAA is off')
    const question = 'sessions and commands are accounted for by a server'
    const services = asksRadiusOnly(device) ? ['accounting exec'] : ['accounting exec', 'accounting commands 15']
    const missing: string[] = []
    for (const service of services) {
      const lines = openVtys(device)
      const used = (lines.length === 0 ? [undefined] : lines).map((line) => usedList(device, line, service))
      const off = used.flatMap((it) => (it.kind === 'list' && !records(it.list) ? [it.list] : []))[0]
      if (off !== undefined)
        yield fail(off, `The list ${off.name} for ${service} records nothing on a server`, {
          changes: [listChange(device, service, off)],
          applicability: 'needs-site-value',
        })
      else if (used.some(({ kind }) => kind === 'none' || kind === 'missing')) missing.push(service)
    }
    if (!methodLists.complete || on === undefined) {
      const [list] = methodLists.items.filter(({ service }) => services.includes(service))
      if (missing.length === 0 && list !== undefined) yield pass(list)
      else yield unknown(methodLists, question, { kind: 'not-in-view' })
    } else if (missing.length === 0) yield pass(methodLists)
    else {
      const what = missing.map((service) => service.replace('accounting ', '')).join(' and ')
      yield fail(methodLists, `Accounting is missing for ${what}`, {
        changes: missing.map((service) => listChange(device, service, undefined)),
        // Each command waits for a server that is down.
        applicability: groupToUse(device) === 'group <GROUP>' ? 'needs-site-value' : 'disruptive',
      })
    }
  },
})
