import { defineRule, fail, pass, unknown, type AccessEntry } from '@breakwater/core'

export default defineRule({
  id: 'ioc/packet-capture',
  title: 'Explain every packet capture that the configuration sets up',
  severity: 'high',
  why: 'Intruders captured TACACS+ and RADIUS on the device itself to collect passwords',
  guidance: [
    { document: 'AA25-239A', clause: 'A09' },
    { document: 'AA25-239A', clause: 'AM01' },
  ],
  mappings: { attack: ['T1040'], nist: ['SI-4'] },
  indicator: {
    innocent: 'What is left of troubleshooting, or a collection that the vendor’s support asked for.',
    collect: ['show monitor capture', 'dir /recursive of every file system, for .pcap files', 'AAA accounting'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  recommended: false,
  verifiedBy: [
    'Cisco, IP Traffic Export, 12.3(4)T and 15M&T',
    'Cisco, Embedded Packet Capture: set up in EXEC mode, and not stored in the configuration',
  ],
  *check(device) {
    const { monitoring, automation, accessLists, references } = device
    let seen = 0
    for (const capture of monitoring.captures.items) {
      seen++
      yield fail(capture, `The configuration sets up a capture of packets (${capture.kind} ${capture.name})`, {
        trait: `capture ${capture.name}`,
      })
    }
    for (const action of automation.actions.items) {
      if (!/^(?:do\s+)?(?:monitor\s+capture|debug\s+ip\s+packet)\b/i.test(action.command)) continue
      seen++
      yield fail(action, `Applet ${action.applet} captures packets`, { trait: `capture by applet ${action.applet}` })
    }
    for (const list of accessLists.items) {
      const used = references.items.some(({ name, target }) => target === 'accessList' && name === list.name)
      if (used || !isForTacacs(list.entries)) continue
      seen++
      yield unknown(list, `access list ${list.name} picks TACACS+ alone and filters nothing: a filter of a capture`, {
        kind: 'site',
        needs: 'what the list is for',
      })
    }
    // A capture that somebody typed is not in the configuration: only what is set up there can be seen.
    if (seen > 0) return
    if (automation.actions.complete) yield pass(monitoring.captures, 'no capture is set up')
    else yield unknown(monitoring.captures, 'whether a capture is set up', { kind: 'not-in-view' })
  },
})

function isForTacacs(entries: readonly AccessEntry[]): boolean {
  const permits = entries.filter(({ action }) => action === 'permit')
  return (
    permits.length > 0 &&
    permits.every(({ protocol, sourcePorts, destinationPorts }) => {
      const ports = [...(sourcePorts?.values ?? []), ...(destinationPorts?.values ?? [])]
      return protocol === 'tcp' && ports.length > 0 && ports.every((port) => port === 'tacacs' || port === '49')
    })
  )
}
