import { leaf, list } from './declare.ts'

export const apis = {
  netconf: leaf<boolean>('NETCONF-YANG over SSH, TCP 830'),
  netconfAccessList: leaf<string>('IPv4 access list of NETCONF'),
  netconfAccessList6: leaf<string>('IPv6 access list of NETCONF'),
  restconf: leaf<boolean>('RESTCONF over the TLS web server'),
  restconfAccessList: leaf<string>('IPv4 access list of RESTCONF'),
  restconfAccessList6: leaf<string>('IPv6 access list of RESTCONF'),
  gnmi: leaf<boolean>('gNMI/gNOI service'),
  gnmiInsecureServer: leaf<boolean>('gNMI listener without TLS'),
  gnmiSecureServer: leaf<boolean>('gNMI listener with TLS'),
  wsmaListeners: list<{ readonly name: string }>()('Listener profiles of the web services management agent', {
    transport: leaf<string>('Transport: `http`, `https`, `ssh`, `tls`'),
  }),
} as const
