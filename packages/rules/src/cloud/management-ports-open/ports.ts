import type { Traffic } from '@breakwater/core'

interface Port {
  readonly protocol: 'tcp' | 'udp'
  readonly port: number
  readonly name: string
}

const PORTS: readonly Port[] = [
  { protocol: 'tcp', port: 22, name: 'SSH' },
  { protocol: 'tcp', port: 23, name: 'Telnet' },
  { protocol: 'udp', port: 69, name: 'TFTP' },
  { protocol: 'udp', port: 161, name: 'SNMP' },
  { protocol: 'tcp', port: 830, name: 'NETCONF' },
  { protocol: 'tcp', port: 3389, name: 'RDP' },
  { protocol: 'udp', port: 3389, name: 'RDP' },
  { protocol: 'tcp', port: 4786, name: 'Smart Install' },
  { protocol: 'tcp', port: 5985, name: 'WinRM' },
  { protocol: 'tcp', port: 5986, name: 'WinRM' },
  { protocol: 'tcp', port: 9339, name: 'gNMI' },
  { protocol: 'tcp', port: 57400, name: 'gNMI' },
  { protocol: 'tcp', port: 57722, name: 'SSH of IOS-XR' },
]

/** `SSH (22)`, `Telnet (23)`; of all ports `every TCP port`. `further` are TCP ports that the site manages things on. */
export function managementPorts(traffic: readonly Traffic[], further: readonly number[]): readonly string[] {
  const all = (['tcp', 'udp'] as const).filter((protocol) =>
    traffic.some((one) => one.protocol === protocol && one.from <= 1 && one.to === 65535),
  )
  const known = [...PORTS, ...further.map((port) => ({ protocol: 'tcp', port, name: 'a port of the site' }) as const)]
  const open = known.filter(
    ({ protocol, port }) =>
      !all.includes(protocol) && traffic.some((one) => one.protocol === protocol && one.from <= port && port <= one.to),
  )
  const names = open.map(({ name, port, protocol }) => `${name} (${protocol === 'udp' ? 'UDP ' : ''}${port})`)
  return [...all.map((protocol) => `every ${protocol.toUpperCase()} port`), ...names]
}
