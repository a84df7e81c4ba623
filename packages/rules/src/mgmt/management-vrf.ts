import { isManagementVrf, valueOf, type Device, type Site } from '@breakwater/core'

/** Names that nobody gives to anything else. The site's own list stands above them. */
const TELLING = /^(?:mgmt|mgnt|management|oob|oobm|out-of-band)(?:[-_](?:vrf|intf|net|network))?$/i

/** Which VRFs are for management: those of the platform, of the site and of the management port, or by a telling name. */
export function managementVrfs({ interfaces, platform }: Device, site: Site): (vrf: string | undefined) => boolean {
  const port = platform === 'iosxe' ? interfaces.items.find(({ name }) => name === 'GigabitEthernet0') : undefined
  const ofPort = port === undefined ? undefined : valueOf(port.vrf)
  const byName = (site.managementVrfs ?? []).length === 0
  return (vrf) => vrf !== undefined && (vrf === ofPort || isManagementVrf(vrf, site) || (byName && TELLING.test(vrf)))
}
