import {
  change,
  defineRule,
  fail,
  isisHelloAuthenticated,
  isisViews,
  notApplicable,
  pass,
  unknown,
  valueOf,
  type IsisView,
} from '@breakwater/core'

export default defineRule({
  id: 'routing/isis-auth',
  title: 'Authenticate IS-IS',
  severity: 'medium',
  why: 'Whoever can speak IS-IS on a link can write into the map of the whole network',
  guidance: [
    { document: 'EVHG', clause: 'E44' },
    { document: 'AA25-239A', clause: 'AM13' },
  ],
  mappings: { stig: ['CISC-RT-000050'], nist: ['IA-7'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: [
    'Public configurations: IS-IS processes and interfaces; authentication commands by the control catalogue alone',
  ],
  *check(device) {
    for (const view of isisViews(device)) {
      const { process, ports, covers, missing, texts } = view
      const fact = process.authentications
      if (texts.length > 0)
        yield fail(
          fact,
          'IS-IS sends its password in clear text; use MD5 or HMAC-SHA with a key chain',
          replacement(view),
        )
      for (const port of ports)
        if (valueOf(port.isisAuthentication) === 'text')
          yield fail(port.isisAuthentication, `${port.name} sends the IS-IS password in clear text; use MD5`, {
            changes: [change(port.isisAuthentication, 'md5')],
            applicability: 'needs-site-value',
          })
      const silent = ports.filter((port) => !isisHelloAuthenticated(port))
      if (covers && ports.length === 0) yield notApplicable(process, 'IS-IS speaks on no interface')
      else if (missing.length === 0 || (ports.length > 0 && silent.length === 0)) yield pass(fact)
      else if (device.coverage === 'part') yield unknown(fact, 'IS-IS is not authenticated', { kind: 'not-in-view' })
      else if (texts.length > 0) continue
      else if (silent.length === ports.length || missing.length === 1) {
        const levels = missing.length === 1 && view.levels.size > 0 ? ` on level ${missing.join()}` : ''
        yield fail(process, `IS-IS is not authenticated${levels}`, replacement(view))
      } else
        for (const port of silent)
          yield fail(
            port.isisAuthentication,
            `${port.name}: IS-IS is not authenticated on this interface, but on others`,
            {
              changes: [change(port.isisAuthentication, 'md5')],
              applicability: 'needs-site-value',
            },
          )
    }
  },
})

const PASSWORDS = { 1: 'area-password', 2: 'domain-password' } as const

function replacement({ process, texts }: IsisView) {
  const without = texts.flatMap(({ mode, level }) =>
    mode === 'password' && level !== undefined ? [PASSWORDS[level]] : [],
  )
  return { changes: [change(process.authentications, { without })], applicability: 'needs-site-value' } as const
}
