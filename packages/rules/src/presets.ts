import type { Rule } from '@breakwater/core'

/** A set of rules to start from. Each rule belongs by its own metadata. */
export interface Preset {
  readonly title: string
  readonly has: (rule: Rule) => boolean
  /** Options that differ from the rules' own, by rule. */
  readonly options?: Readonly<Record<string, object>>
}

const cites =
  (...documents: readonly string[]) =>
  ({ guidance }: Rule): boolean =>
    guidance.some(({ document }) => documents.includes(document))

export const presets = {
  recommended: { title: 'What every device should meet', has: (rule) => rule.recommended !== false },
  'cisa-2024': {
    title: 'Enhanced Visibility and Hardening Guidance for Communications Infrastructure, December 2024',
    has: cites('EVHG'),
  },
  'aa25-239a': {
    title: 'Joint advisory AA25-239A on Chinese state-sponsored actors, August 2025',
    has: cites('AA25-239A'),
  },
  'nsa-nisg': {
    title: 'Network Infrastructure Security Guide and Cisco Password Types of the NSA',
    has: cites('NISG', 'NSA-PW'),
    options: { 'mgmt/exec-timeout': { minutes: 5 } },
  },
  'cisco-resilient-infrastructure': {
    title: 'Features that Cisco warns of, restricts and removes (Resilient Infrastructure, 2026)',
    has: cites('CISCO-RI'),
  },
  hunt: { title: 'Signs of compromise, to be explained', has: ({ id }) => id.startsWith('ioc/') },
  all: { title: 'Every rule', has: () => true },
} satisfies Record<string, Preset>

export type PresetName = keyof typeof presets
