import { advice, defineRule, fail, pass, unknown, type Advice, type Judgement, type Secret } from '@breakwater/core'
import { nameOf } from '../stored-secret.ts'

type Subject = Parameters<typeof fail>[0]

export default defineRule({
  id: 'credentials/no-secrets-in-code',
  title: 'Keep secrets out of Terraform, Ansible and templates',
  severity: 'high',
  why: 'Whoever reads the repository, its history or the log of a pipeline has the password of every device that it makes',
  guidance: [
    { document: 'EVHG', clause: 'E57' },
    { document: 'EVHG', clause: 'E61' },
  ],
  mappings: { nist: ['IA-5(7)', 'SC-28'], attack: ['T1552.001'] },
  platforms: ['ios', 'iosxe', 'nxos', 'iosxr', 'eos', 'junos', 'aws', 'azure', 'gcp'],
  since: '0.1.0',
  *check({ secrets, source }) {
    if (source.language.state !== 'known') return
    let judged = 0
    for (const stored of secrets.items) {
      if (!stored.inForce) continue
      judged++
      yield* judgementsOf(stored, stored.secret, nameOf(stored))
    }
    for (const held of source.secrets.items) {
      judged++
      yield* judgementsOf(held, held.secret, `value of ${held.name}`)
    }
    if (judged > 0) return
    if (secrets.complete) yield pass(secrets, 'the code makes no secret')
    else yield unknown(secrets, 'parts of the code that are out of view may hold secrets', { kind: 'not-in-view' })
  },
})

/** What is kept elsewhere is a hole here. A hash gives less away; type 7 is a rule of its own. */
function* judgementsOf(subject: Subject, secret: Secret, name: string): Iterable<Judgement | Advice> {
  if (secret.redacted) return yield pass(subject, 'the secret is kept elsewhere')
  switch (secret.storage) {
    case 'plain':
    case 'type-0':
    case 'unknown':
      return yield fail(subject, `The ${name} stands in the code; keep it in a vault and rotate it`)
    case 'type-7':
    case 'redacted':
      return
    case 'type-6':
      return yield pass(subject, 'encrypted with the master key of the device')
    case 'type-4':
    case 'type-5':
    case 'type-8':
    case 'type-9':
    case 'type-10':
    case 'wrapped-md5':
    case 'sha256':
    case 'sha512':
      yield advice(subject.at, `The hash of the ${name} stands in the code; keep it in a vault too`)
      yield pass(subject, 'a hash')
  }
}
