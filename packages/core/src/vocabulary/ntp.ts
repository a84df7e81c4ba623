import { leaf, list } from './declare.ts'

export const ntp = {
  authenticate: leaf<boolean>('Whether time is taken only from those who authenticate'),
  keys: list<{ readonly number: number; readonly algorithm: string }>()(
    'Authentication keys; `algorithm` as written: `md5`, `hmac-sha2-256`',
    {},
  ),
  trustedKeys: list<{ readonly first: number; readonly last: number }>()('Ranges of trusted keys', {}),
  master: leaf<boolean>('Whether the device is a time source by itself'),
  referenceClock: leaf<boolean>('Whether time comes from PTP or a reference clock'),
  simpleServers: list<{ readonly address: string }>()('SNTP servers', {}),
} as const
