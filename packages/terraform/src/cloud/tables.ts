import type { Defaults, Draft, Platform } from '@breakwater/core'
import type { Resource } from '../project/project.ts'
import * as acls from './aws-network-acls.ts'
import * as awsGroups from './aws-security-groups.ts'
import * as azure from './azure-filters.ts'
import { nameOf, type CloudContext } from './context.ts'
import { awsDefaults, azureDefaults, googleDefaults } from './defaults.ts'
import type { FilterPart } from './filter.ts'
import { firewall } from './google-filters.ts'
import { awsTunnels, azureTunnels, googleTunnels } from './tunnels.ts'

interface Row {
  readonly platform: Extract<Platform, 'aws' | 'azure' | 'gcp'>
  readonly defaults: Defaults
  /** Arguments that hold a secret. */
  readonly secrets?: readonly string[]
}

/** How a resource of a cloud is read. */
export type CloudRow = Row &
  (
    | {
        readonly kind: 'filter'
        readonly read: (resource: Resource, context: CloudContext) => FilterPart
        /** What the parts of one filter share; undefined where the cloud has no order among them, or nobody knows. */
        readonly filter?: (resource: Resource, context: CloudContext) => string | undefined
      }
    | { readonly kind: 'vpn'; readonly lower: (draft: Draft, resource: Resource) => void }
  )

const aws = { platform: 'aws', defaults: awsDefaults } as const
const azurerm = { platform: 'azure', defaults: azureDefaults } as const
const google = { platform: 'gcp', defaults: googleDefaults } as const

const own = ({ address }: Resource): string => address

/** Resources that are read, by type. */
export const cloudResources: Readonly<Record<string, CloudRow | undefined>> = {
  aws_security_group: { ...aws, kind: 'filter', read: awsGroups.securityGroup },
  aws_default_security_group: { ...aws, kind: 'filter', read: awsGroups.securityGroup },
  aws_security_group_rule: { ...aws, kind: 'filter', read: awsGroups.securityGroupRule },
  aws_vpc_security_group_ingress_rule: { ...aws, kind: 'filter', read: awsGroups.ingressRule },
  aws_network_acl: { ...aws, kind: 'filter', read: acls.networkAcl, filter: own },
  aws_default_network_acl: { ...aws, kind: 'filter', read: acls.networkAcl, filter: own },
  aws_network_acl_rule: {
    ...aws,
    kind: 'filter',
    read: acls.networkAclRule,
    filter: ({ body }, context) => nameOf(body, 'network_acl_id', context),
  },
  aws_vpn_connection: {
    ...aws,
    kind: 'vpn',
    lower: awsTunnels,
    secrets: ['tunnel1_preshared_key', 'tunnel2_preshared_key'],
  },
  azurerm_network_security_group: {
    ...azurerm,
    kind: 'filter',
    read: azure.securityGroup,
    filter: (resource, context) => nameOf(resource.body, 'name', context) ?? resource.address,
  },
  azurerm_network_security_rule: {
    ...azurerm,
    kind: 'filter',
    read: azure.securityRule,
    filter: ({ body }, context) => nameOf(body, 'network_security_group_name', context),
  },
  azurerm_virtual_network_gateway_connection: { ...azurerm, kind: 'vpn', lower: azureTunnels, secrets: ['shared_key'] },
  google_compute_firewall: {
    ...google,
    kind: 'filter',
    read: firewall,
    filter: ({ body }, context) => nameOf(body, 'network', context),
  },
  google_compute_vpn_tunnel: { ...google, kind: 'vpn', lower: googleTunnels, secrets: ['shared_secret'] },
}
