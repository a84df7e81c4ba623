import { advice, defineRule, fail, pass, unknown } from '@breakwater/core'

/** Lists that the system has by itself. */
const BUILT_IN = /^(preauth_|sl_def_acl$|implicit|CISCO-CWA-|IP-Adm-|system-)/i

export default defineRule({
  id: 'mgmt/acl-undefined',
  title: 'Define every ACL that a management service references',
  severity: 'high',
  why: 'A list that does not exist, or is empty, lets everybody in: one typing error opens the service',
  guidance: [
    { document: 'EVHG', clause: 'E20' },
    { document: 'EVHG', clause: 'E30' },
  ],
  mappings: { nist: ['AC-4', 'CM-6'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: references to access lists, in 65 of them'],
  *check(device) {
    for (const reference of device.references.items) {
      const { target, name, family, by, filters } = reference
      if (target !== 'accessList' || BUILT_IN.test(name)) continue
      const found = device.resolve('accessList', name, family)
      const what = `Access list ${name} of ${by}`
      if (found.state === 'unknown') {
        if (filters) yield unknown(reference, `${what} is defined`, found.why)
      } else if (found.state === 'known') {
        const { entries, kind } = found.value
        if (entries.length > 0 || kind === 'mac' || kind === 'other') yield pass(reference)
        else if (found.value.understood.state === 'known')
          yield unknown(reference, `${what} has entries`, { kind: 'unreadable' })
        else if (filters)
          yield fail(reference, `${what} is empty, and so permits everything; fill it or correct the name`)
      } else if (filters)
        yield fail(reference, `${what} is not defined, and so permits everything; define it or correct the name`)
      else yield advice(reference.at, `${what} is not defined`)
    }
  },
})
