import { leaf, list } from './declare.ts'

export const system = {
  hostname: leaf<string>('Host name'),
  domainName: leaf<string>('Domain name'),
  banners: list<{ readonly kind: string; readonly text: string }>()(
    'Banners; the key is `login`, `motd`, `exec`, `incoming`',
    {},
  ),
} as const
