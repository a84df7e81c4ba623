import { leaf, list } from './declare.ts'

export const system = {
  hostname: leaf<string>('Host name'),
  domainName: leaf<string>('Domain name'),
  filePrivilege: leaf<number>('Privilege level for the commands of the file system'),
  banners: list<{ readonly kind: string; readonly text: string }>()(
    'Banners; the key is `login`, `motd`, `exec`, `incoming`',
    {},
  ),
  bootImages: list<{
    /** `tftp`, `ftp`, `flash`, …, as written. */
    readonly from: string
    /** Whether it lies on the device; undefined where the line does not tell. */
    readonly local: boolean | undefined
    /** The command without credentials. */
    readonly command: string
  }>()('Images that the device tries in their order when it starts', {}),
  verifyImages: leaf<boolean>('Whether images are verified when they are copied and loaded'),
} as const
