import type { Platform } from '@breakwater/core'
import { iosxe } from './iosxe/table.ts'
import type { ResourceTable } from './rows.ts'

/** What is known of the resources of a provider of network devices. */
export interface NetworkTables {
  /** The schema that the names are of, with its version. */
  readonly schema: string
  /** Resources of which arguments are read as commands of the device; what has no row and is not silent is not understood. */
  readonly resources: Readonly<Record<string, ResourceTable | undefined>>
  /** Resources on which no setting of hardening depends. */
  readonly withoutHardening: ReadonlySet<string>
  /** The resource that enters text of the device as it is. */
  readonly text?: { readonly type: string; readonly argument: string; readonly silent: readonly string[] }
  /** Resources that have many of another in `items`, by names such as `GigabitEthernet;1/0/1`. */
  readonly maps?: Readonly<Record<string, string>>
}

export type NetworkPlatform = Extract<Platform, 'iosxe' | 'nxos' | 'iosxr' | 'junos'>

/** Platforms of which configurations can be read, with what their provider's resources say. */
export const networkTables = { iosxe } as const satisfies Partial<Record<NetworkPlatform, NetworkTables>>

export type ReadPlatform = keyof typeof networkTables

/** Whether resources of the platform are read. */
export function isRead(platform: NetworkPlatform): platform is ReadPlatform {
  return Object.hasOwn(networkTables, platform)
}

/** Providers of network devices, by `namespace/type`. */
export const networkProviders: Readonly<Record<string, NetworkPlatform | undefined>> = {
  'ciscodevnet/iosxe': 'iosxe',
  'hashicorp/iosxe': 'iosxe',
  'netascode/iosxe': 'iosxe',
  'ciscodevnet/nxos': 'nxos',
  'hashicorp/nxos': 'nxos',
  'netascode/nxos': 'nxos',
  'ciscodevnet/iosxr': 'iosxr',
  'hashicorp/iosxr': 'iosxr',
  'netascode/iosxr': 'iosxr',
  'hashicorp/junos': 'junos',
  'juniper/junos': 'junos',
  'jeremmfr/junos': 'junos',
}
