import { collections } from './collections.ts'
import { encodings } from './encoding.ts'
import { files } from './files.ts'
import { networks } from './network.ts'
import { numbers } from './numbers.ts'
import { regexes } from './regex.ts'
import { sets } from './sets.ts'
import type { Builtins } from './signature.ts'
import { strings } from './strings.ts'
import { types } from './types.ts'

/** The functions that are computed. */
export const builtins: Builtins = {
  ...collections,
  ...encodings,
  ...files,
  ...networks,
  ...numbers,
  ...regexes,
  ...sets,
  ...strings,
  ...types,
}

/** Functions of Terraform whose results nobody knows before it runs, or that are not computed here. */
export const unknownFunctions: ReadonlySet<string> = new Set([
  'abspath',
  'base64gzip',
  'base64sha512',
  'bcrypt',
  'filebase64sha256',
  'filebase64sha512',
  'filemd5',
  'filesha1',
  'filesha512',
  'formatdate',
  'md5',
  'pathexpand',
  'plantimestamp',
  'rsadecrypt',
  'sha1',
  'sha512',
  'timeadd',
  'timecmp',
  'timestamp',
  'uuid',
  'uuidv5',
  'yamlencode',
])
