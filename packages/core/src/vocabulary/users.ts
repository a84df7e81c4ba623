import type { Secret } from '../secret.ts'
import { leaf, list } from './declare.ts'

export const users = list<{ readonly name: string }>()('Local users; lines about one user are merged', {
  privilege: leaf<number>('Privilege level, 0 to 15'),
  /** The command that gave the credential: `password` is reversible, `secret` is hashed. */
  credentialForm: leaf<'secret' | 'password' | 'nopassword'>('How the credential is given'),
  credential: leaf<Secret>('Password or hash'),
  view: leaf<string>('Parser view'),
  attributeList: leaf<string>('AAA attribute list: an account for dial-in, VPN and the like'),
  autocommand: leaf<string>('Whether a command runs at login, and the session ends with it: its first word'),
  type: leaf<string>('Kind of account, such as `lobby-admin` or `network-user`'),
  commonCriteriaPolicy: leaf<string>('Password policy of the user'),
})

export const enable = {
  secret: leaf<Secret>('Enable secret of level 15'),
  password: leaf<Secret>('Enable password of level 15'),
} as const
