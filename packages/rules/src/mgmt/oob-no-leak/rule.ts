import { defineRule, fail, notApplicable, pass, unknown } from '@breakwater/core'
import { managementVrfs } from '../management-vrf.ts'
import { leakingRoutes, leakingTables } from './leaks.ts'

export default defineRule({
  id: 'mgmt/oob-no-leak',
  title: 'Do not leak routes between the management VRF and other tables',
  severity: 'high',
  why: 'One leaked route joins the management network to the data plane that it was separated from',
  guidance: [
    { document: 'EVHG', clause: 'E18' },
    { document: 'EVHG', clause: 'E19' },
    { document: 'AA25-239A', clause: 'AM09' },
  ],
  mappings: { attack: ['T1599'], nist: ['AC-4', 'SC-7'], stig: ['CISC-RT-000430'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: VRFs with route targets and static routes, in 28 of them'],
  *check(device, { site }) {
    const { vrfs } = device.routing
    if (vrfs.complete && vrfs.items.length === 0) return yield notApplicable(vrfs, 'no VRF')
    const managed = managementVrfs(device, site)
    const leaks = [...leakingRoutes(device, managed), ...leakingTables(device, managed)]
    for (const { subject, message } of leaks) yield fail(subject, message)
    if (leaks.length > 0) return
    const own = vrfs.items.find(({ name }) => managed(name))
    if (own === undefined)
      yield unknown(vrfs, 'which VRF is for management', {
        kind: 'site',
        needs: 'the management VRFs (managementVrfs of the site)',
      })
    else if (!vrfs.complete) yield unknown(vrfs, 'routes may leak out of view', { kind: 'not-in-view' })
    else yield pass(own)
  },
})
