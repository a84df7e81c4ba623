import { siteSchema } from '@breakwater/core'
import { severities } from '../results.ts'

/** What the schema of the configuration needs to know of a rule. */
export interface RuleShape {
  readonly id: string
  readonly title: string
  readonly severity: string
  /** JSON Schema of its options. */
  readonly options: object | undefined
}

/** The JSON Schema of the configuration, with the options of every rule and the `sections` of the front-ends. `schema/config.schema.json` is printed from it. */
export function configSchema(
  rules: readonly RuleShape[],
  presets: readonly string[],
  platforms: readonly string[],
  sections: Readonly<Record<string, object>>,
): object {
  const globs = { type: 'array', items: { type: 'string', minLength: 1 } }
  const level = { enum: ['on', 'off', true, false, ...severities] }
  const properties: Record<string, object> = {
    preset: {
      description: 'The sets of rules to start from.',
      type: ['string', 'array'],
      items: { enum: presets },
      if: { type: 'array' },
      else: { enum: presets },
    },
    rules: { $ref: '#/definitions/rules' },
    // Empty where all its members are commented out, as `breakwater init` writes it.
    site: { ...siteSchema, type: ['object', 'null'] },
    failOn: { description: 'The least severity that makes the command end with 1.', enum: severities },
    failOnUnknown: { description: 'Whether an unknown verdict makes the command end with 1.', type: 'boolean' },
    baseline: {
      description: 'The file of findings that were accepted, as `breakwater baseline` writes it, relative to this one.',
      type: 'string',
      minLength: 1,
    },
    ignores: { description: 'Globs of files that are passed over.', ...globs },
    facts: {
      description:
        'Globs of files that tell releases and hardware: show version, show inventory, gathered facts (JSON).',
      ...globs,
    },
    platforms: {
      description: 'Glob → platform, where detection is wrong. The last match wins.',
      type: 'object',
      additionalProperties: { enum: platforms },
    },
    roles: {
      description: 'Role → the devices that have it, by hostname or file.',
      type: 'object',
      additionalProperties: {
        type: 'object',
        properties: { hostnames: globs, files: globs },
        additionalProperties: false,
        minProperties: 1,
      },
    },
    overrides: {
      description: 'Rules, and knowledge of the site, that differ for some files or roles. Applied in their order.',
      type: 'array',
      items: {
        type: 'object',
        properties: { files: globs, roles: globs, rules: { $ref: '#/definitions/rules' }, site: siteSchema },
        if: { required: ['site'] },
        else: { required: ['rules'] },
        additionalProperties: false,
      },
    },
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of Breakwater',
    type: 'object',
    properties: { $schema: { type: 'string' }, ...properties, ...sections },
    additionalProperties: false,
    definitions: {
      rules: {
        type: 'object',
        properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSetting(rule, level)])),
        patternProperties: { '[*?{[]': level },
        additionalProperties: false,
      },
    },
  }
}

function ruleSetting({ title, severity, options }: RuleShape, level: { readonly enum: readonly unknown[] }): object {
  return {
    description: `${title} (${severity})`,
    type: ['string', 'boolean', 'object'],
    properties: { severity: { enum: severities }, ...(options && { options: { type: 'object', ...options } }) },
    additionalProperties: false,
    if: { type: 'object' },
    else: level,
  }
}
