import type { Secret } from '../secret.ts'
import { leaf, list } from './declare.ts'

/** What the code that makes a device says beside the device's own configuration. */
export const source = {
  language: leaf<'ansible' | 'terraform'>(
    'The language of the code that makes the device; absent for its own configuration.',
  ),
  secrets: list<{
    /** The variable or attribute that holds it: `ansible_password`, `provider.iosxe.password`. */
    readonly name: string
    readonly secret: Secret
  }>()('Secrets that the code holds and the device does not: with what the tool logs in.', {}),
  transports: list<{
    readonly tool: 'ansible' | 'terraform'
    /** The connection plugin or the provider: `ansible.netcommon.httpapi`, `iosxe`. */
    readonly name: string
    /** What the tool can check of the device that answers. */
    readonly checks: 'host key' | 'certificate'
  }>()('The ways on which the tool reaches the device.', {
    protocol: leaf<'ssh' | 'netconf' | 'telnet' | 'http' | 'https' | 'grpc'>('The protocol; `grpc` is without TLS.'),
    verified: leaf<boolean>('Whether the host key or the certificate of the device is checked.'),
  }),
} as const
