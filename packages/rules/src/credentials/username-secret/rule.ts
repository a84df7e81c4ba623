import { change, defineRule, fail, pass, unknown } from '@breakwater/core'
import { isPeer } from '../stored-secret.ts'

export default defineRule({
  id: 'credentials/username-secret',
  title: 'Give every local user a hashed secret',
  severity: 'high',
  why: 'A user with `password` has one that can be read back, and a user without any needs none',
  guidance: [{ document: 'EVHG', clause: 'E61' }],
  mappings: { cis: ['1.4.3'], nist: ['IA-5(1)'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: username with secret or password, in 80 of them'],
  *check(device) {
    const { users, ssh } = device
    for (const user of users.items) {
      const { name, credentialForm, credential } = user
      const remedy = { changes: [change(credential, '<NEW>')], applicability: 'needs-site-value' } as const
      if (credentialForm.state === 'unknown') {
        yield unknown(credentialForm, `user ${name} has no hashed secret`, credentialForm.why)
      } else if (credentialForm.state === 'absent') {
        const byKey = ssh.authorizedKeys.items.some((key) => key.user === name)
        yield byKey
          ? pass(credentialForm)
          : fail(credentialForm, `User ${name} has neither a secret nor an SSH key`, remedy)
      } else if (credentialForm.value === 'nopassword') {
        yield fail(credentialForm, `User ${name} logs in without a password`, remedy)
      } else if (credentialForm.value === 'secret') {
        yield pass(credentialForm)
      } else if (isPeer(device, user)) {
        yield fail(
          credentialForm,
          `User ${name} has a password that can be read back; PPP needs that of a peer, not of a person`,
          { severity: 'low' },
        )
      } else {
        yield fail(credentialForm, `User ${name} has a password that can be read back; give a secret`, remedy)
      }
    }
  },
})
