import { change, defineRule, fail, must, pass, valueOf } from '@breakwater/core'

const NAMES = { hsrp: 'HSRP', vrrp: 'VRRP', glbp: 'GLBP' } as const

export default defineRule({
  id: 'routing/fhrp-auth',
  title: 'Authenticate HSRP, VRRP and GLBP',
  severity: 'medium',
  why: 'Any host of the segment can take over the gateway of all others',
  guidance: [{ document: 'EVHG', clause: 'E44' }],
  mappings: { nist: ['IA-3'], attack: ['T1557'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: standby authentication md5 key-string'],
  *check(device) {
    if (device.routing.redundancyGroups.items.length === 0) return
    const ports = new Map(device.interfaces.items.map((port) => [port.name, port]))
    for (const group of device.routing.redundancyGroups.items) {
      const { protocol, authentication, address, interface: name } = group
      const port = ports.get(name)
      if (port !== undefined && valueOf(port.shutdown) === true) continue
      // Version 3 of VRRP has no authentication (RFC 5798).
      if (protocol === 'vrrp' && valueOf(device.routing.vrrpVersion) === 3) continue
      const who = `${NAMES[protocol]} group ${group.group ?? '0'} of ${name}`
      const remedy = { changes: [change(group.authentication, 'md5')], applicability: 'needs-site-value' } as const
      if (authentication.state === 'known' && authentication.value === 'text')
        yield fail(authentication, `${who} sends its password in clear text; use MD5`, remedy)
      else if (authentication.state === 'known') yield pass(authentication)
      else if (valueOf(address) === true)
        yield must(authentication, () => true, { message: `${who} is not authenticated; use MD5`, ...remedy })
    }
  },
})
