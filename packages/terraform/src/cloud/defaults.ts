import type { Defaults } from '@breakwater/core'

const value = <T>(it: T) => ({ kind: 'value', value: it }) as const

/**
 * What `aws_vpn_connection` accepts when it says nothing: all that each argument may list (documentation of the resource
 * in hashicorp/terraform-provider-aws, and of VpnTunnelOptionsSpecification).
 */
export const awsDefaults: Defaults = {
  'cloud.tunnels[].ikeVersions': value([1, 2]),
  'cloud.tunnels[].phase1Groups': value([2, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24]),
  'cloud.tunnels[].phase1Encryption': value(['aes-128', 'aes-256', 'aes-gcm-128', 'aes-gcm-256']),
  'cloud.tunnels[].phase1Integrity': value(['sha1', 'sha256', 'sha384', 'sha512']),
  'cloud.tunnels[].phase2Groups': value([2, 5, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24]),
  'cloud.tunnels[].phase2Encryption': value(['aes-128', 'aes-256', 'aes-gcm-128', 'aes-gcm-256']),
  'cloud.tunnels[].phase2Integrity': value(['sha1', 'sha256', 'sha384', 'sha512']),
}

/**
 * What a connection without a policy accepts from a route-based gateway (MicrosoftDocs/azure-docs, "About VPN devices and
 * IPsec/IKE parameters": main mode, and the offers as responder; a policy-based gateway has a part of them). Version 2 is
 * the provider's default where there is a policy; a gateway of the SKU Basic speaks version 1, so that without a policy
 * the version is unknown.
 */
export const azureDefaults: Defaults = {
  'cloud.tunnels[].ikeVersions': value([2]),
  'cloud.tunnels[].phase1Groups': value([2]),
  'cloud.tunnels[].phase1Encryption': value(['aes-256', 'aes-128', '3des']),
  'cloud.tunnels[].phase1Integrity': value(['sha1', 'sha256']),
  'cloud.tunnels[].phase2Groups': value([0, 1, 2, 14, 24]),
  'cloud.tunnels[].phase2Encryption': value(['aes-gcm-256', 'aes-256', 'aes-128', '3des', 'des']),
  'cloud.tunnels[].phase2Integrity': value(['aead', 'sha256', 'sha1']),
}

const GOOGLE_GROUPS: readonly number[] = [2, 5, 14, 15, 16, 17, 18, 19, 20, 21, 23, 24, 31]
const GOOGLE_ENCRYPTION: readonly string[] = [
  'aes-gcm-128',
  'aes-gcm-192',
  'aes-gcm-256',
  'aes-128',
  'aes-192',
  'aes-256',
]

/**
 * What a tunnel without `cipher_suite` accepts (Cloud VPN: "Supported IKE ciphers", "MTU considerations" for the ciphers
 * and hashes, "Cloud VPN cipher changes" for the groups; group 22 is gone). With IKE version 1 it is a part of them, of
 * which each is weak too. Version 2 is the provider's default.
 */
export const googleDefaults: Defaults = {
  'cloud.tunnels[].ikeVersions': value([2]),
  'cloud.tunnels[].phase1Groups': value(GOOGLE_GROUPS),
  'cloud.tunnels[].phase1Encryption': value([...GOOGLE_ENCRYPTION, '3des']),
  'cloud.tunnels[].phase1Integrity': value(['sha1', 'md5', 'sha256', 'sha384', 'sha512']),
  'cloud.tunnels[].phase2Groups': value(GOOGLE_GROUPS),
  'cloud.tunnels[].phase2Encryption': value(GOOGLE_ENCRYPTION),
  'cloud.tunnels[].phase2Integrity': value(['sha1', 'sha256', 'sha512']),
}
