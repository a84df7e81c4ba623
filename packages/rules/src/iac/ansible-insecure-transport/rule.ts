import { defineRule } from '@breakwater/core'
import { judgeTransports } from '../transports.ts'

export default defineRule({
  id: 'iac/ansible-insecure-transport',
  title: 'Manage devices only over verified encrypted transports in Ansible',
  severity: 'high',
  why: 'Automation is the real way into the network: what it sends in clear, or to whoever answers, is lost for all devices',
  guidance: [
    { document: 'EVHG', clause: 'E52' },
    { document: 'EVHG', clause: 'E57' },
  ],
  mappings: { nist: ['SC-8', 'IA-3'] },
  platforms: ['ios', 'iosxe', 'nxos', 'iosxr', 'eos', 'junos'],
  since: '0.1.0',
  check: ({ source }) =>
    judgeTransports(source.transports, 'ansible', {
      clear: (name, protocol) => `Ansible reaches the device by ${protocol} (${name}); use SSH, NETCONF or HTTPS`,
      unverified: (name, checks) => `Ansible does not check the ${checks} of the device (${name}); switch the check on`,
    }),
})
