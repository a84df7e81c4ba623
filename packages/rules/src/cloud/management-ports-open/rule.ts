import { defineRule, fail, pass, unknown } from '@breakwater/core'
import { managementPorts } from './ports.ts'

interface Options {
  /** TCP ports that are management ports here too, such as 443 and 8443. */
  readonly ports: readonly number[]
}

export default defineRule<Options>({
  id: 'cloud/management-ports-open',
  title: 'Keep management ports off the Internet in cloud firewalls',
  severity: 'critical',
  why: 'A virtual router behind an open filter is as exposed as one without an access class on its lines',
  guidance: [
    { document: 'EVHG', clause: 'E04' },
    { document: 'EVHG', clause: 'E25' },
    { document: 'EVHG', clause: 'E53' },
  ],
  mappings: { attack: ['T1190', 'T1133'], nist: ['SC-7', 'AC-17'] },
  platforms: ['aws', 'azure', 'gcp'],
  since: '0.1.0',
  options: {
    schema: {
      type: 'object',
      properties: {
        ports: {
          type: 'array',
          items: { type: 'integer', minimum: 1, maximum: 65535 },
          description: 'TCP ports that are management ports here too, such as 443 and 8443',
        },
      },
      additionalProperties: false,
    },
    defaults: { ports: [] },
  },
  *check({ cloud }, { options }) {
    if (cloud.kind.state !== 'known' || cloud.kind.value !== 'filter') return
    for (const { fromAnywhere, traffic } of cloud.openings.items) {
      const open = traffic.state === 'known' ? managementPorts(traffic.value, options.ports) : undefined
      const message = `Hosts all over the Internet reach ${open?.join(', ') ?? 'management ports'}; let in the management network alone`
      if (open?.length === 0) yield pass(traffic, 'no management port')
      else if (fromAnywhere.state === 'known' && !fromAnywhere.value) yield pass(fromAnywhere)
      else if (fromAnywhere.state === 'unknown') yield unknown(fromAnywhere, message, fromAnywhere.why)
      else if (traffic.state === 'unknown') yield unknown(traffic, message, traffic.why)
      else yield fail(fromAnywhere, message)
    }
    if (!cloud.openings.complete)
      yield unknown(cloud.openings, 'rules that are out of view may open management ports', { kind: 'not-in-view' })
    else if (cloud.openings.items.length === 0) yield pass(cloud.openings, 'it lets nothing in')
  },
})
