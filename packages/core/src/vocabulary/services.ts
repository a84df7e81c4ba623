import { leaf, list } from './declare.ts'

export const services = {
  smartInstall: leaf<'off' | 'client' | 'director'>('Smart Install (vstack)'),
  passwordEncryption: leaf<boolean>('Weak encryption (type 7) of reversible passwords'),
  aesEncryption: leaf<boolean>('AES encryption (type 6) of reversible keys'),
  minPasswordLength: leaf<number>('Characters of new passwords at the least'),
  cdp: leaf<boolean>('CDP, globally'),
  lldp: leaf<boolean>('LLDP, globally'),
  tcpSmallServers: leaf<boolean>('TCP small servers: echo, discard, chargen'),
  udpSmallServers: leaf<boolean>('UDP small servers'),
  finger: leaf<boolean>('Finger server'),
  identd: leaf<boolean>('Identification server'),
  bootp: leaf<boolean>('BOOTP server'),
  pad: leaf<boolean>('X.25 packet assembler'),
  remoteShell: leaf<boolean>('rsh server'),
  remoteCopy: leaf<boolean>('rcp server'),
  dnsServer: leaf<boolean>('DNS server'),
  sourceRouting: leaf<boolean>('Forwarding of source-routed IPv4 packets'),
  ftpServer: leaf<boolean>('FTP server'),
  configAutoload: leaf<boolean>('Loading of configuration from the network'),
  autoloads: list<{
    /** `boot network`, `boot host`, `cns`, or `pnp` for onboarding without TLS. */
    readonly kind: 'boot network' | 'boot host' | 'cns' | 'pnp'
  }>()('Sources of configuration on the network; the key is the command, without passwords', {}),
  internalCommands: leaf<boolean>('Internal commands of the developers (`service internal`)'),
  platformShell: leaf<boolean>('Shell of the operating system below'),
  insecureMode: leaf<boolean>('Restricted, insecure features may be used (IOS-XE 26.1 and later)'),
  tcpKeepalivesIn: leaf<boolean>('TCP keepalives of sessions to the device'),
  tcpKeepalivesOut: leaf<boolean>('TCP keepalives of sessions from the device'),
  iox: leaf<boolean>('Application hosting infrastructure'),
  guestshellEnable: leaf<boolean>('An action of an event manager applet enables Guest Shell'),
  tftpFiles: list<{ readonly file: string }>()('Files offered by TFTP', { accessList: leaf<string>('Access list') }),
  hostedApplications: list<{ readonly name: string }>()('Hosted applications (app-hosting, virtual-service)', {}),
} as const
