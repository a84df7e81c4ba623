import type { Platform } from '@breakwater/core'

/** What a module belongs to. */
export interface NetworkOs {
  /** The collection, such as `cisco.ios`. */
  readonly collection: string
  /** What the short names of its modules begin with. */
  readonly prefix: string
  readonly title: string
  /** Left out for platforms that Breakwater knows by name only. */
  readonly platform?: Platform
}

/** Collections of network platforms. */
const NETWORKS: readonly NetworkOs[] = [
  { collection: 'cisco.ios', prefix: 'ios_', title: 'IOS', platform: 'ios' },
  { collection: 'cisco.nxos', prefix: 'nxos_', title: 'NX-OS', platform: 'nxos' },
  { collection: 'cisco.iosxr', prefix: 'iosxr_', title: 'IOS-XR', platform: 'iosxr' },
  { collection: 'arista.eos', prefix: 'eos_', title: 'EOS', platform: 'eos' },
  { collection: 'junipernetworks.junos', prefix: 'junos_', title: 'Junos', platform: 'junos' },
  { collection: 'juniper.device', prefix: 'juniper_junos_', title: 'Junos', platform: 'junos' },
  { collection: 'cisco.asa', prefix: 'asa_', title: 'ASA' },
  { collection: 'vyos.vyos', prefix: 'vyos_', title: 'VyOS' },
  { collection: 'frr.frr', prefix: 'frr_', title: 'FRR' },
  { collection: 'mellanox.onyx', prefix: 'onyx_', title: 'Onyx' },
  { collection: 'dellemc.os10', prefix: 'dellos10_', title: 'Dell OS10' },
  { collection: 'dellemc.os9', prefix: 'dellos9_', title: 'Dell OS9' },
  { collection: 'dellemc.os6', prefix: 'dellos6_', title: 'Dell OS6' },
  { collection: 'community.routeros', prefix: 'routeros_', title: 'RouterOS' },
  { collection: 'community.network', prefix: 'ce_', title: 'CloudEngine' },
  { collection: 'community.network', prefix: 'exos_', title: 'EXOS' },
  { collection: 'community.network', prefix: 'slxos_', title: 'SLX-OS' },
  { collection: 'community.network', prefix: 'aireos_', title: 'AireOS' },
  { collection: 'community.network', prefix: 'ironware_', title: 'IronWare' },
  { collection: 'community.network', prefix: 'edgeos_', title: 'EdgeOS' },
  { collection: 'fortinet.fortios', prefix: 'fortios_', title: 'FortiOS' },
  { collection: 'paloaltonetworks.panos', prefix: 'panos_', title: 'PAN-OS' },
]

export interface ModuleName {
  readonly short: string
  /** Undefined for modules of every platform. */
  readonly os: NetworkOs | undefined
}

/** Modules of every platform. */
const GENERAL: ReadonlySet<string> = new Set(['cli_config', 'cli_command'])

/** Takes a module's name apart; undefined where it is none for network devices. */
export function moduleName(name: string): ModuleName | undefined {
  const dot = name.lastIndexOf('.')
  const collection = dot < 0 ? undefined : name.slice(0, dot)
  const short = dot < 0 ? name : name.slice(dot + 1)
  if (GENERAL.has(short)) {
    const isGeneral = collection === undefined || collection === 'ansible.netcommon'
    return isGeneral ? { short, os: undefined } : undefined
  }
  for (const os of NETWORKS) {
    const { prefix } = os
    const isShort = collection === undefined || collection === 'ansible.builtin' || collection === 'community.network'
    if (isShort ? short.startsWith(prefix) : collection === os.collection)
      return { short: short.startsWith(prefix) ? short : `${prefix}${short}`, os }
  }
  return undefined
}

/** What a value of `ansible_network_os` names: `ios`, `cisco.ios.ios`; undefined where nothing here is called so. */
export function networkOs(name: string): NetworkOs | undefined {
  const short = name.slice(name.lastIndexOf('.') + 1)
  const prefix = `${short === 'iosxe' ? 'ios' : short}_`
  return NETWORKS.find((os) => os.prefix === prefix)
}

/** What only asks: `ios_facts`, `nxos_command`, `cli_command`. */
export function onlyAsks({ short }: ModuleName): boolean {
  return /_(?:facts|command|ping)$/.test(short)
}
