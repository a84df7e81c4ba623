import { leaf, list } from './declare.ts'

export const ssh = {
  configured: leaf<boolean>('Whether any `ip ssh` command is written'),
  /** 1.99 is both versions. */
  version: leaf<1 | 2 | 1.99>('SSH version accepted; 1.99 is both'),
  timeout: leaf<number>('Time for authentication, in seconds'),
  authenticationRetries: leaf<number>('Authentication tries'),
  dhMinSize: leaf<number>('Smallest Diffie-Hellman group accepted, in bits'),
  serverKeyExchange: leaf<readonly string[]>('Key exchange algorithms that the server offers'),
  serverCiphers: leaf<readonly string[]>('Ciphers that the server offers'),
  serverMacs: leaf<readonly string[]>('Message authentication codes that the server offers'),
  serverHostKeys: leaf<readonly string[]>('Host key algorithms that the server offers'),
  serverAuthentication: leaf<readonly string[]>(
    'User authentication methods that the server offers: `publickey`, `keyboard`, `password`',
  ),
  userTrustpoint: leaf<string>('Trustpoint that verifies the X.509 certificates of users'),
  rsaKeypair: leaf<string>('Label of the RSA key pair of the server'),
  port: leaf<number>('TCP port in place of 22'),
  rotaryPorts: list<{ readonly port: number; readonly first: number; readonly last: number }>()(
    'TCP ports in place of 22, each with the rotary groups of the lines that it reaches',
    {},
  ),
  sourceInterface: leaf<string>('Source interface of outbound sessions'),
  generatedKeys: list<{
    readonly algorithm: 'rsa' | 'ec'
    readonly label: string | undefined
    readonly bits: number | undefined
  }>()('Keys that a script generates (`crypto key generate`)', {}),
  authorizedKeys: list<{
    readonly user: string
    /** As the device prints it; undefined where the key itself stands. */
    readonly hash: string | undefined
  }>()('Public keys enrolled for users', {}),
} as const
