import type { Defaults, Draft, Platform } from '@breakwater/core'
import type { Resource } from '../project/project.ts'
import * as acls from './aws-network-acls.ts'
import * as awsGroups from './aws-security-groups.ts'
import * as azure from './azure-filters.ts'
import { nameOf, type CloudContext } from './context.ts'
import { awsDefaults, azureDefaults, googleDefaults } from './defaults.ts'
import type { FilterPart } from './filter.ts'
import { firewall } from './google-filters.ts'
import { policyRule } from './google-policies.ts'
import { passedOver } from './passed-over.ts'
import { awsTunnels, azureTunnels, googleTunnels } from './tunnels.ts'

interface Row {
  readonly platform: Extract<Platform, 'aws' | 'azure' | 'gcp'>
  readonly defaults: Defaults
  /** Paths of the arguments that are read: `ingress.from_port`. */
  readonly reads: readonly string[]
  /** Those of them that hold a secret. */
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

/** Arguments and blocks that say nothing of who is let in or how it is encrypted, at any depth. What goes out is not judged. */
export const ignoredArguments: ReadonlySet<string> = new Set([
  'default_network_acl_id',
  'description',
  'egress',
  'icmp_code',
  'icmp_type',
  'labels',
  'location',
  'name',
  'name_prefix',
  'project',
  'region',
  'resource_group_name',
  'revoke_rules_on_delete',
  'security_group_id',
  'subnet_ids',
  'tags',
  'tags_all',
  'timeouts',
  'vpc_id',
])

function block(type: string, names: readonly string[]): readonly string[] {
  return [type, ...names.map((name) => `${type}.${name}`)]
}

const PORTS = ['protocol', 'from_port', 'to_port']
const GROUP = [...PORTS, 'cidr_blocks', 'ipv6_cidr_blocks', 'prefix_list_ids', 'self']
const INGRESS = block('ingress', ['security_groups', ...GROUP])
const ACL = [...PORTS, 'cidr_block', 'ipv6_cidr_block']
const AWS_TUNNEL = [
  'ike_versions',
  'preshared_key',
  ...[1, 2].flatMap((phase) =>
    ['dh_group_numbers', 'encryption_algorithms', 'integrity_algorithms'].map((name) => `phase${phase}_${name}`),
  ),
]
const NSG_RULE = [
  'access',
  'destination_address_prefix',
  'destination_address_prefixes',
  'destination_application_security_group_ids',
  'destination_port_range',
  'destination_port_ranges',
  'direction',
  'priority',
  'protocol',
  'source_address_prefix',
  'source_address_prefixes',
  'source_application_security_group_ids',
  'source_port_range',
]

const POLICY_RULE = [
  'firewall_policy',
  'action',
  'direction',
  'disabled',
  'priority',
  'target_resources',
  'target_secure_tags',
  'target_service_accounts',
  ...block('match', [
    'src_ip_ranges',
    'src_fqdns',
    'src_secure_tags',
    'src_threat_intelligences',
    'src_region_codes',
    'src_address_groups',
    'src_network_context',
    'src_network_scope',
    'dest_ip_ranges',
    'dest_fqdns',
    'dest_region_codes',
    'dest_address_groups',
  ]),
  ...block('match.layer4_configs', ['ip_protocol', 'ports']),
]
const policy = {
  ...google,
  reads: POLICY_RULE,
  kind: 'filter',
  read: policyRule,
  filter: ({ body }: Resource, context: CloudContext) => nameOf(body, 'firewall_policy', context),
} as const

const own = ({ address }: Resource): string => address

/** Names of security groups are unique within their resource group. */
function groupName({ body }: Resource, argument: string, context: CloudContext): string | undefined {
  return within(nameOf(body, 'resource_group_name', context), nameOf(body, argument, context))
}

/** A name within another, which may be left to the provider or unknown. */
function within(outer: string | undefined, name: string | undefined): string | undefined {
  return name === undefined ? undefined : `${outer ?? ''} ${name}`
}

/** Resources that are read, by type. */
export const cloudResources: Readonly<Record<string, CloudRow | undefined>> = {
  aws_security_group: { ...aws, reads: INGRESS, kind: 'filter', read: awsGroups.securityGroup },
  aws_default_security_group: { ...aws, reads: INGRESS, kind: 'filter', read: awsGroups.securityGroup },
  aws_security_group_rule: {
    ...aws,
    reads: ['type', 'source_security_group_id', ...GROUP],
    kind: 'filter',
    read: awsGroups.securityGroupRule,
  },
  aws_vpc_security_group_ingress_rule: {
    ...aws,
    reads: [
      'ip_protocol',
      'from_port',
      'to_port',
      'cidr_ipv4',
      'cidr_ipv6',
      'prefix_list_id',
      'referenced_security_group_id',
    ],
    kind: 'filter',
    read: awsGroups.ingressRule,
  },
  aws_network_acl: {
    ...aws,
    reads: block('ingress', ['rule_no', 'action', ...ACL]),
    kind: 'filter',
    read: acls.networkAcl,
    filter: own,
  },
  aws_default_network_acl: {
    ...aws,
    reads: block('ingress', ['rule_no', 'action', ...ACL]),
    kind: 'filter',
    read: acls.networkAcl,
    filter: own,
  },
  aws_network_acl_rule: {
    ...aws,
    reads: ['network_acl_id', 'egress', 'rule_number', 'rule_action', ...ACL],
    kind: 'filter',
    read: acls.networkAclRule,
    filter: ({ body }, context) => nameOf(body, 'network_acl_id', context),
  },
  aws_vpn_connection: {
    ...aws,
    reads: ['tunnel1', 'tunnel2'].flatMap((tunnel) => AWS_TUNNEL.map((name) => `${tunnel}_${name}`)),
    kind: 'vpn',
    lower: awsTunnels,
    secrets: ['tunnel1_preshared_key', 'tunnel2_preshared_key'],
  },
  azurerm_network_security_group: {
    ...azurerm,
    reads: ['name', 'resource_group_name', ...block('security_rule', NSG_RULE)],
    kind: 'filter',
    read: azure.securityGroup,
    filter: (resource, context) => groupName(resource, 'name', context) ?? resource.address,
  },
  azurerm_network_security_rule: {
    ...azurerm,
    reads: ['network_security_group_name', 'resource_group_name', ...NSG_RULE],
    kind: 'filter',
    read: azure.securityRule,
    filter: (resource, context) => groupName(resource, 'network_security_group_name', context),
  },
  azurerm_virtual_network_gateway_connection: {
    ...azurerm,
    reads: [
      'type',
      'connection_protocol',
      'shared_key',
      ...block('ipsec_policy', [
        'dh_group',
        'ike_encryption',
        'ike_integrity',
        'pfs_group',
        'ipsec_encryption',
        'ipsec_integrity',
      ]),
    ],
    kind: 'vpn',
    lower: azureTunnels,
    secrets: ['shared_key'],
  },
  google_compute_firewall: {
    ...google,
    reads: [
      'network',
      'project',
      'direction',
      'disabled',
      'priority',
      'source_ranges',
      'source_tags',
      'source_service_accounts',
      'target_tags',
      'target_service_accounts',
      'destination_ranges',
      ...['allow', 'deny'].flatMap((type) => block(type, ['protocol', 'ports'])),
    ],
    kind: 'filter',
    read: firewall,
    filter: ({ body }, context) => within(nameOf(body, 'project', context), nameOf(body, 'network', context)),
  },
  google_compute_firewall_policy_rule: policy,
  google_compute_network_firewall_policy_rule: policy,
  google_compute_region_network_firewall_policy_rule: policy,
  google_compute_vpn_tunnel: {
    ...google,
    reads: [
      'ike_version',
      'shared_secret',
      'cipher_suite',
      ...block('cipher_suite.phase1', ['encryption', 'integrity', 'dh']),
      ...block('cipher_suite.phase2', ['encryption', 'integrity', 'pfs']),
    ],
    kind: 'vpn',
    lower: googleTunnels,
    secrets: ['shared_secret'],
  },
}

/** Whether resources of a type matter when they stand in a plan, which may hold a great many of others. */
export function isReadInPlans(type: string): boolean {
  if (!/^(?:aws|azuread|azurerm|google|helm|kubernetes|local|null|random|tls)_/.test(type)) return true
  return cloudResources[type] !== undefined || passedOver.has(type) || PREFIX_LISTS.has(type)
}

const PREFIX_LISTS: ReadonlySet<string> = new Set(['aws_ec2_managed_prefix_list', 'aws_ec2_managed_prefix_list_entry'])
