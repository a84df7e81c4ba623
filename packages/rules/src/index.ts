import type { Rule } from '@breakwater/core'
import aclAntiSpoofing from './acl/anti-spoofing/rule.ts'
import aclBlockManagementAtEdge from './acl/block-management-at-edge/rule.ts'
import aclDenyLog from './acl/deny-log/rule.ts'
import aclExternalIngressEgress from './acl/external-ingress-egress/rule.ts'
import aclNoPermitAnyAny from './acl/no-permit-any-any/rule.ts'
import cloudManagementPortsOpen from './cloud/management-ports-open/rule.ts'
import cloudVpnIkeParameters from './cloud/vpn-ike-parameters/rule.ts'
import controlPlaneCopp from './control-plane/copp/rule.ts'
import aaaAccounting from './aaa/accounting/rule.ts'
import aaaCentralizedLogin from './aaa/centralized-login/rule.ts'
import aaaCommandAuthorization from './aaa/command-authorization/rule.ts'
import aaaLocalAccountsMinimal from './aaa/local-accounts-minimal/rule.ts'
import aaaLoginLockout from './aaa/login-lockout/rule.ts'
import aaaMethodOrder from './aaa/method-order/rule.ts'
import aaaNewModel from './aaa/new-model/rule.ts'
import aaaNoLinePasswords from './aaa/no-line-passwords/rule.ts'
import aaaPrivilegeCommandLowered from './aaa/privilege-command-lowered/rule.ts'
import aaaRbacNoDefaultPriv15 from './aaa/rbac-no-default-priv15/rule.ts'
import aaaRedundantServers from './aaa/redundant-servers/rule.ts'
import aaaTacacsKeyPresent from './aaa/tacacs-key-present/rule.ts'
import aaaTacacsOverTls from './aaa/tacacs-over-tls/rule.ts'
import changeArchiveSecure from './change/archive-secure/rule.ts'
import changeBaselineDrift from './change/baseline-drift/rule.ts'
import credentialsAesMasterKey from './credentials/aes-master-key/rule.ts'
import credentialsEnableSecret from './credentials/enable-secret/rule.ts'
import credentialsNoDefaultCredentials from './credentials/no-default-credentials/rule.ts'
import credentialsNoPlaintext from './credentials/no-plaintext/rule.ts'
import credentialsNoSecretsInCode from './credentials/no-secrets-in-code/rule.ts'
import credentialsNoType4 from './credentials/no-type-4/rule.ts'
import credentialsNoType5 from './credentials/no-type-5/rule.ts'
import credentialsNoType7 from './credentials/no-type-7/rule.ts'
import credentialsPasswordPolicy from './credentials/password-policy/rule.ts'
import credentialsPreferType8 from './credentials/prefer-type-8/rule.ts'
import credentialsServicePasswordEncryption from './credentials/service-password-encryption/rule.ts'
import credentialsTacacsKeyType6 from './credentials/tacacs-key-type-6/rule.ts'
import credentialsUniqueSecrets from './credentials/unique-secrets/rule.ts'
import credentialsUsernameSecret from './credentials/username-secret/rule.ts'
import dpNoIpServicesOnExternal from './dp/no-ip-services-on-external/rule.ts'
import dpUnusedInterfacesShutdown from './dp/unused-interfaces-shutdown/rule.ts'
import iacAnsibleInsecureTransport from './iac/ansible-insecure-transport/rule.ts'
import iacTerraformProviderInsecure from './iac/terraform-provider-insecure/rule.ts'
import iocAaaServerExternal from './ioc/aaa-server-external/rule.ts'
import iocExternalReceivers from './ioc/external-receivers/rule.ts'
import iocLoggingDisabled from './ioc/logging-disabled/rule.ts'
import iocAclUnexpectedPublicHost from './ioc/acl-unexpected-public-host/rule.ts'
import iocEemAndScheduledAutomation from './ioc/eem-and-scheduled-automation/rule.ts'
import iocGuestshellNetworkExposure from './ioc/guestshell-network-exposure/rule.ts'
import iocNonstandardHttpPort from './ioc/nonstandard-http-port/rule.ts'
import iocNonstandardSshPort from './ioc/nonstandard-ssh-port/rule.ts'
import iocPacketCapture from './ioc/packet-capture/rule.ts'
import iocSshAuthorizedKeys from './ioc/ssh-authorized-keys/rule.ts'
import iocSuspiciousLocalUser from './ioc/suspicious-local-user/rule.ts'
import iocTrafficDiversion from './ioc/traffic-diversion/rule.ts'
import iocTrafficMirroring from './ioc/traffic-mirroring/rule.ts'
import iocUnexpectedTunnel from './ioc/unexpected-tunnel/rule.ts'
import l2BpduGuard from './l2/bpdu-guard/rule.ts'
import l2DhcpSnoopingDai from './l2/dhcp-snooping-dai/rule.ts'
import l2DtpDisabled from './l2/dtp-disabled/rule.ts'
import l2NativeVlan from './l2/native-vlan/rule.ts'
import l2PortSecurityOrDot1x from './l2/port-security-or-dot1x/rule.ts'
import l2TrunkAllowedVlans from './l2/trunk-allowed-vlans/rule.ts'
import l2Vlan1Unused from './l2/vlan1-unused/rule.ts'
import l2VtpOff from './l2/vtp-off/rule.ts'
import lifecycleBootFromNetwork from './lifecycle/boot-from-network/rule.ts'
import lifecycleHardwareEndOfSupport from './lifecycle/hardware-end-of-support/rule.ts'
import lifecycleKnownExploitedExposure from './lifecycle/known-exploited-exposure/rule.ts'
import lifecycleOsEndOfSupport from './lifecycle/os-end-of-support/rule.ts'
import loggingBuffered from './logging/buffered/rule.ts'
import loggingConfigChanges from './logging/config-changes/rule.ts'
import loggingEncryptedTransport from './logging/encrypted-transport/rule.ts'
import loggingLoginEvents from './logging/login-events/rule.ts'
import loggingRedundantHosts from './logging/redundant-hosts/rule.ts'
import loggingRemoteHost from './logging/remote-host/rule.ts'
import loggingSeverity from './logging/severity/rule.ts'
import loggingTimestamps from './logging/timestamps/rule.ts'
import mgmtAclUndefined from './mgmt/acl-undefined/rule.ts'
import mgmtApiPlaintext from './mgmt/api-plaintext/rule.ts'
import mgmtApiRestricted from './mgmt/api-restricted/rule.ts'
import mgmtAuxDisabled from './mgmt/aux-disabled/rule.ts'
import mgmtConsoleAuthenticated from './mgmt/console-authenticated/rule.ts'
import mgmtExecTimeout from './mgmt/exec-timeout/rule.ts'
import mgmtHttpsServerMinimised from './mgmt/https-server-minimised/rule.ts'
import mgmtLoginBanner from './mgmt/login-banner/rule.ts'
import mgmtManagementPlaneProtection from './mgmt/management-plane-protection/rule.ts'
import mgmtNoHttpServer from './mgmt/no-http-server/rule.ts'
import mgmtNoOutboundVty from './mgmt/no-outbound-vty/rule.ts'
import mgmtNoTelnet from './mgmt/no-telnet/rule.ts'
import mgmtOobNoLeak from './mgmt/oob-no-leak/rule.ts'
import mgmtOobVrf from './mgmt/oob-vrf/rule.ts'
import mgmtSessionLimits from './mgmt/session-limits/rule.ts'
import mgmtSourceInterface from './mgmt/source-interface/rule.ts'
import mgmtTcpKeepalives from './mgmt/tcp-keepalives/rule.ts'
import mgmtVtyAccessClass from './mgmt/vty-access-class/rule.ts'
import mgmtVtyAccessClassIpv6 from './mgmt/vty-access-class-ipv6/rule.ts'
import mgmtVtyAclNotPermissive from './mgmt/vty-acl-not-permissive/rule.ts'
import mgmtVtyRangesComplete from './mgmt/vty-ranges-complete/rule.ts'
import ntpAuthenticate from './ntp/authenticate/rule.ts'
import ntpRedundantServers from './ntp/redundant-servers/rule.ts'
import routingBgpAuth from './routing/bgp-auth/rule.ts'
import routingBgpMaximumPrefix from './routing/bgp-maximum-prefix/rule.ts'
import routingBgpPrefixFilters from './routing/bgp-prefix-filters/rule.ts'
import routingBgpTtlSecurity from './routing/bgp-ttl-security/rule.ts'
import routingEigrpRipAuth from './routing/eigrp-rip-auth/rule.ts'
import routingFhrpAuth from './routing/fhrp-auth/rule.ts'
import routingIsisAuth from './routing/isis-auth/rule.ts'
import routingKeychainSha from './routing/keychain-sha/rule.ts'
import routingLdpAuth from './routing/ldp-auth/rule.ts'
import routingOspfAuth from './routing/ospf-auth/rule.ts'
import servicesInsecureMode from './services/insecure-mode/rule.ts'
import servicesNoCdp from './services/no-cdp/rule.ts'
import servicesNoConfigAutoload from './services/no-config-autoload/rule.ts'
import servicesNoGuestshell from './services/no-guestshell/rule.ts'
import servicesNoLegacyServices from './services/no-legacy-services/rule.ts'
import servicesNoLldp from './services/no-lldp/rule.ts'
import servicesNoShellAccess from './services/no-shell-access/rule.ts'
import servicesNoSmartInstall from './services/no-smart-install/rule.ts'
import servicesNoSourceRouting from './services/no-source-routing/rule.ts'
import servicesNoTftpFtpServer from './services/no-tftp-ftp-server/rule.ts'
import snmpAcl from './snmp/acl/rule.ts'
import snmpNoDefaultCommunity from './snmp/no-default-community/rule.ts'
import snmpNoV1V2c from './snmp/no-v1-v2c/rule.ts'
import snmpNoWrite from './snmp/no-write/rule.ts'
import snmpTrapHostV3 from './snmp/trap-host-v3/rule.ts'
import snmpV3Authpriv from './snmp/v3-authpriv/rule.ts'
import snmpV3StrongCrypto from './snmp/v3-strong-crypto/rule.ts'
import snmpViewRestrictive from './snmp/view-restrictive/rule.ts'
import sshAuthLimits from './ssh/auth-limits/rule.ts'
import sshCiphers from './ssh/ciphers/rule.ts'
import sshKeyExchange from './ssh/key-exchange/rule.ts'
import sshMacs from './ssh/macs/rule.ts'
import sshPublicKeyAuth from './ssh/public-key-auth/rule.ts'
import sshRsaModulus from './ssh/rsa-modulus/rule.ts'
import sshVersion2Only from './ssh/version-2-only/rule.ts'
import tlsCipherSuites from './tls/cipher-suites/rule.ts'
import tlsMinVersion from './tls/min-version/rule.ts'
import tlsPkiCertificate from './tls/pki-certificate/rule.ts'
import vpnDefaultPolicies from './vpn/default-policies/rule.ts'
import vpnGatewayExposure from './vpn/gateway-exposure/rule.ts'
import vpnIkeDhGroup from './vpn/ike-dh-group/rule.ts'
import vpnIkeEncryption from './vpn/ike-encryption/rule.ts'
import vpnIkeHash from './vpn/ike-hash/rule.ts'
import vpnNoIkev1Aggressive from './vpn/no-ikev1-aggressive/rule.ts'
import vpnNoWildcardPsk from './vpn/no-wildcard-psk/rule.ts'
import visibilityNetflowExport from './visibility/netflow-export/rule.ts'

export { coverageOf, guidanceDocuments, type ClauseCoverage, type ClauseStanding } from './guidance/coverage.ts'
export type { Clause, GuidanceDocument } from './guidance/document.ts'
export { featureOf, type SeenFeature } from './lifecycle/known-exploited-exposure/feature.ts'
export { softwareOf, type Software } from './lifecycle/product.ts'
export { presets, type Preset, type PresetName } from './presets.ts'

/** Every built-in rule. */
export const rules: readonly Rule[] = [
  aclAntiSpoofing,
  aclBlockManagementAtEdge,
  aclDenyLog,
  aclExternalIngressEgress,
  aclNoPermitAnyAny,
  controlPlaneCopp,
  aaaAccounting,
  aaaCentralizedLogin,
  aaaCommandAuthorization,
  aaaLocalAccountsMinimal,
  aaaLoginLockout,
  aaaMethodOrder,
  aaaNewModel,
  aaaNoLinePasswords,
  aaaPrivilegeCommandLowered,
  aaaRbacNoDefaultPriv15,
  aaaRedundantServers,
  aaaTacacsKeyPresent,
  aaaTacacsOverTls,
  changeArchiveSecure,
  changeBaselineDrift,
  credentialsAesMasterKey,
  credentialsEnableSecret,
  credentialsNoDefaultCredentials,
  credentialsNoPlaintext,
  credentialsNoSecretsInCode,
  credentialsNoType4,
  credentialsNoType5,
  credentialsNoType7,
  credentialsPasswordPolicy,
  credentialsPreferType8,
  credentialsServicePasswordEncryption,
  credentialsTacacsKeyType6,
  credentialsUniqueSecrets,
  credentialsUsernameSecret,
  dpNoIpServicesOnExternal,
  dpUnusedInterfacesShutdown,
  cloudManagementPortsOpen,
  cloudVpnIkeParameters,
  iacAnsibleInsecureTransport,
  iacTerraformProviderInsecure,
  iocAaaServerExternal,
  iocExternalReceivers,
  iocLoggingDisabled,
  iocAclUnexpectedPublicHost,
  iocEemAndScheduledAutomation,
  iocGuestshellNetworkExposure,
  iocNonstandardHttpPort,
  iocNonstandardSshPort,
  iocPacketCapture,
  iocSshAuthorizedKeys,
  iocSuspiciousLocalUser,
  iocTrafficDiversion,
  iocTrafficMirroring,
  iocUnexpectedTunnel,
  l2BpduGuard,
  l2DhcpSnoopingDai,
  l2DtpDisabled,
  l2NativeVlan,
  l2PortSecurityOrDot1x,
  l2TrunkAllowedVlans,
  l2Vlan1Unused,
  l2VtpOff,
  lifecycleBootFromNetwork,
  lifecycleHardwareEndOfSupport,
  lifecycleKnownExploitedExposure,
  lifecycleOsEndOfSupport,
  loggingBuffered,
  loggingConfigChanges,
  loggingEncryptedTransport,
  loggingLoginEvents,
  loggingRedundantHosts,
  loggingRemoteHost,
  loggingSeverity,
  loggingTimestamps,
  mgmtAclUndefined,
  mgmtApiPlaintext,
  mgmtApiRestricted,
  mgmtAuxDisabled,
  mgmtConsoleAuthenticated,
  mgmtExecTimeout,
  mgmtHttpsServerMinimised,
  mgmtLoginBanner,
  mgmtManagementPlaneProtection,
  mgmtNoHttpServer,
  mgmtNoOutboundVty,
  mgmtNoTelnet,
  mgmtOobNoLeak,
  mgmtOobVrf,
  mgmtSessionLimits,
  mgmtSourceInterface,
  mgmtTcpKeepalives,
  mgmtVtyAccessClass,
  mgmtVtyAccessClassIpv6,
  mgmtVtyAclNotPermissive,
  mgmtVtyRangesComplete,
  ntpAuthenticate,
  ntpRedundantServers,
  routingBgpAuth,
  routingBgpMaximumPrefix,
  routingBgpPrefixFilters,
  routingBgpTtlSecurity,
  routingEigrpRipAuth,
  routingFhrpAuth,
  routingIsisAuth,
  routingKeychainSha,
  routingLdpAuth,
  routingOspfAuth,
  servicesInsecureMode,
  servicesNoCdp,
  servicesNoConfigAutoload,
  servicesNoGuestshell,
  servicesNoLegacyServices,
  servicesNoLldp,
  servicesNoShellAccess,
  servicesNoSmartInstall,
  servicesNoSourceRouting,
  servicesNoTftpFtpServer,
  snmpAcl,
  snmpNoDefaultCommunity,
  snmpNoV1V2c,
  snmpNoWrite,
  snmpTrapHostV3,
  snmpV3Authpriv,
  snmpV3StrongCrypto,
  snmpViewRestrictive,
  sshAuthLimits,
  sshCiphers,
  sshKeyExchange,
  sshMacs,
  sshPublicKeyAuth,
  sshRsaModulus,
  sshVersion2Only,
  tlsCipherSuites,
  tlsMinVersion,
  tlsPkiCertificate,
  vpnDefaultPolicies,
  vpnGatewayExposure,
  vpnIkeDhGroup,
  vpnIkeEncryption,
  vpnIkeHash,
  vpnNoIkev1Aggressive,
  vpnNoWildcardPsk,
  visibilityNetflowExport,
]
