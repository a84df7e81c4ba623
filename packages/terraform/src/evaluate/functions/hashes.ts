import { sha256 } from '@breakwater/core'
import { toBase64, utf8 } from './bytes.ts'
import { bytesOfHex, hexOf, md5, sha1, sha512, uuidv5 } from './digests.ts'
import { ofFile } from './files.ts'
import { text } from '../make.ts'
import { strict, type Builtin, type Builtins } from './signature.ts'

type Digest = (value: string) => string

const DIGESTS: Readonly<Record<string, Digest>> = {
  base64sha256: (value) => toBase64(bytesOfHex(sha256(value))),
  base64sha512: (value) => toBase64(sha512(utf8(value))),
  md5: (value) => hexOf(md5(utf8(value))),
  sha1: (value) => hexOf(sha1(utf8(value))),
  sha256,
  sha512: (value) => hexOf(sha512(utf8(value))),
}

function fileName(name: string): string {
  return `file${name}`
}

/** Hashes of texts, and of the texts of files. */
export const hashes: Builtins = {
  ...Object.fromEntries(
    Object.entries(DIGESTS).flatMap(([name, digest]): [string, Builtin][] => [
      [name, strict(['string'], digest)],
      [fileName(name), ofFile((file, { at }) => text(digest(file.text), at))],
    ]),
  ),
  uuidv5: strict(['string', 'string'], uuidv5, 1),
}
