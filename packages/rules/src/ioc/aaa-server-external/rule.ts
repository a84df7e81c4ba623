import { defineRule, fail, ipv4, isPublic, isTold, pass, unknown, valueOf } from '@breakwater/core'
import { nothingToSee } from '../nothing-to-see.ts'

export default defineRule({
  id: 'ioc/aaa-server-external',
  title: 'Explain TACACS+ and RADIUS servers on the Internet',
  severity: 'critical',
  why: 'Whoever answers for the AAA server hears the password of every administrator and lets in whom he likes',
  guidance: [
    { document: 'AA25-239A', clause: 'A10' },
    { document: 'AA25-239A', clause: 'AM01' },
    { document: 'AA25-239A', clause: 'AH01' },
  ],
  mappings: { attack: ['T1556'], nist: ['SI-4', 'IA-2'] },
  indicator: {
    innocent: 'A network whose own servers have public addresses, or a RADIUS service in a cloud.',
    collect: ['show tacacs', 'show aaa servers', 'who owns the address', 'change records'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: TACACS+ and RADIUS servers, in 6 of them'],
  *check({ aaa: { servers } }, { site }) {
    if (servers.items.length === 0) return yield nothingToSee(servers, 'AAA server')
    const expected = [...(site.aaaServers ?? []), ...(site.ownPrefixes ?? [])]
    for (const server of servers.items) {
      const name = valueOf(server.address) ?? (ipv4(server.name) === undefined ? undefined : server.name)
      if (name === undefined) {
        yield unknown(server.address, `where server ${server.name} is`, { kind: 'not-in-view' })
        continue
      }
      const trait = { trait: `AAA server ${name}` }
      const at = server.address.state === 'known' ? { at: server.address.at } : {}
      const named = server.name === name ? name : `${server.name} (${name})`
      const outside = isPublic(name)
      if (isTold(expected, name)) yield pass(server, 'an expected server', trait)
      else if (outside === true)
        yield fail(server, `The AAA server ${named} is a host of the Internet; find out whose it is`, {
          ...trait,
          ...at,
        })
      else if (outside === undefined)
        yield unknown(
          server,
          `where the AAA server ${name} is`,
          { kind: 'site', needs: 'the expected AAA servers' },
          trait,
        )
      else if (site.aaaServers !== undefined)
        yield fail(server, `The AAA server ${server.name} (${name}) is none of those that the site expects`, {
          severity: 'high',
          ...trait,
          ...at,
        })
      else yield pass(server, 'no host of the Internet', trait)
    }
  },
})
