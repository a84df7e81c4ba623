import { change, defineRule, fail, pass, unknown } from '@breakwater/core'

const CLEAR: ReadonlySet<string> = new Set(['tftp', 'ftp', 'http', 'rcp'])
const ENCRYPTED: ReadonlySet<string> = new Set(['scp', 'sftp', 'https'])

/** The protocol with which a typed command sends a configuration away. */
function copiesTo(command: string): string | undefined {
  const [, target = ''] =
    /^\s*(?:do\s+)?(?:copy\s+\S+|(?:sh\w*)\s[^|]*\|\s*(?:redirect|tee|append))\s+(.*)$/i.exec(command) ?? []
  const [, protocol] = /^(\w+):/.exec(target) ?? []
  if (protocol === undefined || !/\b(?:run\w*(?:-config)?|start\w*(?:-config)?|nvram:\S*|system:\S*)/i.test(command))
    return undefined
  const name = protocol.toLowerCase()
  return CLEAR.has(name) || ENCRYPTED.has(name) ? name : undefined
}

export default defineRule({
  id: 'change/archive-secure',
  title: 'Archive configurations off-box with an encrypted protocol',
  severity: 'medium',
  why: "Configurations hold secrets: in clear on the wire they are anybody's",
  guidance: [
    { document: 'EVHG', clause: 'E02' },
    { document: 'EVHG', clause: 'E56' },
    { document: 'EVHG', clause: 'E57' },
    { document: 'AA25-239A', clause: 'A15' },
  ],
  mappings: { stig: ['CISC-ND-001410'], nist: ['CM-3', 'CP-9', 'SC-8'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['archive paths with tftp, flash and bootflash in the test corpus'],
  *check({ archive, automation }) {
    const { sections } = archive
    const [section] = sections.items
    const scheme = section?.scheme
    const sent = [...automation.actions.items, ...automation.scheduled.items].flatMap((item) => {
      const protocol = copiesTo(item.command)
      return protocol === undefined ? [] : [{ item, protocol }]
    })
    const question = 'configurations are archived on another host, encrypted'
    for (const { item, protocol } of sent) {
      if (CLEAR.has(protocol))
        yield fail(item, `A script copies configurations with ${protocol}; use scp, sftp or https`)
      else yield pass(item)
    }
    if (scheme?.state === 'known' && CLEAR.has(scheme.value))
      yield fail(scheme, `Configurations are archived with ${scheme.value}; use scp, sftp or https`, {
        changes: [change(scheme, 'scp')],
        applicability: 'needs-site-value',
      })
    else if (scheme?.state === 'known' && ENCRYPTED.has(scheme.value)) yield pass(scheme)
    else if (sent.length > 0) return
    else if (scheme?.state === 'known')
      yield unknown(scheme, question, { kind: 'site', needs: 'whether something fetches them from the device' })
    else if (scheme?.state === 'unknown') yield unknown(scheme, question, scheme.why)
    else
      yield unknown(section ?? sections, question, { kind: 'site', needs: 'whether a tool fetches them from outside' })
  },
})
