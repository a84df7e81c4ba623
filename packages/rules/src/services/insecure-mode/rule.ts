import { change, defineRule, fail, notApplicable, pass, unknown, valueOf, type Device } from '@breakwater/core'

/** What is configured that the release restricts to this mode, as far as facts tell. */
function causes({ lines, http, snmp, services }: Device): string[] {
  const cleartext = lines.items.some(({ transportInput }) =>
    valueOf(transportInput)?.some((protocol) => protocol === 'telnet' || protocol === 'all'),
  )
  return [
    cleartext ? 'Telnet' : '',
    valueOf(http.server) === true ? 'the cleartext web server' : '',
    snmp.communities.items.length > 0 ? 'SNMP communities' : '',
    services.tftpFiles.items.length > 0 ? 'the TFTP server' : '',
  ].filter((cause) => cause !== '')
}

export default defineRule({
  id: 'services/insecure-mode',
  title: 'Do not run IOS XE in insecure mode',
  severity: 'high',
  why: 'The line admits that features are in use which the vendor has taken out of service for their weakness',
  guidance: [{ document: 'CISCO-RI', clause: 'Insecure Feature Restrictions on IOS XE' }],
  mappings: { nist: ['CM-6', 'CM-7'] },
  platforms: ['iosxe'],
  since: '0.1.0',
  *check(device) {
    const { insecureMode } = device.services
    if (insecureMode.state === 'absent') return yield notApplicable(insecureMode)
    if (insecureMode.state === 'unknown')
      return yield unknown(insecureMode, 'the device may run in insecure mode', insecureMode.why)
    if (!insecureMode.value) return yield pass(insecureMode)
    const release = valueOf(device.train) ?? ''
    // A line that no such release knows changes nothing.
    if (release !== '' && Number.parseFloat(release) < 26.1) return yield notApplicable(insecureMode)
    const found = causes(device)
    const by = found.length === 0 ? '' : ` (${found.join(', ')})`
    const message = `IOS XE runs in insecure mode; remove what needs it${by}, then write no system mode insecure`
    yield fail(insecureMode, message, { changes: [change(insecureMode, false)], applicability: 'disruptive' })
  },
})
