import type { Secret } from '../secret.ts'
import { leaf, list } from './declare.ts'

export const aaa = {
  newModel: leaf<boolean>('Whether AAA is on'),
  methodLists: list<{
    /** `authentication login`, `authentication enable`, `authorization exec`, `authorization commands 15`, `accounting exec`, … */
    readonly service: string
    readonly name: string
    /** In order: `group tacacs+`, `local`, `enable`, `none`, … */
    readonly methods: readonly string[]
    /** Of accounting: `start-stop`, `stop-only`, `wait-start`, `none`. */
    readonly record: string | undefined
  }>()('Method lists; the key is service and name', {}),
  authorizeConfigCommands: leaf<boolean>('Whether commands of the configuration modes are authorized too'),
  authorizeConsole: leaf<boolean>('Whether authorization holds on the console too'),
  localAttempts: leaf<number>('Failed logins after which a local account is locked'),
  groups: list<{ readonly name: string; readonly protocol: 'tacacs+' | 'radius' | 'ldap' }>()('Server groups', {
    servers: leaf<readonly string[]>('Servers, by name or address'),
    vrf: leaf<string>('VRF of the group'),
    sourceInterface: leaf<string>('Source interface of the group'),
  }),
  servers: list<{
    readonly name: string
    readonly protocol: 'tacacs+' | 'radius'
    /** The group whose own it is (`server-private`). */
    readonly group: string | undefined
  }>()('TACACS+ and RADIUS servers; the key is protocol, name and the group whose own it is', {
    address: leaf<string>('Address or name'),
    sharedKey: leaf<Secret>('Shared key'),
    tls: leaf<boolean>('Carried over TLS'),
  }),
  tacacsKey: leaf<Secret>('Global TACACS+ key'),
  radiusKey: leaf<Secret>('Global RADIUS key'),
  tacacsSourceInterface: leaf<string>('Source interface of TACACS+'),
  radiusSourceInterface: leaf<string>('Source interface of RADIUS'),
  commonCriteriaPolicies: list<{ readonly name: string }>()('Password policies', {
    minLength: leaf<number>('Characters at the least'),
  }),
  commandPrivileges: list<{
    /** `exec`, `configure`, `interface`, … */
    readonly mode: string
    readonly level: number
    /** Whether commands that begin so are meant too. */
    readonly all: boolean
    readonly command: string
  }>()('Commands whose privilege level is changed', {}),
  /** Of interfaces and templates, all together: a peer that answers CHAP needs a password that can be read back. */
  pppAuthentication: leaf<readonly string[]>(
    'PPP authentication that some interface asks for: `chap`, `pap`, `ms-chap`, …',
  ),
} as const
