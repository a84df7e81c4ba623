import { defineRule, fail, isPublic, isTold, pass, unknown, valueOf, type Device, type Origin } from '@breakwater/core'

export default defineRule({
  id: 'ioc/external-receivers',
  title: 'Explain receivers of logs, traps, flows and configurations on the Internet',
  severity: 'medium',
  why: 'What a device sends to its receivers, configurations above all, tells an intruder the network',
  guidance: [
    { document: 'AA25-239A', clause: 'A15' },
    { document: 'AA25-239A', clause: 'AM01' },
  ],
  mappings: { attack: ['T1048.003'], nist: ['SC-7', 'AC-4'] },
  indicator: {
    innocent: 'A monitoring service that works from the Internet.',
    collect: ['who owns the address', 'flow records to it', 'change records'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  recommended: false,
  verifiedBy: ['Public configurations: receivers of logs, traps and flows, in 45 of them'],
  *check(device, { site }) {
    const receivers = receiversOf(device)
    for (const { what, address, expected, subject } of receivers) {
      const trait = { trait: `receiver of ${what} ${address}` }
      const outside = isPublic(address)
      if (isTold([...(site[expected] ?? []), ...(site.ownPrefixes ?? [])], address))
        yield pass(subject, 'an expected receiver', trait)
      else if (outside === true)
        yield fail(subject, `${address}, a host of the Internet, receives ${what}; find out whose it is`, trait)
      else if (outside === undefined)
        yield unknown(subject, `where ${address} is, which receives ${what}`, { kind: 'site', needs: expected }, trait)
      else yield pass(subject, 'no host of the Internet', trait)
    }
    const { logHosts } = device.management
    if (receivers.length > 0) return
    if (logHosts.complete) yield pass(logHosts, 'no receiver')
    else yield unknown(logHosts, 'who receives what', { kind: 'not-in-view' })
  },
})

interface Receiver {
  readonly what: string
  readonly address: string
  /** The member of the site that tells of such receivers. */
  readonly expected: 'logHosts' | 'snmpManagers' | 'flowCollectors' | 'managementPrefixes'
  readonly subject: { readonly list: string; readonly key: string; readonly at: Origin }
}

function receiversOf({ management, snmp, flows, archive }: Device): Receiver[] {
  return [
    ...management.logHosts.items.map((subject): Receiver => ({
      what: 'logs',
      address: subject.address,
      expected: 'logHosts',
      subject,
    })),
    ...snmp.hosts.items.map((subject): Receiver => ({
      what: 'traps',
      address: subject.address,
      expected: 'snmpManagers',
      subject,
    })),
    ...[...flows.collectors.items, ...flows.receivers.items].map((subject): Receiver => ({
      what: 'flows',
      address: subject.address,
      expected: 'flowCollectors',
      subject,
    })),
    ...flows.exporters.items.flatMap((exporter): Receiver[] => {
      const { destination } = exporter
      const address = valueOf(destination)
      const subject = { list: exporter.list, key: exporter.key, at: destination.at }
      return address === undefined ? [] : [{ what: 'flows', address, expected: 'flowCollectors', subject }]
    }),
    ...archive.sections.items.flatMap((section): Receiver[] => {
      const { host } = section
      const address = valueOf(host)
      const subject = { list: section.list, key: section.key, at: host.at }
      return address === undefined ? [] : [{ what: 'configurations', address, expected: 'managementPrefixes', subject }]
    }),
  ]
}
