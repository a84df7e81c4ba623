import { defineRule, fail, pass, unknown } from '@breakwater/core'
import { nothingToSee } from '../nothing-to-see.ts'

export default defineRule({
  id: 'ioc/ssh-authorized-keys',
  title: 'Explain the public keys of users',
  severity: 'medium',
  why: 'A public key that an intruder enrolled opens the door after every password is changed',
  guidance: [{ document: 'AA25-239A', clause: 'A17' }],
  mappings: { attack: ['T1098.004'], nist: ['AC-2', 'IA-5'] },
  indicator: {
    innocent: 'Keys are how people and tools are meant to log in.',
    collect: ['whose key it is: compare its hash with the keys of your people and tools', 'AAA accounting'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  recommended: false,
  verifiedBy: ['Public configurations: ip ssh pubkey-chain, in 12 of them'],
  *check({ ssh: { authorizedKeys } }, { site }) {
    if (authorizedKeys.items.length === 0) return yield nothingToSee(authorizedKeys, 'public key of a user')
    for (const key of authorizedKeys.items) {
      const { user, hash } = key
      const trait = { trait: `public key ${hash ?? 'in full'} of ${user}` }
      const question = `whether the public key of user ${user} is expected`
      if (site.sshKeys === undefined)
        yield unknown(key, question, { kind: 'site', needs: 'the hashes of expected keys (sshKeys)' }, trait)
      else if (hash === undefined) yield unknown(key, question, { kind: 'unreadable' }, trait)
      else if (site.sshKeys.some((told) => told.toUpperCase() === hash.toUpperCase()))
        yield pass(key, 'an expected key', trait)
      else yield fail(key, `The public key of user ${user} is none of those that the site expects`, trait)
    }
  },
})
