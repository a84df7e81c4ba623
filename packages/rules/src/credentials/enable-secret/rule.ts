import { change, defineRule, fail, pass, unknown, valueOf, type Device } from '@breakwater/core'

/** What shows that people get to `enable` by its password: a login below level 15, or a method list that asks for it. */
function wayToEnable({ aaa, lines, users }: Device): string | undefined {
  const lists = aaa.methodLists.items.filter(
    ({ service }) => service === 'authentication enable' || service === 'authorization exec',
  )
  if (lists.some(({ methods }) => methods.some((method) => method.startsWith('group ')))) return undefined
  if (lists.some(({ methods }) => methods.includes('enable'))) return 'an AAA list asks for it'
  if (users.items.some(({ privilege }) => (valueOf(privilege) ?? (privilege.state === 'absent' ? 1 : 15)) < 15))
    return 'users below level 15 need it'
  const line = lines.items.find(({ kind, login, password, privilegeLevel, transportInput }) => {
    if (kind !== 'vty' && kind !== 'console') return false
    if (login.state !== 'known' || privilegeLevel.state === 'unknown' || (valueOf(privilegeLevel) ?? 1) >= 15)
      return false
    const shut = kind === 'vty' && valueOf(transportInput)?.includes('none') === true
    // `login` without a password lets nobody in.
    return !shut && !(login.value === 'line' && password.state === 'absent')
  })
  return line === undefined ? undefined : `sessions on line ${line.key} need it`
}

export default defineRule({
  id: 'credentials/enable-secret',
  title: 'Use enable secret, never enable password',
  severity: 'high',
  why: 'An enable password can be read back from the configuration; an enable secret is a hash',
  guidance: [
    { document: 'EVHG', clause: 'E61' },
    { document: 'EVHG', clause: 'E76' },
    { document: 'NISG', clause: '5' },
  ],
  mappings: { cis: ['1.4.1'], stig: ['CISC-ND-000620'], nist: ['IA-5(1)'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: enable secret and enable password, in 59 of them'],
  *check(device) {
    for (const stored of device.secrets.items) {
      const level = stored.use === 'enable' && stored.inForce ? /^password level (\S+)$/.exec(stored.owner ?? '') : null
      if (level !== null)
        yield fail(stored, `Level ${level[1]} is guarded by an enable password; use enable secret level ${level[1]}`)
    }
    const { password, secret } = device.enable
    if (password.state === 'known') {
      const replaced = secret.state === 'known'
      const message = replaced
        ? 'An enable password is stored beside the enable secret; remove it'
        : 'Enable is guarded by an enable password; use an enable secret'
      return yield fail(
        password,
        message,
        replaced
          ? { changes: [change(password, undefined)], applicability: 'safe' }
          : { changes: [change(secret, '<NEW>'), change(password, undefined)], applicability: 'needs-site-value' },
      )
    }
    if (secret.state === 'known') return yield pass(secret)
    const reason = secret.state === 'absent' ? wayToEnable(device) : undefined
    if (reason === undefined)
      return yield unknown(
        secret,
        'there is no enable secret',
        secret.state === 'unknown' ? secret.why : { kind: 'site', needs: 'who grants level 15' },
      )
    yield fail(secret, `There is no enable secret, but ${reason}`, {
      changes: [change(secret, '<NEW>')],
      applicability: 'needs-site-value',
    })
  },
})
