import { leaf, list } from './declare.ts'

export const ldp = {
  autoconfig: leaf<boolean>('Whether a routing process switches LDP on'),
  process: leaf<boolean>('Whether a global command of LDP is there'),
  protocol: leaf<'ldp' | 'tdp'>('Label distribution protocol of interfaces'),
  passwordRequired: leaf<string>('Sessions without a password are refused: `all`, or an access list of neighbours'),
  passwordFallback: leaf<boolean>('Password for neighbours that have no other'),
  passwordOptions: leaf<readonly string[]>('Access lists of neighbours for which a password is given'),
  neighbors: list<{ readonly address: string; readonly vrf: string | undefined }>()('Neighbours of LDP', {
    targeted: leaf<boolean>('Whether a targeted session is opened'),
    password: leaf<boolean>('Whether a password is given'),
  }),
} as const
