import { boxOf, defineRule, externalInterfaces, fail, isManagementVrf, pass, unknown, valueOf } from '@breakwater/core'

export default defineRule({
  id: 'mgmt/oob-vrf',
  title: 'Put management in an out-of-band interface and VRF',
  severity: 'high',
  why: 'In-band management lets any compromised customer or peer path reach the control of the device',
  guidance: [
    { document: 'EVHG', clause: 'E18' },
    { document: 'EVHG', clause: 'E25' },
    { document: 'AA25-239A', clause: 'AM09' },
    { document: 'BOD-23-02', clause: 'Required actions' },
  ],
  mappings: { attack: ['T1021.004'], nist: ['SC-7', 'AC-4'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: management VRFs, in 38 of them'],
  *check(device, { site }) {
    const { interfaces, routing, platform } = device
    const addressed = interfaces.items.filter((port) => {
      const own = valueOf(port.addresses)
      return (
        own !== undefined && (own.length > 0 || valueOf(port.addressing) === 'dhcp') && valueOf(port.shutdown) !== true
      )
    })
    const ports = addressed.filter(({ name }) => platform === 'iosxe' && name === 'GigabitEthernet0')
    const exposed = ports.find(({ vrf }) => vrf.state === 'absent')
    if (exposed !== undefined)
      return yield fail(
        exposed.vrf,
        `The management port ${exposed.name} stands in the global table; put it into a VRF of its own`,
      )
    const inside = addressed.find(({ vrf }) => vrf.state === 'known' && isManagementVrf(vrf.value, site))
    if (inside !== undefined) return yield pass(inside.vrf)
    const question = 'no interface stands in a management VRF'
    if (!interfaces.complete) return yield unknown(interfaces, question, { kind: 'not-in-view' })
    if (site.managementVrfs !== undefined && site.managementVrfs.length > 0)
      return yield fail(interfaces, `No interface with an address stands in VRF ${site.managementVrfs.join(' or ')}`)
    const [external] = externalInterfaces(device, site)
    // A switch with one address for its management is managed in band by its nature.
    const bare =
      routing.vrfs.complete &&
      routing.vrfs.items.length === 0 &&
      external !== undefined &&
      boxOf(device)?.box !== 'switch'
    if (bare) {
      const message = `There is no VRF at all: management shares the table with ${external.port.name}; separate it, or filter it strictly`
      return yield fail(interfaces, message, { severity: 'medium' })
    }
    yield unknown(interfaces, question, { kind: 'site', needs: 'the management VRFs (managementVrfs of the site)' })
  },
})
