import { change, defineRule, isLikelyRouter, must, pass, unknown, valueOf } from '@breakwater/core'

/** What people write on ports that nobody uses. */
const UNUSED = /\b(?:un-?used|not[ _-]?(?:in[ _-]?use|used)|available[ _-]?port|free[ _-]?port|spare|parked|parking)\b/i

const PHYSICAL = /Ethernet|GigE$|^Serial$|^POS$|^ATM$/

export default defineRule({
  id: 'dp/unused-interfaces-shutdown',
  title: 'Shut down unused interfaces',
  severity: 'low',
  why: 'A live port that nobody uses is one to which somebody can connect',
  guidance: [
    { document: 'NISG', clause: '8' },
    { document: 'STIG-RTR', clause: 'CISC-RT-000060' },
  ],
  mappings: { stig: ['CISC-RT-000060', 'CISC-L2-000210'], nist: ['CM-7'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: switch ports without a line of their own are up; router ports print shutdown'],
  *check(device) {
    const parents = new Set(
      device.interfaces.items.flatMap(({ name }) => (/[.:]/.test(name) ? [name.replace(/[.:].*$/, '')] : [])),
    )
    const isRouter = isLikelyRouter(device)
    for (const port of device.interfaces.items) {
      if (!PHYSICAL.test(port.kind) || /[.:]/.test(port.name) || parents.has(port.name)) continue
      const description = valueOf(port.description)
      const isNamedUnused = description !== undefined && UNUSED.test(description)
      const isBare = valueOf(port.bare) === true
      if (!isNamedUnused && !(isBare && description === undefined)) continue
      const what = isNamedUnused ? 'is described as unused' : 'has no configuration'
      const message = `${port.name} ${what} and is not shut down`
      const remedy = {
        message,
        at: port.at,
        changes: [change(port.shutdown, true)],
        applicability: 'disruptive',
      } as const
      if (valueOf(port.shutdown) === true) yield pass(port.shutdown)
      // A switch port without a line may be in use in VLAN 1; routed ports print `no ip address`.
      else if (!isNamedUnused && !(isRouter && port.addresses.state === 'known'))
        yield unknown({ ...port.shutdown, at: port.at }, message, { kind: 'site', needs: 'whether the port is in use' })
      else yield must(port.shutdown, (shut) => shut, remedy)
    }
  },
})
