import type { Defaults } from '@breakwater/core'

const value = <T>(it: T) => ({ kind: 'value', value: it }) as const

/** What `aws_vpn_connection` accepts when it says nothing (Site-to-Site VPN tunnel options, AWS VPN user guide). */
export const awsDefaults: Defaults = {
  'cloud.tunnels[].ikeVersions': value([1, 2]),
  'cloud.tunnels[].phase1Groups': value([2, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24]),
  'cloud.tunnels[].phase1Encryption': value(['aes-128', 'aes-256', 'aes-gcm-128', 'aes-gcm-256']),
  'cloud.tunnels[].phase1Integrity': value(['sha1', 'sha256', 'sha384', 'sha512']),
  'cloud.tunnels[].phase2Groups': value([2, 5, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24]),
  'cloud.tunnels[].phase2Encryption': value(['aes-128', 'aes-256', 'aes-gcm-128', 'aes-gcm-256']),
  'cloud.tunnels[].phase2Integrity': value(['sha1', 'sha256', 'sha384', 'sha512']),
}

/** What a connection without a policy accepts (About VPN devices, default IPsec/IKE parameters; Azure VPN Gateway). */
export const azureDefaults: Defaults = {
  'cloud.tunnels[].ikeVersions': value([2]),
  'cloud.tunnels[].phase1Groups': value([2]),
  'cloud.tunnels[].phase1Encryption': value(['aes-256', 'aes-128', '3des']),
  'cloud.tunnels[].phase1Integrity': value(['sha1', 'sha256']),
  'cloud.tunnels[].phase2Groups': value([0, 1, 2, 14, 19, 20, 24]),
  'cloud.tunnels[].phase2Encryption': value(['aes-gcm-256', 'aes-256', 'aes-128', '3des', 'des']),
  'cloud.tunnels[].phase2Integrity': value(['aead', 'sha256', 'sha1']),
}

/** What a tunnel without `cipher_suite` accepts (Supported IKE ciphers, Cloud VPN). */
export const googleDefaults: Defaults = {
  'cloud.tunnels[].ikeVersions': value([2]),
  'cloud.tunnels[].phase1Groups': value([2, 5, 14, 15, 16, 18, 19, 20, 21]),
  'cloud.tunnels[].phase1Encryption': value(['aes-gcm-128', 'aes-gcm-256', 'aes-128', 'aes-256', '3des']),
  'cloud.tunnels[].phase1Integrity': value(['sha1', 'md5', 'sha256', 'sha384', 'sha512']),
  'cloud.tunnels[].phase2Groups': value([2, 5, 14, 15, 16, 18, 19, 20, 21]),
  'cloud.tunnels[].phase2Encryption': value(['aes-gcm-128', 'aes-gcm-256', 'aes-128', 'aes-256']),
  'cloud.tunnels[].phase2Integrity': value(['sha1', 'sha256', 'sha512']),
}
