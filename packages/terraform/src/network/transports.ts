import type { Draft, DraftItem } from '@breakwater/core'
import { isTrue, textOf, valueOf } from '../cloud/readings.ts'
import type { Body, Provider } from '../project/project.ts'
import { secretOf } from '../secrets.ts'

type Transport = DraftItem<'source.transports'>

/** States how a provider reaches the device and with what it logs in. An argument that is not written, the environment may give. */
export function lowerProvider(draft: Draft, { name, address, body }: Provider, type: string): void {
  if (body === undefined) return
  const id = { tool: 'terraform', name, checks: checksOf(body, type) } as const
  const transport = draft.add('source.transports', address, id, body.at)
  lowerProtocol(transport, body, type)
  const [argument, inverted] = type === 'iosxr' ? ['verify_certificate', false] : ['insecure', true]
  const value = valueOf(body, argument)
  const told = isTrue(body, argument, false)
  if (value !== undefined && told !== undefined) transport.set('verified', told !== inverted, value.at)
  else if (value?.kind === 'unknown') transport.unknown('verified', value.why, value.at)
  const password = valueOf(body, 'password')
  const secret = password === undefined ? undefined : secretOf(password)
  if (password !== undefined && secret !== undefined) {
    const held = `provider.${address}.password`
    draft.add('source.secrets', held, { name: held, secret }, password.at)
  }
}

/** Of IOS-XE NETCONF checks a host key, RESTCONF a certificate; the others check certificates. */
function checksOf(body: Body, type: string): 'host key' | 'certificate' {
  if (type !== 'iosxe') return 'certificate'
  const protocol = textOf(valueOf(body, 'protocol'))
  if (protocol !== undefined) return protocol === 'restconf' ? 'certificate' : 'host key'
  return valueOf(body, 'url') === undefined ? 'host key' : 'certificate'
}

function lowerProtocol(transport: Transport, body: Body, type: string): void {
  if (type === 'iosxr') {
    const tls = valueOf(body, 'tls')
    const encrypted = isTrue(body, 'tls', true)
    if (tls?.kind === 'unknown') transport.unknown('protocol', tls.why, tls.at)
    else if (tls !== undefined && encrypted === false) transport.set('protocol', 'grpc', tls.at)
    else if (tls !== undefined && encrypted === true) transport.set('protocol', 'https', tls.at)
    return
  }
  const url = valueOf(body, 'url')
  const text = textOf(url)
  if (url?.kind === 'unknown') transport.unknown('protocol', url.why, url.at)
  else if (url !== undefined && text !== undefined && /^https?:/i.test(text))
    transport.set('protocol', /^https:/i.test(text) ? 'https' : 'http', url.at)
}
