import { piecesOf, text } from '../make.ts'
import { fromBase64, isUtf8, toBase64, utf8, utf8Text } from './bytes.ts'
import { printJson, readJson } from './json.ts'
import { strict, withKnown, type Builtin, type Builtins } from './signature.ts'
import { readYaml } from './yaml.ts'
import { readCsv } from './csv.ts'

/** A function that reads data from a text, with places in the file where the text is that file's own. */
function decoder(read: typeof readJson): Builtin {
  return (args, { at }) =>
    withKnown(args, at, ([value]) => {
      if (value?.kind !== 'string') return undefined
      const [piece, ...others] = piecesOf(value)
      const isWhole = others.length === 0 && piece?.kind === 'text' && piece.verbatim
      return read(value.value, value.at.span.file, isWhole ? piece.at.span.start : undefined, value)
    })
}

const jsonencode: Builtin = (args, { at }) =>
  withKnown(args, at, ([value]) => {
    const json = value === undefined ? undefined : printJson(value)
    return json === undefined ? undefined : text(json, at)
  })

function urlencode(value: string): string {
  const escaped = encodeURIComponent(utf8Text(utf8(value)))
  return escaped
    .replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
}

function decoded(value: string): string | undefined {
  const bytes = fromBase64(value)
  return bytes === undefined || !isUtf8(bytes) ? undefined : utf8Text(bytes)
}

const isUtf8Name = (name: string): boolean => /^utf-?8$/i.test(name)

/** Encodings. */
export const encodings: Builtins = {
  base64decode: strict(['string'], decoded),
  base64encode: strict(['string'], (value) => toBase64(utf8(value))),
  csvdecode: (args, call) =>
    withKnown(args, call.at, ([value]) => (value?.kind === 'string' ? readCsv(value) : undefined)),
  jsondecode: decoder(readJson),
  jsonencode,
  textdecodebase64: strict(['string', 'string'], (value, name) => (isUtf8Name(name) ? decoded(value) : undefined)),
  textencodebase64: strict(['string', 'string'], (value, name) =>
    isUtf8Name(name) ? toBase64(utf8(value)) : undefined,
  ),
  urlencode: strict(['string'], urlencode),
  yamldecode: decoder(readYaml),
}
