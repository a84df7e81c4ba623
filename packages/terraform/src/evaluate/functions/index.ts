import { collections } from './collections.ts'
import { encodings } from './encoding.ts'
import { files } from './files.ts'
import { hashes } from './hashes.ts'
import { maps } from './maps.ts'
import { networks } from './network.ts'
import { numbers } from './numbers.ts'
import { regexes } from './regex.ts'
import { sets } from './sets.ts'
import type { Builtins } from './signature.ts'
import { strings } from './strings.ts'
import { times } from './time.ts'
import { types } from './types.ts'

/** The functions that are computed. */
export const builtins: Builtins = {
  ...collections,
  ...encodings,
  ...files,
  ...hashes,
  ...maps,
  ...networks,
  ...numbers,
  ...regexes,
  ...sets,
  ...strings,
  ...times,
  ...types,
}

/** Functions of Terraform whose results nobody knows before it runs, or that are not computed here. */
export const unknownFunctions: ReadonlySet<string> = new Set([
  'abspath',
  'base64gzip',
  'bcrypt',
  'pathexpand',
  'plantimestamp',
  'rsadecrypt',
  'timestamp',
  'uuid',
  'yamlencode',
])
