import { compareResults, severityRank, type Location, type ReportNote, type Result, type Severity } from '../results.ts'
import { harmless, harmlessJson } from '../text/harmless.ts'
import { counted } from '../text/table.ts'
import type { Report, Reporter, RuleCard } from './report.ts'

/** GitHub refuses more results in a run, and more related locations in a result are not shown. */
const MOST_RESULTS = 25_000
const MOST_TAGS = 10
const MOST_NOTIFICATIONS = 1000

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
}

/** GitHub's bands: above 9.0 critical, from 7.0 high, from 4.0 medium. */
const SCORES: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.5',
  info: '0.5',
}

const KINDS = { fail: 'fail', pass: 'pass', unknown: 'open', notapplicable: 'notApplicable' } as const

/** SARIF 2.1.0, one run. What was not understood stands among the notifications; suppressed results are marked as such. */
export const sarif: Reporter = (report) => {
  const { results, evidence } = report
  const ordered = results.results.toSorted(
    (a, b) => severityRank(a.severity) - severityRank(b.severity) || compareResults(a, b),
  )
  const kept = ordered.slice(0, MOST_RESULTS).toSorted(compareResults)
  const cards = cardsOf(report, kept)
  const index = new Map(cards.map(({ id }, at) => [id, at]))
  const taxonomies = taxonomiesOf(cards)
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        automationDetails: { id: 'breakwater/' },
        tool: {
          driver: {
            name: 'Breakwater',
            semanticVersion: results.tool.version,
            rules: cards.map((card) => ruleOf(card, taxonomies)),
          },
        },
        taxonomies: taxonomies.map(({ name, clauses }) => ({ name, taxa: clauses.map((id) => ({ id })) })),
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: notificationsOf(report, ordered.length - kept.length),
          },
        ],
        results: kept.map((result) => resultOf(result, index, report, evidence)),
      },
    ],
  }
  return `${harmlessJson(JSON.stringify(log, undefined, 1))}\n`
}

/** Of the rules that ran, and those that an override switched on. */
function cardsOf({ rules, ran }: Report, results: readonly Result[]): RuleCard[] {
  const named = new Set([...ran, ...results.map(({ rule }) => rule)])
  return [...rules.values()].filter(({ id }) => named.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

interface Taxonomy {
  readonly name: string
  readonly clauses: readonly string[]
}

/** The documents that the rules cite. */
function taxonomiesOf(cards: readonly RuleCard[]): Taxonomy[] {
  const documents = new Map<string, Set<string>>()
  for (const { document, clause } of cards.flatMap(({ guidance }) => guidance.map(citationOf))) {
    const clauses = documents.get(document) ?? new Set<string>()
    documents.set(document, clauses)
    clauses.add(clause)
  }
  return [...documents]
    .map(([name, clauses]) => ({ name, clauses: [...clauses].toSorted() }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function citationOf(text: string): { document: string; clause: string } {
  const blank = text.indexOf(' ')
  return { document: text.slice(0, blank), clause: text.slice(blank + 1) }
}

function ruleOf(card: RuleCard, taxonomies: readonly Taxonomy[]): unknown {
  const { id, title, why, severity, category, guidance, mappings, indicator } = card
  const next =
    indicator === undefined
      ? ''
      : ` Often innocent: ${indicator.innocent} Look next at: ${indicator.collect.join('; ')}.`
  const says = guidance.length === 0 ? '' : ` Guidance: ${guidance.join(', ')}.`
  const mapped = Object.entries(mappings).flatMap(([name, ids]) => ids.map((one) => `${name.toLowerCase()}/${one}`))
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: title },
    fullDescription: { text: `${why}.` },
    help: {
      text: `${title}. ${why}.${says}${next} breakwater explain ${id} tells more.`,
      markdown: `**${title}**\n\n${why}.${says}${next}\n\n\`breakwater explain ${id}\` tells more.`,
    },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: ['security', category, ...mapped].slice(0, MOST_TAGS),
      precision: 'very-high',
      'security-severity': SCORES[severity],
    },
    relationships: guidance.map(citationOf).map(({ document, clause }) => ({
      target: {
        id: clause,
        toolComponent: { name: document, index: taxonomies.findIndex(({ name }) => name === document) },
      },
      kinds: ['relevant'],
    })),
  }
}

function pascalCase(id: string): string {
  return id.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

function resultOf(result: Result, index: ReadonlyMap<string, number>, report: Report, evidence: boolean): unknown {
  const { rule, verdict, severity, device, platform, setting, message, location, via = [], suppressed, fix } = result
  const remediation = result.remediation ?? []
  return {
    ruleId: rule,
    ruleIndex: index.get(rule),
    // A level other than none goes with the kind `fail` alone.
    ...(evidence && verdict !== 'fail' ? { kind: KINDS[verdict], level: 'none' } : { level: LEVELS[severity] }),
    ...(evidence && verdict === 'fail' && { kind: 'fail' }),
    message: { text: `${harmless(message)} (${harmless(device)})` },
    locations: [{ physicalLocation: physical(location, report) }],
    ...(via.length > 0 && {
      relatedLocations: via.map((hop, at) => ({
        id: at + 1,
        message: { text: hop.role },
        physicalLocation: physical(hop, report),
      })),
    }),
    partialFingerprints: { 'breakwater/v1': result.fingerprint },
    ...(fix && {
      fixes: [
        {
          description: { text: `Fix (${fix.applicability})` },
          artifactChanges: [...new Set(fix.edits.map(({ file }) => file))].map((file) => ({
            artifactLocation: artifact(file, report),
            replacements: fix.edits
              .filter((edit) => edit.file === file)
              .map((edit) => ({
                deletedRegion: edit.location && regionOf(edit.location),
                insertedContent: { text: edit.text },
              })),
          })),
        },
      ],
    }),
    ...(suppressed && {
      suppressions: [
        {
          kind: suppressed.by === 'inline' ? 'inSource' : 'external',
          status: 'accepted',
          justification: harmless(suppressed.reason),
        },
      ],
    }),
    properties: {
      device,
      platform,
      setting,
      'security-severity': SCORES[severity],
      ...(remediation.length > 0 && { remediation }),
    },
  }
}

function physical(location: Location, report: Report): unknown {
  return { artifactLocation: artifact(location.file, report), region: regionOf(location) }
}

function artifact(file: string, { prefix }: Report): unknown {
  return { uri: uriOf(`${prefix}${file}`), uriBaseId: '%SRCROOT%' }
}

function regionOf({ startLine, startColumn, endLine, endColumn }: Location): unknown {
  return { startLine, startColumn, endLine, endColumn }
}

/** A relative reference: a colon in its first part would read as a scheme. */
function uriOf(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(harmless(part)))
    .join('/')
}

function notificationsOf(report: Report, left: number): unknown[] {
  const notes = report.results.notes.filter(({ kind }) => kind !== 'advice')
  const shown = notes.slice(0, MOST_NOTIFICATIONS)
  const beyond = notes.length - shown.length
  return [
    ...(left > 0
      ? [
          notification(
            `${counted(left, 'less severe result')} left out: SARIF holds ${MOST_RESULTS}`,
            'limit',
            'warning',
          ),
        ]
      : []),
    ...shown.map((note) => noteOf(note, report)),
    ...(beyond > 0
      ? [notification(`${counted(beyond, 'more note')}; the JSON report lists them`, 'limit', 'note')]
      : []),
  ]
}

function noteOf({ kind, message, location }: ReportNote, report: Report): unknown {
  return {
    ...notification(harmless(message), kind, kind === 'syntax' || kind === 'limit' ? 'warning' : 'note'),
    ...(location && { locations: [{ physicalLocation: physical(location, report) }] }),
  }
}

function notification(text: string, kind: string, level: 'warning' | 'note') {
  return { level, message: { text }, descriptor: { id: kind } }
}
