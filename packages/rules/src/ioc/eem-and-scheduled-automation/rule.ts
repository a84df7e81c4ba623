import { defineRule, fail, pass, unknown, type Device, type Item, type Judgement } from '@breakwater/core'

/** What applets of intruders type. Captures and Guest Shell are other rules' matters. */
const VERBS: readonly (readonly [RegExp, string])[] = [
  [/^(?:no\s+)?username\s/i, 'changes users'],
  [/^no\s+logging\b/i, 'switches logging off'],
  [/^(?:no\s+)?(?:ip\s+|ipv6\s+)?access-list\b/i, 'changes access lists'],
  [/^copy\s.*\b(?:t?ftp):/i, 'copies files by TFTP or FTP'],
  [/\|\s*redirect\s+t?ftp:/i, 'sends output away by TFTP or FTP'],
  [/^guestshell\s+(?!enable|disable|destroy)/i, 'runs programs in Guest Shell'],
  [/^tclsh\b/i, 'runs Tcl'],
]

export default defineRule({
  id: 'ioc/eem-and-scheduled-automation',
  title: 'Explain applets and schedules that hide, persist or send away',
  severity: 'medium',
  why: 'Automation on the device can hide commands, bring accounts back and send configurations away',
  guidance: [
    { document: 'AA25-239A', clause: 'A05' },
    { document: 'AA25-239A', clause: 'A07' },
  ],
  mappings: { attack: ['T1053', 'T1059.008'], nist: ['CM-7', 'SI-4'] },
  indicator: {
    innocent: 'Applets for backups, failover and alarms, which many networks have.',
    collect: ['show event manager policy registered', 'show event manager history events', 'show kron schedule'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  recommended: false,
  verifiedBy: ['Public configurations: event manager applets and kron, in 5 of them'],
  *check(device) {
    const { automation } = device
    const found = [...applets(device), ...schedules(device)]
    yield* found
    for (const policy of automation.policies.items)
      if (policy.byVendor) yield pass(policy, 'a policy of the vendor')
      else
        yield fail(policy, `Policy ${policy.file} runs at events; find out what it does`, {
          trait: `policy ${policy.file}`,
        })
    if (automation.tclInit.state === 'known')
      yield fail(automation.tclInit, 'Every Tcl shell runs a script first; find out what it does', {
        trait: `Tcl init ${automation.tclInit.value}`,
      })
    if (found.length > 0) return
    if (automation.applets.complete) yield pass(automation.applets, 'no applet that hides or sends away')
    else yield unknown(automation.applets, 'what the device does by itself', { kind: 'not-in-view' })
  },
})

/** One judgement an applet: what it hides counts before what it types. */
function* applets({ automation: { applets: all, intercepts, actions } }: Device): Iterable<Judgement> {
  for (const applet of all.items) {
    const trait = { trait: `applet ${applet.name}` }
    const intercept = intercepts.items.find(({ applet: name }) => name === applet.name)
    const typed = actions.items.filter(({ applet: name }) => name === applet.name)
    const [first] = typed.filter(({ command }) => meaningOf(command) !== undefined)
    if (intercept !== undefined) {
      const severity = /\bsh(?:o|ow)?\b/i.test(intercept.pattern) ? 'high' : 'medium'
      const message = `Applet ${applet.name} keeps commands from running; find out which and why`
      yield fail(intercept, message, { severity, ...trait })
    } else if (first !== undefined) yield fail(first, `Applet ${applet.name} ${meanings(typed)}; find out why`, trait)
  }
}

function* schedules({ automation: { scheduled } }: Device): Iterable<Judgement> {
  for (const one of scheduled.items) {
    const meaning = meaningOf(one.command)
    if (meaning === undefined) continue
    yield fail(one, `The schedule ${one.policy} ${meaning}; find out why`, { trait: `schedule ${one.policy}` })
  }
}

function meaningOf(command: string): string | undefined {
  const typed = command.trim().replace(/^do\s+/i, '')
  return VERBS.find(([verb]) => verb.test(typed))?.[1]
}

function meanings(actions: readonly Item<'automation.actions'>[]): string {
  const all = new Set(actions.map(({ command }) => meaningOf(command)).filter((meaning) => meaning !== undefined))
  return [...all].join(' and ')
}
