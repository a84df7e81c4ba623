import {
  change,
  defineRule,
  fail,
  ipv4,
  isPublic4,
  pass,
  unknown,
  valueOf,
  within4,
  type Device,
  type Judgement,
  type Site,
} from '@breakwater/core'

const NOT_IN_VIEW = { kind: 'not-in-view' } as const

/** Whether nobody of the site runs the server, as far as its address tells: public, or a name. */
function isForeign(address: string, site: Site): boolean {
  if (site.ntpServers?.includes(address) === true) return false
  const number = ipv4(address)
  if (number === undefined) return !/^(?:f[cd]|fe8|2001:0?db8:)/i.test(address)
  const own = site.ownPrefixes?.some((prefix) => {
    const [network = '', length = '32'] = prefix.split('/')
    const base = ipv4(network)
    return base !== undefined && within4(number, base, Number(length))
  })
  return isPublic4(number) && own !== true
}

/** Keys count only where authentication is on and they are trusted; MD5 is weak where the release has better. */
function* judgeKeys(device: Device, used: ReadonlySet<number>): Generator<Judgement> {
  const { authenticate, keys, trustedKeys } = device.ntp
  const untrusted = [...used].filter(
    (number) => !trustedKeys.items.some(({ first, last }) => first <= number && number <= last),
  )
  const off = authenticate.state === 'known' && !authenticate.value
  const bare = untrusted.length > 0 && trustedKeys.complete
  const lacks = [...(off ? ['ntp authenticate'] : []), ...(bare ? untrusted.map((it) => `ntp trusted-key ${it}`) : [])]
  if (off || bare)
    yield fail(off ? authenticate : trustedKeys, `NTP keys are not enforced: ${lacks.join(' and ')} is missing`, {
      changes: [
        ...(off ? [change(authenticate, true)] : []),
        ...(bare ? untrusted.map((value) => ({ setting: 'ntp.trustedKeys', value: String(value) })) : []),
      ],
      applicability: 'disruptive',
    })
  else if (authenticate.state === 'unknown') yield unknown(authenticate, 'NTP keys are enforced', authenticate.why)
  else if (untrusted.length > 0) yield unknown(trustedKeys, 'the NTP keys are trusted', NOT_IN_VIEW)
  else yield pass(authenticate)
  for (const key of keys.items) {
    if (!used.has(key.number) || key.algorithm !== 'md5' || device.platform !== 'iosxe') continue
    const message = `NTP key ${key.number} uses MD5, although this release has hmac-sha2-256`
    if (/^(?:1[7-9]|2\d)\./.test(valueOf(device.train) ?? '')) yield fail(key, message, { severity: 'low' })
    else yield unknown(key, message, { kind: 'release', needs: 'whether the release has hmac-sha2-256 (17.x has)' })
  }
}

export default defineRule({
  id: 'ntp/authenticate',
  title: 'Authenticate NTP with a strong key',
  severity: 'medium',
  why: 'Whoever can shift the time can hide in the logs and outlive certificates',
  guidance: [
    { document: 'EVHG', clause: 'E44' },
    { document: 'NISG', clause: '6.4' },
  ],
  mappings: {
    cis: ['2.3.1.1', '2.3.1.2', '2.3.1.3', '2.3.1.4'],
    stig: ['CISC-ND-001150'],
    nist: ['IA-3(1)', 'AU-8(1)'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'Cisco System Management Configuration Guides for Catalyst, IOS-XE 16.8 to 17.6, NTP authentication',
    'ntp authentication-key lines with md5, hmac-sha2-256 and cmac-aes-128, and ranges of trusted keys, in the test corpus',
  ],
  *check(device, { site }) {
    const { management, ntp } = device
    const { timeServers } = management
    for (const server of timeServers.items) {
      const { address, keyNumber } = server
      const message = `NTP server ${address} is not authenticated: it has no key`
      if (keyNumber.state === 'known') {
        const number = keyNumber.value
        const isDefined = ntp.keys.items.some((key) => key.number === number)
        if (isDefined) yield pass(keyNumber)
        else if (ntp.keys.complete)
          yield fail(keyNumber, `NTP server ${address} has key ${number}, which is not defined`)
        else yield unknown(keyNumber, `key ${number} is defined`, NOT_IN_VIEW)
      } else if (keyNumber.state === 'unknown') yield unknown(keyNumber, message, keyNumber.why)
      else if (isForeign(address, site))
        yield unknown(server, message, { kind: 'site', needs: 'whether this server can authenticate (ntpServers)' })
      else
        yield fail(server, message, { changes: [change(keyNumber, '<KEY-NUMBER>')], applicability: 'needs-site-value' })
    }
    const used = new Set(timeServers.items.map(({ keyNumber }) => valueOf(keyNumber)).filter((it) => it !== undefined))
    if (used.size > 0) yield* judgeKeys(device, used)
  },
})
