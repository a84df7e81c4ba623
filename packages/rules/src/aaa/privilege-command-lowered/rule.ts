import { change, defineRule, fail, mustIfSet, pass, removal } from '@breakwater/core'

/** Commands that read secrets, change the device or leave it, with the shortest spelling that is theirs alone. */
const SENSITIVE: readonly (readonly [command: string, shortest: number])[] = [
  ['configure', 4],
  ['copy', 3],
  ['debug', 3],
  ['delete', 3],
  ['erase', 3],
  ['guestshell', 3],
  ['monitor', 3],
  ['more', 4],
  ['tclsh', 3],
  ['write', 2],
]

const SHOWN = ['running-config', 'startup-config', 'configuration', 'archive']

/** The sensitive command that a `privilege` command opens. `show` alone is the parent that IOS adds by itself. */
function sensitive(command: string, all: boolean): string | undefined {
  const [first = '', second = ''] = command.split(' ')
  const own = SENSITIVE.find(([name, shortest]) => first.length >= shortest && name.startsWith(first))
  if (own !== undefined) return own[0] === 'configure' ? 'configure' : command
  if (first.length < 2 || !'show'.startsWith(first)) return undefined
  if (second === '') return all ? 'every show command' : undefined
  const shown = SHOWN.find((name) => second.length >= 3 && name.startsWith(second))
  return shown === undefined ? undefined : `show ${shown}`
}

export default defineRule({
  id: 'aaa/privilege-command-lowered',
  title: 'Do not lower the privilege of sensitive commands',
  severity: 'high',
  why: 'A low level that may read the configuration or copy files reads secrets and stays',
  guidance: [
    { document: 'EVHG', clause: 'E66' },
    { document: 'EVHG', clause: 'E68' },
  ],
  mappings: { stig: ['CISC-ND-000380', 'CISC-ND-000460'], nist: ['AC-6(10)'], attack: ['T1078', 'T1602.002'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['written lines only: no default is relied on'],
  *check({ aaa, system }) {
    for (const entry of aaa.commandPrivileges.items) {
      const { mode, level, all, command } = entry
      const reached = mode === 'exec' && level < 15 ? sensitive(command, all) : undefined
      if (reached === undefined) yield pass(entry)
      else
        yield fail(entry, `Privilege level ${level} may run ${reached}`, {
          changes: [removal(entry)],
          ...(level > 1 && /\bview\b/.test(command) ? { severity: 'medium' } : {}),
        })
    }
    const { filePrivilege } = system
    if (filePrivilege.state === 'absent') return yield pass(filePrivilege)
    yield mustIfSet(filePrivilege, (level) => level === 15, {
      message: (level) => `Privilege level ${level} may use the file system`,
      changes: [change(filePrivilege, undefined)],
    })
  },
})
