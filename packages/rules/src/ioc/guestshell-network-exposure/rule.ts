import { defineRule, fail, isTold, pass, unknown, valueOf, type Device, type Item } from '@breakwater/core'
import { nothingToSee } from '../nothing-to-see.ts'

export default defineRule({
  id: 'ioc/guestshell-network-exposure',
  title: 'Explain address translation for containers',
  severity: 'medium',
  why: 'A container with an address of the outside is a computer of the intruder’s inside the network',
  guidance: [
    { document: 'AA25-239A', clause: 'A07' },
    { document: 'AA25-239A', clause: 'AH02' },
  ],
  mappings: { attack: ['T1610', 'T1543.005'], nist: ['SC-7'] },
  indicator: {
    innocent: 'A measuring agent or an intrusion detection of the vendor’s that runs in a container.',
    collect: [
      'show app-hosting list',
      'show app-hosting detail',
      'show ip nat translations',
      'bash history in the container',
    ],
  },
  platforms: ['iosxe'],
  since: '0.1.0',
  recommended: false,
  verifiedBy: ['The control catalogue alone: no public configuration at hand has the command'],
  *check(device, _context) {
    const { interfaces, services, nat } = device
    const ports = interfaces.items.filter(({ kind }) => kind === 'VirtualPortGroup')
    if (ports.length === 0) return yield nothingToSee(interfaces, 'network of containers')
    const others = services.hostedApplications.items.filter(({ name }) => !/guestshell/i.test(name))
    const guestshell = services.hostedApplications.items.length > others.length
    for (const port of ports) {
      const [published] = nat.inside.items.filter(({ local }) => local !== undefined && isIn(port, local))
      const trait = { trait: `address translation for ${port.name}` }
      if (published !== undefined)
        yield fail(published, `A container behind ${port.name} is reached from outside; find out which and why`, {
          severity: 'high',
          ...trait,
        })
      else if (port.natInside.state !== 'known' || !port.natInside.value) yield pass(port, 'not translated')
      else if (guestshell || (others.length === 0 && services.hostedApplications.complete))
        yield fail(port.natInside, `Containers behind ${port.name} reach the outside; find out which and why`, trait)
      else
        yield unknown(
          port.natInside,
          `whether ${told(others)} may reach the outside`,
          {
            kind: 'site',
            needs: 'what the hosted applications are for',
          },
          trait,
        )
    }
  },
})

function isIn(port: Item<'interfaces'>, address: string): boolean {
  return (valueOf(port.addresses) ?? []).some(({ address: own, length }) => isTold([`${own}/${length}`], address))
}

function told(applications: Device['services']['hostedApplications']['items']): string {
  return applications.length === 0 ? 'a container' : applications.map(({ name }) => name).join(', ')
}
