import type { Platform } from '@breakwater/core'

/** Collections of network platforms, and the prefix of their modules. */
const PLATFORMS: readonly (readonly [string, string, Platform])[] = [
  ['cisco.ios', 'ios_', 'ios'],
  ['cisco.nxos', 'nxos_', 'nxos'],
  ['cisco.iosxr', 'iosxr_', 'iosxr'],
  ['arista.eos', 'eos_', 'eos'],
  ['junipernetworks.junos', 'junos_', 'junos'],
]

export interface ModuleName {
  readonly short: string
  /** Undefined for modules of every platform. */
  readonly platform: Platform | undefined
}

/** Takes a module's name apart; undefined where it is none for network devices. */
export function moduleName(name: string): ModuleName | undefined {
  const dot = name.lastIndexOf('.')
  const collection = dot < 0 ? undefined : name.slice(0, dot)
  const short = dot < 0 ? name : name.slice(dot + 1)
  if (short === 'cli_config' || short === 'cli_command') {
    const isGeneral = collection === undefined || collection === 'ansible.netcommon'
    return isGeneral ? { short, platform: undefined } : undefined
  }
  for (const [owner, prefix, platform] of PLATFORMS) {
    if (collection === undefined || collection === 'ansible.builtin' ? short.startsWith(prefix) : collection === owner)
      return { short: short.startsWith(prefix) ? short : `${prefix}${short}`, platform }
  }
  return undefined
}

/** What only asks: `ios_facts`, `nxos_command`, `cli_command`. */
export function onlyAsks({ short }: ModuleName): boolean {
  return /_(?:facts|command|ping)$/.test(short)
}
