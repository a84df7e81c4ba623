export type { DataAge } from './age.ts'
export { dataAge, freshDays } from './age.ts'
export type { DerivedFrom, LifecycleAnswer, LifecycleVerdict, LookupOptions, ReleaseQuery } from './answer.ts'
export type { RowProblem } from './check-rows.ts'
export { checkRows } from './check-rows.ts'
export { daysInWords, describeAnswer, milestoneWords } from './describe.ts'
export type { Box, Evidence, EvidenceSource } from './evidence.ts'
export type { Exposed, FeatureState } from './exposed.ts'
export { exposedBy } from './exposed.ts'
export type { Exposure } from './exposure.ts'
export type { GateText } from './gate-in-text.ts'
export { featureInText } from './gate-in-text.ts'
export type { ImageName } from './image-name.ts'
export { readImageName } from './image-name.ts'
export type { Lifecycle, LifecycleDay, ProductQuery, Standing } from './lifecycle.ts'
export { lifecycleOf } from './lifecycle.ts'
export { loadLifecycle } from './load.ts'
export type { DeviceLifecycle } from './lookup.ts'
export { lookup } from './lookup.ts'
export type { ExploitedAnswer } from './lookup-exploited.ts'
export { lookupExploited } from './lookup-exploited.ts'
export { lookupHardware } from './lookup-hardware.ts'
export { lookupRelease } from './lookup-release.ts'
export type { LifecycleOverlay } from './merge.ts'
export { mergeLifecycle } from './merge.ts'
export { mayTellLifecycle } from './may-tell.ts'
export { printLifecycle } from './print-data.ts'
export { printSources } from './print-sources.ts'
export type { Contradiction, Ranked, Ranking } from './rank.ts'
export { rankEvidence } from './rank.ts'
export type { Capture } from './read-capture.ts'
export { readCaptures } from './read-capture.ts'
export { readConfiguration, readConfigurationLine } from './read-configuration.ts'
export type { Place } from './read-facts.ts'
export { readFacts } from './read-facts.ts'
export { readHeaders } from './read-headers.ts'
export { readShowInventory } from './read-inventory.ts'
export { readShowVersion } from './read-version.ts'
export type { Refreshed, RefreshOptions, RefreshProblem } from './refresh/refresh.ts'
export { refresh } from './refresh/refresh.ts'
export type { Release, ReleaseScheme, SchemeName, Train } from './release.ts'
export { schemeNames } from './release.ts'
export type {
  AffectedReleases,
  Confidence,
  ExploitedRow,
  FixException,
  Gate,
  GateFeature,
  HardwareRow,
  LifecycleData,
  LifecycleRow,
  Milestone,
  Milestones,
  Provenance,
  ReleaseRow,
  RowSource,
} from './rows.ts'
export { gateFeatures, milestones } from './rows.ts'
export { exploitedSchema, lifecycleSchema } from './schema.ts'
export { atLeast, compareReleases, parseRelease, schemes } from './schemes/index.ts'
