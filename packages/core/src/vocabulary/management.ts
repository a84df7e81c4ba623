import { leaf, list } from './declare.ts'

export const management = {
  planeProtection: list<{ readonly interface: string; readonly protocols: readonly string[] }>()(
    'Management plane protection: interfaces that accept management, and its protocols',
    {},
  ),
  logHosts: list<{ readonly address: string }>()('Syslog receivers', {
    vrf: leaf<string>('VRF'),
    transport: leaf<string>('Transport: `udp`, `tcp`, `tls`'),
    discriminator: leaf<string>('Filter of the messages'),
  }),
  timeServers: list<{ readonly address: string }>()('NTP servers and peers', {
    vrf: leaf<string>('VRF'),
    source: leaf<string>('Source interface'),
    keyNumber: leaf<number>('Key number'),
  }),
  sources: list<{
    readonly service: 'logging' | 'ntp'
    readonly vrf: string | undefined
    readonly interface: string
  }>()('Source interfaces of syslog and NTP; `vrf` where the command is for one VRF only', {}),
} as const
