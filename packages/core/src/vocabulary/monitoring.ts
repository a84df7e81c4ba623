import { leaf, list } from './declare.ts'

/** Copies of traffic. */
export const monitoring = {
  mirrors: list<{ readonly session: string }>()('Mirroring sessions (SPAN, RSPAN, ERSPAN); the key is the session', {
    type: leaf<'local' | 'remote' | 'erspan'>('Where the copies go: a port, a VLAN, or an address'),
    destinationAddress: leaf<string>('Address that ERSPAN sends the copies to'),
    shutdown: leaf<boolean>('Whether the session is shut'),
  }),
  captures: list<{ readonly name: string; readonly kind: 'traffic-export' | 'capture' }>()(
    'Captures of packets that are set up in the configuration',
    {},
  ),
} as const
