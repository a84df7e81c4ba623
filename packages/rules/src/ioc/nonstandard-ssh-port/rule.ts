import { defineRule, fail, pass, unknown, valueOf, type Item } from '@breakwater/core'
import { lineName } from '../../mgmt/lines.ts'

export default defineRule({
  id: 'ioc/nonstandard-ssh-port',
  title: 'Explain SSH and Telnet on other ports',
  severity: 'high',
  why: 'A second SSH server on a high port, such as 22022, is how intruders kept their way in',
  guidance: [
    { document: 'AA25-239A', clause: 'A02' },
    { document: 'AA25-239A', clause: 'A03' },
    { document: 'AA25-239A', clause: 'AH03' },
  ],
  mappings: { attack: ['T1021.004', 'T1571'], nist: ['CM-7', 'SI-4'] },
  indicator: {
    innocent: 'A terminal server, or a port chosen to escape scanners.',
    collect: ['show tcp brief all', 'show ip ssh', 'show users', 'flow records to the port'],
  },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: ip ssh port and rotary, in 1 of them'],
  *check({ ssh, lines }) {
    const inGroup = ({ first, last }: Pick<Item<'ssh.rotaryPorts'>, 'first' | 'last'>) =>
      lines.items.filter(({ rotary }) => {
        const group = valueOf(rotary)
        return group !== undefined && group >= first && group <= last
      })
    const sessions = ({ kind }: Item<'lines'>): boolean => kind === 'vty'
    const explained = new Set<Item<'lines'>>()
    for (const port of ssh.rotaryPorts.items) {
      const reached = inGroup(port)
      for (const line of reached) explained.add(line)
      // The tty lines of a terminal server are reached by ports of their own.
      if (reached.length > 0 && !reached.some(sessions)) continue
      const severity = port.port > 1023 && /^(?:22\d22|\d{1,3}22)$/.test(String(port.port)) ? 'high' : 'medium'
      yield fail(port, `SSH also answers on TCP port ${port.port}; find out who needs it`, {
        severity,
        trait: `SSH port ${port.port}`,
      })
    }
    for (const line of lines.items) {
      const { rotary, transportInput } = line
      if (rotary.state !== 'known' || !sessions(line) || explained.has(line)) continue
      const telnet = valueOf(transportInput)?.some((protocol) => protocol === 'telnet' || protocol === 'all')
      if (telnet === false) continue
      const ports = [3000, 5000, 7000, 10000].map((base) => base + rotary.value).join(', ')
      const message = `${lineName(line)} also answer Telnet on the ports of rotary group ${rotary.value} (${ports})`
      const remedy = { severity: 'medium', trait: `rotary group ${rotary.value}` } as const
      if (telnet === undefined) yield unknown(rotary, message, { kind: 'not-in-view' }, remedy)
      else yield fail(rotary, message, remedy)
    }
    if (ssh.rotaryPorts.complete) yield pass(ssh.rotaryPorts, 'no other port')
    else if (ssh.rotaryPorts.items.length === 0)
      yield unknown(ssh.rotaryPorts, 'whether SSH answers on another port', { kind: 'not-in-view' })
  },
})
