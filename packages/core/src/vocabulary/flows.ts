import { leaf, list } from './declare.ts'

export const flows = {
  exporters: list<{ readonly name: string }>()('Flow exporters', {
    destination: leaf<string>('Collector: address or name'),
    vrf: leaf<string>('VRF through which it is reached'),
  }),
  monitors: list<{ readonly name: string }>()('Flow monitors', {
    exporters: leaf<readonly string[]>('Names of exporters'),
  }),
  receivers: list<{ readonly address: string }>()('Receivers of model-driven telemetry', {}),
  collectors: list<{ readonly address: string }>()('Collectors of the flow cache (`ip flow-export destination`)', {}),
} as const
