export { conditionWords, type Condition } from './condition.ts'
export { Draft, type DraftItem, type Stated, type Statement } from './draft.ts'
export {
  buildDevice,
  type Box,
  type Default,
  type DefaultAnswer,
  type Defaults,
  type Device,
  type Identity,
  type Platform,
  type Release,
} from './device.ts'
export { ipv4, ipv6, isPublic, isPublic4, isPublic6, within4 } from './address-space.ts'
export { boxOf, isLikelyRouter, type BoxEvidence } from './box.ts'
export {
  externalInterfaces,
  isManagementVrf,
  roleOf,
  type ExternalInterface,
  type InterfaceRole,
} from './interface-role.ts'
export type { Entry, Files, Frontend, ProjectReading, SourceDevice } from './frontend.ts'
export { managementReach, type ManagementReach, type ManagementService } from './management-reach.ts'
export { judge, judgeEach, type EnabledRule, type Finding, type Note, type Report, type RunOptions } from './engine.ts'
export {
  settingPath,
  valueOf,
  type Absent,
  type Fact,
  type FactList,
  type ItemRef,
  type Known,
  type Reason,
  type Unknown,
} from './fact.ts'
export type {
  ExposureStanding,
  FeatureGate,
  FeatureState,
  Lifecycle,
  LifecycleDay,
  LifecycleStanding,
  ProductQuery,
} from './lifecycle.ts'
export {
  advice,
  change,
  fail,
  must,
  mustHaveAtLeast,
  mustIfSet,
  notApplicable,
  pass,
  removal,
  unknown,
  type Demand,
  type Subject,
} from './judge.ts'
export {
  defineRule,
  type Advice,
  type Applicability,
  type Change,
  type Citation,
  type Indicator,
  type Judgement,
  type Mappings,
  type Rule,
  type RuleContext,
  type SecretVerifier,
  type Severity,
  type Verdict,
} from './rule.ts'
export { bgpSessions, type BgpFamily, type BgpNeighbor, type BgpSession } from './routing/bgp.ts'
export { coverageOf as routingCoverage, type Coverage, type Speaker } from './routing/covered.ts'
export { eigrpViews, type EigrpLink, type EigrpProcess, type EigrpView } from './routing/eigrp.ts'
export { isisHelloAuthenticated, isisViews, type IsisProcess, type IsisView } from './routing/isis.ts'
export { ripViews, type RipView } from './routing/rip.ts'
export { ospfViews, type OspfLink, type OspfProcess, type OspfView } from './routing/ospf.ts'
export { sha256 } from './sha256.ts'
export { siteSchema, unknownSite, type Site, type SiteMember } from './site.ts'
export { isTold, prefixOf } from './site-match.ts'
export {
  mapTemplate,
  type Clearing,
  type ClearingMark,
  type HoleRange,
  type MappedText,
  type TemplatePiece,
  type TemplateText,
} from './template.ts'
export { originAt, type Hop, type Origin, type SourceFile, type Span } from './source.ts'
export { hasEveryVlan, hasVlan, switchports, type Switchport, type SwitchportRole } from './switchport.ts'
export {
  vocabulary,
  type FieldName,
  type FieldValue,
  type FieldsOf,
  type IdOf,
  type Item,
  type ListName,
  type SettingName,
  type ValueAt,
  type Vocabulary,
} from './vocabulary.ts'
export { leaf, list, type Leaf, type List } from './vocabulary/declare.ts'
export type { Traffic } from './vocabulary/cloud.ts'
export type { RouteFilter } from './vocabulary/bgp.ts'
export type { CoveredNetwork, IsisAuthentication, RoutingAuthentication } from './vocabulary/igp.ts'
export type { InterfaceAddress } from './vocabulary/interfaces.ts'
export type { LineLogin } from './vocabulary/lines.ts'
export type { LogLevel } from './vocabulary/logging.ts'
export type { SecretUse } from './vocabulary/secrets.ts'
export type { VlanRange } from './vocabulary/switching.ts'
export type { Certificate, Enrollment } from './vocabulary/tls.ts'
export type { PfsGroup } from './vocabulary/vpn.ts'
// Owned by their areas; the lists of names are kept there.
export * from './access-list/index.ts'
export * from './secret.ts'
export {
  iosComments,
  readSuppressions,
  suppressionAt,
  unusedSuppressions,
  type CommentLeader,
  type Suppression,
  type SuppressionOptions,
  type SuppressionProblem,
  type Suppressions,
} from './suppress.ts'
