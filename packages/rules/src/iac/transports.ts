import { must, mustIfSet, type FactList, type Item, type Judgement } from '@breakwater/core'

type Transport = Item<'source.transports'>

const CLEAR: Readonly<Record<string, string>> = { telnet: 'Telnet', http: 'plain HTTP', grpc: 'gRPC without TLS' }

export interface TransportMessages {
  readonly clear: (name: string, protocol: string) => string
  readonly unverified: (name: string, checks: string) => string
}

/** Two judgements of each transport of a tool: whether it is encrypted, and whether the device is checked. */
export function* judgeTransports(
  transports: FactList<Transport>,
  tool: Transport['tool'],
  { clear, unverified }: TransportMessages,
): Iterable<Judgement> {
  for (const transport of transports.items) {
    if (transport.tool !== tool) continue
    const { name, checks, protocol, verified } = transport
    const isEncrypted = (used: string): boolean => CLEAR[used] === undefined
    yield mustIfSet(protocol, isEncrypted, { message: (used) => clear(name, CLEAR[used ?? ''] ?? String(used)) })
    // Where nothing is encrypted there is nothing to check.
    if (protocol.state === 'known' && !isEncrypted(protocol.value)) continue
    yield must(verified, (isChecked) => isChecked, { message: unverified(name, checks), fix: true })
  }
}
