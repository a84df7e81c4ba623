import { defineRule, fail, pass, removal, unknown } from '@breakwater/core'

export default defineRule({
  id: 'services/no-guestshell',
  title: 'Disable Guest Shell and IOx containers',
  severity: 'high',
  why: 'Guest Shell is a Linux beside the router: tools run there out of sight of the logs',
  guidance: [
    { document: 'EVHG', clause: 'E71' },
    { document: 'EVHG', clause: 'E55' },
    { document: 'AA25-239A', clause: 'A07' },
    { document: 'AA25-239A', clause: 'AM20' },
    { document: 'AA25-239A', clause: 'AH02' },
  ],
  mappings: { attack: ['T1609', 'T1610', 'T1543.005'], nist: ['CM-7', 'SI-4'] },
  platforms: ['iosxe'],
  since: '0.1.0',
  verifiedBy: ['The control catalogue alone: no public configuration at hand has the command'],
  *check({ services }) {
    const { iox, hostedApplications, guestshellEnable } = services
    const isGuestshell = ({ name }: { readonly name: string }): boolean => name.toLowerCase() === 'guestshell'
    for (const application of hostedApplications.items.filter(isGuestshell)) {
      const changes = [removal(application)]
      yield fail(application, 'Guest Shell is configured; destroy it and remove its app-hosting', {
        changes,
        applicability: 'disruptive',
      })
    }
    const enabled = guestshellEnable.state === 'known' && guestshellEnable.value
    if (enabled) yield fail(guestshellEnable, 'An event manager applet enables Guest Shell; take the action away')
    if (enabled || hostedApplications.items.some(isGuestshell)) return
    const others = hostedApplications.items.map(({ name }) => name).join(', ')
    const question =
      others === '' ? 'IOx may run Guest Shell' : `IOx hosts ${others}; keep it only where the site needs them`
    if (iox.state === 'known' && iox.value)
      return yield unknown(iox, question, { kind: 'site', needs: 'which applications the site needs' })
    const [first] = hostedApplications.items
    if (first !== undefined)
      return yield unknown(first, question, { kind: 'site', needs: 'which applications the site needs' })
    if (iox.state === 'unknown') return yield unknown(iox, 'IOx may be on', iox.why)
    yield pass(iox)
  },
})
