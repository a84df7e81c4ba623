import { leaf } from './declare.ts'

export const http = {
  server: leaf<boolean>('Cleartext web server'),
  secureServer: leaf<boolean>('Web server over TLS'),
  accessClass: leaf<string>('IPv4 access list of the web servers'),
  accessClass6: leaf<string>('IPv6 access list of the web servers'),
  authentication: leaf<string>('Who authenticates: `local`, `aaa`, `enable`, `tacacs`'),
  activeSessionModules: leaf<string>('Modules that the cleartext server serves: `all`, `none` or a list'),
  secureActiveSessionModules: leaf<string>('Modules that the TLS server serves: `all`, `none` or a list'),
  maxConnections: leaf<number>('Connections at the most'),
  tlsVersion: leaf<string>('The least TLS version: `TLSv1.2`'),
  ciphersuites: leaf<readonly string[]>('Cipher suites of the TLS server'),
  clientCiphersuites: leaf<readonly string[]>('Cipher suites of the TLS client'),
  secureTrustpoint: leaf<string>('Trustpoint whose certificate the TLS server shows'),
  port: leaf<number>('TCP port in place of 80'),
  securePort: leaf<number>('TCP port in place of 443'),
} as const
