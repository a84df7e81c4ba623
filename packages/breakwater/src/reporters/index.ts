import type { Reporter } from './report.ts'

/** A new reporter is one file and one line here. Each is loaded when it is asked for. */
const loaders = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  compact: async () => (await import('./compact.ts')).compact,
  json: async () => (await import('./json.ts')).json,
  jsonl: async () => (await import('./jsonl.ts')).jsonl,
  github: async () => (await import('./github.ts')).github,
  sarif: async () => (await import('./sarif.ts')).sarif,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  junit: async () => (await import('./junit.ts')).junit,
  rdjson: async () => (await import('./rdjson.ts')).rdjson,
  markdown: async () => (await import('./markdown.ts')).markdown,
  html: async () => (await import('./html.ts')).html,
  csv: async () => (await import('./csv.ts')).csvReport,
} satisfies Record<string, () => Promise<Reporter>>

export type ReporterName = keyof typeof loaders

export const reporterNames = Object.keys(loaders) as readonly ReporterName[]

export function loadReporter(name: ReporterName): Promise<Reporter> {
  return loaders[name]()
}
