import { gateFeatures } from './rows.ts'
import { schemeNames } from './release.ts'

const day = { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` } as const
const text = { type: 'string', minLength: 1 } as const
const texts = { type: 'array', items: text, minItems: 1 } as const
const someTexts = { type: 'array', items: text } as const

const milestones = {
  type: 'object',
  additionalProperties: false,
  properties: {
    endOfSale: day,
    endOfSoftwareMaintenance: day,
    endOfVulnerabilitySupport: day,
    lastDateOfSupport: day,
  },
} as const

const rowSource = {
  milestones,
  other: {
    type: 'object',
    additionalProperties: false,
    required: ['milestones', 'from'],
    properties: { milestones, from: text },
  },
  endedBy: day,
  source: text,
  via: text,
  basis: { enum: ['announced', 'computed'] },
  confidence: { enum: ['high', 'medium', 'low'] },
  seen: day,
  unconfirmed: { const: true },
  note: text,
} as const

const releaseRow = {
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'platform', 'name', 'trains', 'milestones', 'source', 'seen'],
  properties: {
    kind: { const: 'release' },
    platform: { enum: schemeNames },
    name: text,
    trains: texts,
    range: text,
    hardware: texts,
    released: day,
    ...rowSource,
  },
} as const

const hardwareRow = {
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'vendor', 'name', 'pids', 'milestones', 'source', 'seen'],
  properties: {
    kind: { const: 'hardware' },
    vendor: text,
    name: text,
    pids: texts,
    precedence: { type: 'integer' },
    component: { const: true },
    ...rowSource,
  },
} as const

/** The JSON Schema (draft 7) of lifecycle rows: of a user's `--lifecycle-data` file, and of the rows shipped here. */
export const lifecycleSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Breakwater lifecycle rows',
  type: 'object',
  additionalProperties: false,
  required: ['rows'],
  properties: {
    $schema: { type: 'string' },
    rows: { type: 'array', items: { oneOf: [releaseRow, hardwareRow] } },
  },
} as const

const affected = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    listed: texts,
    ranges: texts,
    possible: texts,
    firstFixed: { type: 'object', additionalProperties: someTexts },
    notAffected: texts,
    exceptions: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['hardware', 'fixedIn'],
        properties: { hardware: texts, except: texts, fixedIn: texts },
      },
    },
  },
} as const

/** The JSON Schema (draft 7) of the rows of known exploited vulnerabilities. */
export const exploitedSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Breakwater known exploited rows',
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['cve', 'name', 'platforms', 'gate', 'added', 'due', 'references'],
    properties: {
      cve: { type: 'string', pattern: String.raw`^CVE-\d{4}-\d{4,}$` },
      name: text,
      platforms: { type: 'array', items: { enum: schemeNames }, minItems: 1 },
      gate: {
        type: 'object',
        additionalProperties: false,
        required: ['feature', 'basis'],
        properties: {
          feature: { enum: gateFeatures },
          defaultOn: { const: true },
          any: texts,
          all: texts,
          none: texts,
          hardware: texts,
          note: text,
          basis: text,
        },
      },
      affected: { type: 'object', additionalProperties: affected, propertyNames: { enum: schemeNames } },
      affectedSource: text,
      added: day,
      due: day,
      ransomware: { const: true },
      references: texts,
      note: text,
    },
  },
} as const
