import { change, defineRule, fail, pass, unknown, valueOf, type Fact } from '@breakwater/core'

const OTHER_FILTERS = { kind: 'site', needs: 'interface lists or a control-plane policy' } as const

function* judge(name: string, service: Fact<boolean>, list: Fact<string>, train: Fact<string>) {
  if (service.state === 'unknown') yield unknown(service, `${name} may be on`, service.why)
  if (service.state !== 'known' || !service.value) return
  const message = `${name} answers everybody; give it an access list`
  if (list.state === 'known') yield pass(service)
  else if (list.state === 'unknown') yield unknown(service, message, list.why)
  else if (/^16\.[0-8]$/.test(valueOf(train) ?? '')) yield unknown(service, message, OTHER_FILTERS)
  else yield fail(service, message, { changes: [change(list, '<MGMT-ACL>')], applicability: 'needs-site-value' })
}

// The access lists came with 16.9; before it, interface lists or a control-plane policy have to do.
export default defineRule({
  id: 'mgmt/api-restricted',
  title: 'Limit NETCONF, RESTCONF, gNMI and eAPI to management sources',
  severity: 'high',
  why: 'These ports give the rights that SSH gives, and the access class of the VTY lines does not cover them',
  guidance: [
    { document: 'EVHG', clause: 'E25' },
    { document: 'EVHG', clause: 'E30' },
    { document: 'EVHG', clause: 'E53' },
    { document: 'AA25-239A', clause: 'AM09' },
    { document: 'AA25-239A', clause: 'AM10' },
    { document: 'BOD-23-02', clause: 'Required actions' },
  ],
  mappings: { attack: ['T1190'], nist: ['AC-17', 'SC-7'] },
  platforms: ['iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: netconf-yang and restconf, in 16 of them'],
  *check({ apis, train }) {
    yield* judge('NETCONF', apis.netconf, apis.netconfAccessList, train)
    yield* judge('RESTCONF', apis.restconf, apis.restconfAccessList, train)
    if (apis.gnmi.state === 'known' && apis.gnmi.value)
      yield unknown(apis.gnmi, 'gNMI has no access list of its own', OTHER_FILTERS)
  },
})
