import { boxOf, defineRule, fail, notApplicable, pass, unknown, change } from '@breakwater/core'

export default defineRule({
  id: 'services/no-smart-install',
  title: 'Disable Cisco Smart Install',
  severity: 'critical',
  why: 'Smart Install has no authentication: whoever reaches TCP port 4786 takes or replaces the configuration',
  guidance: [
    { document: 'EVHG', clause: 'E45' },
    { document: 'EVHG', clause: 'E70' },
    { document: 'AA25-239A', clause: 'AM15' },
    { document: 'AA25-239A', clause: 'AM24' },
  ],
  mappings: { attack: ['T1190'], nist: ['CM-7'], cve: ['CVE-2018-0171', 'CVE-2018-0156'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: vstack and no vstack, in 2 of them'],
  *check(device) {
    const fact = device.services.smartInstall
    const remedy = { changes: [change(fact, 'off')], applicability: 'safe' } as const
    if (fact.state === 'absent') return yield notApplicable(fact, 'no Smart Install on this hardware')
    if (fact.state === 'unknown')
      return yield unknown(fact, 'Smart Install may be on; write no vstack on a switch that knows it', fact.why)
    if (fact.value === 'off') return yield pass(fact)
    if (fact.value === 'director')
      return yield fail(fact, 'This device is a Smart Install director; remove it and write no vstack', {
        ...remedy,
        applicability: 'disruptive',
      })
    const box = boxOf(device)
    if (box !== undefined && box.box !== 'switch') return yield pass(fact, 'a router is no Smart Install client')
    if (box === undefined)
      return yield unknown(fact, 'Smart Install is on, if this is a switch; write no vstack', {
        kind: 'release',
        needs: 'router or switch',
      })
    yield fail(fact, 'The Smart Install client listens on TCP port 4786; write no vstack', remedy)
  },
})
