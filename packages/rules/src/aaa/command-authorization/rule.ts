import { change, defineRule, fail, notApplicable, pass, unknown, valueOf, type Device } from '@breakwater/core'
import { aaaState, isServerMethod, openVtys, usedList, vtyLists } from '../lists.ts'
import { groupToUse, serversOf } from '../servers.ts'

/** Whether every VTY line has a list for the service; without lines the default list counts. */
function isUsed(device: Device, service: string): boolean {
  const lines = openVtys(device)
  const used =
    lines.length === 0 ? [usedList(device, undefined, service)] : lines.map((line) => usedList(device, line, service))
  return used.every(({ kind }) => kind === 'list')
}

export default defineRule({
  id: 'aaa/command-authorization',
  title: 'Authorize commands centrally, including configuration commands',
  severity: 'medium',
  why: 'The server can refuse changes of accounts, servers and filters even to those who got in',
  guidance: [
    { document: 'EVHG', clause: 'E66' },
    { document: 'EVHG', clause: 'E68' },
    { document: 'NISG', clause: '4.3' },
  ],
  mappings: { stig: ['CISC-ND-000140'], nist: ['AC-3', 'AC-6'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'Cisco IOS 12.0 Security Command Reference, aaa authorization config-commands; its default since then is not established, and unknown here',
  ],
  *check(device) {
    const { methodLists, authorizeConfigCommands } = device.aaa
    const { on } = aaaState(device)
    if (on === false) return yield notApplicable(methodLists, 'AAA is off')
    const question = 'sessions and commands are authorized by a server'
    if (on === undefined || !methodLists.complete) return yield unknown(methodLists, question, { kind: 'not-in-view' })
    // RADIUS knows no authorization of commands.
    const protocols = vtyLists(device, 'authentication login')
      .flatMap(({ methods }) => methods.filter(isServerMethod))
      .map((method) => serversOf(device, method))
    const tacacs = protocols.some((it) => it.kind === 'servers' && it.protocol === 'tacacs+')
    if (!tacacs && protocols.some((it) => it.kind !== 'servers'))
      return yield unknown(methodLists, question, { kind: 'not-in-view' })
    const services = tacacs ? ['authorization exec', 'authorization commands 15'] : ['authorization exec']
    const missing = services.filter((service) => !isUsed(device, service))
    const configured = valueOf(authorizeConfigCommands) === true
    const lacks = missing.map((service) => service.replace('authorization ', ''))
    if (missing.includes('authorization commands 15') && !configured) lacks.push('config-commands')
    if (lacks.length === 0)
      return yield !tacacs || configured
        ? pass(methodLists)
        : unknown(methodLists, 'commands of the configuration modes are authorized too', {
            kind: 'release',
            needs: 'what this release does without aaa authorization config-commands; write it',
          })
    const group = groupToUse(device, tacacs ? 'tacacs+' : undefined)
    yield fail(methodLists, `Authorization is missing for ${lacks.join(', ')}`, {
      changes: [
        ...missing.map((service) => ({
          setting: 'aaa.methodLists',
          value: {
            service,
            name: 'default',
            record: undefined,
            methods: group === 'group <GROUP>' ? ['local'] : [group, 'local'],
          },
        })),
        ...(lacks.includes('config-commands') ? [change(authorizeConfigCommands, true)] : []),
      ],
      applicability: 'lockout-risk',
    })
  },
})
