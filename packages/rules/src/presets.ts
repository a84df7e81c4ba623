import type { Rule } from '@breakwater/core'

type Belongs = (rule: Rule) => boolean

/** The sets of rules to start from; each rule belongs by its own metadata. */
export const presets = {
  recommended: (rule) => rule.recommended !== false,
  /** Enhanced Visibility and Hardening Guidance for Communications Infrastructure, December 2024. */
  'cisa-2024': (rule) => rule.guidance.some(({ document }) => document === 'EVHG'),
  all: () => true,
} satisfies Record<string, Belongs>

export type PresetName = keyof typeof presets
