import { defineRule } from '@breakwater/core'
import { judgeTransports } from '../transports.ts'

export default defineRule({
  id: 'iac/terraform-provider-insecure',
  title: 'Verify TLS and protect credentials in network providers',
  severity: 'medium',
  why: 'A provider that takes any certificate or host key hands its credentials to whoever answers in place of the device',
  guidance: [
    { document: 'EVHG', clause: 'E36' },
    { document: 'EVHG', clause: 'E38' },
    { document: 'EVHG', clause: 'E57' },
  ],
  mappings: { nist: ['SC-8', 'SC-23'] },
  platforms: ['ios', 'iosxe', 'nxos', 'iosxr', 'eos', 'junos'],
  since: '0.1.0',
  check: ({ source }) =>
    judgeTransports(source.transports, 'terraform', {
      clear: (name, protocol) => `The provider ${name} reaches the device by ${protocol}; use an encrypted transport`,
      unverified: (name, checks) =>
        `The provider ${name} does not check the ${checks} of the device; write insecure = false`,
    }),
})
