import type { Certificate } from '@breakwater/core'

/** A value of DER: its tag, and where its content is. */
interface Value {
  readonly tag: number
  readonly start: number
  readonly end: number
}

const SEQUENCE = 0x30
const INTEGER = 0x02
const BIT_STRING = 0x03
const OBJECT = 0x06
const UTC_TIME = 0x17
const GENERALIZED_TIME = 0x18
const VERSION = 0xa0

/** Hashes of signature algorithms (RFC 8017, RFC 5758). */
const SIGNATURES: ReadonlyMap<string, string> = new Map([
  ['1.2.840.113549.1.1.2', 'MD2'],
  ['1.2.840.113549.1.1.4', 'MD5'],
  ['1.2.840.113549.1.1.5', 'SHA-1'],
  ['1.2.840.113549.1.1.14', 'SHA-224'],
  ['1.2.840.113549.1.1.11', 'SHA-256'],
  ['1.2.840.113549.1.1.12', 'SHA-384'],
  ['1.2.840.113549.1.1.13', 'SHA-512'],
  ['1.2.840.10045.4.1', 'SHA-1'],
  ['1.2.840.10045.4.3.2', 'SHA-256'],
  ['1.2.840.10045.4.3.3', 'SHA-384'],
  ['1.2.840.10045.4.3.4', 'SHA-512'],
  ['1.2.840.10040.4.3', 'SHA-1'],
])

const RSA = '1.2.840.113549.1.1.1'
const EC = '1.2.840.10045.2.1'

/** Sizes of named curves (RFC 5480). */
const CURVES: ReadonlyMap<string, number> = new Map([
  ['1.2.840.10045.3.1.7', 256],
  ['1.3.132.0.34', 384],
  ['1.3.132.0.35', 521],
])

/**
 * Reads what an X.509 certificate says of itself out of its hexadecimal digits, blanks between them included. Undefined
 * for anything that is no certificate, or only a part of one. Signatures are not verified.
 */
export function readCertificate(hex: string): Certificate | undefined {
  const bytes = bytesOf(hex)
  const certificate = bytes === undefined ? undefined : valueAt(bytes, 0, bytes.length)
  if (bytes === undefined || certificate?.tag !== SEQUENCE) return undefined
  const [body] = valuesIn(bytes, certificate)
  if (body?.tag !== SEQUENCE) return undefined
  const fields = valuesIn(bytes, body)
  // version, serialNumber, signature, issuer, validity, subject, subjectPublicKeyInfo
  const [, signature, issuer, validity, subject, publicKey] = fields[0]?.tag === VERSION ? fields.slice(1) : fields
  if (signature === undefined || issuer === undefined || validity === undefined) return undefined
  if (subject === undefined || publicKey === undefined) return undefined
  const [notBefore, notAfter] = valuesIn(bytes, validity).map((time) => dayOf(bytes, time))
  const key = keyOf(bytes, publicKey)
  if (notBefore === undefined || notAfter === undefined || key === undefined) return undefined
  const [algorithm] = valuesIn(bytes, signature)
  const signatureHash = algorithm === undefined ? undefined : SIGNATURES.get(objectOf(bytes, algorithm))
  return { selfIssued: isSame(bytes, issuer, subject), notBefore, notAfter, signatureHash, key }
}

function bytesOf(hex: string): Uint8Array | undefined {
  const bytes = new Uint8Array(hex.length >> 1)
  let digits = 0
  for (let at = 0; at < hex.length; at++) {
    const code = hex.charCodeAt(at)
    if (code <= 32) continue
    const digit = code <= 57 ? code - 48 : (code | 32) - 87
    if (digit < 0 || digit > 15 || (code > 57 && digit < 10)) return undefined
    bytes[digits >> 1] = ((bytes[digits >> 1] ?? 0) << 4) | digit
    digits++
  }
  return digits === 0 || digits % 2 !== 0 ? undefined : bytes.subarray(0, digits >> 1)
}

/** The value at an offset, which has to end at `end` or before. */
function valueAt(bytes: Uint8Array, at: number, end: number): Value | undefined {
  const tag = bytes[at]
  let length = bytes[at + 1]
  if (tag === undefined || length === undefined || at + 2 > end) return undefined
  let start = at + 2
  if (length >= 0x80) {
    const octets = length & 0x7f
    if (octets === 0 || octets > 4) return undefined
    length = 0
    for (let i = 0; i < octets; i++) length = length * 256 + (bytes[start++] ?? 0)
  }
  return start + length > end ? undefined : { tag, start, end: start + length }
}

/** The values that stand one after another in a constructed value, up to the first that cannot be read. */
function valuesIn(bytes: Uint8Array, around: Value): Value[] {
  const found: Value[] = []
  for (let at = around.start; at < around.end;) {
    const value = valueAt(bytes, at, around.end)
    if (value === undefined) break
    found.push(value)
    at = value.end
  }
  return found
}

function objectOf(bytes: Uint8Array, { tag, start, end }: Value): string {
  if (tag !== OBJECT) return ''
  const first = bytes[start] ?? 0
  const arcs = [Math.min(Math.floor(first / 40), 2)]
  arcs.push(first - (arcs[0] ?? 0) * 40)
  let arc = 0
  for (let at = start + 1; at < end; at++) {
    const byte = bytes[at] ?? 0
    arc = arc * 128 + (byte & 0x7f)
    if (byte >= 0x80) continue
    arcs.push(arc)
    arc = 0
  }
  return arcs.join('.')
}

/** Two digits of a year below 50 are of this century (RFC 5280). */
function dayOf(bytes: Uint8Array, { tag, start, end }: Value): string | undefined {
  if (tag !== UTC_TIME && tag !== GENERALIZED_TIME) return undefined
  const text = String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 20)))
  const digits = tag === GENERALIZED_TIME ? text : `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}`
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})\d{4}/.exec(digits) ?? []
  return year === undefined ? undefined : `${year}-${month}-${day}`
}

function keyOf(bytes: Uint8Array, info: Value): Certificate['key'] | undefined {
  const [algorithm, key] = valuesIn(bytes, info)
  if (algorithm?.tag !== SEQUENCE || key?.tag !== BIT_STRING) return undefined
  const [identifier, parameters] = valuesIn(bytes, algorithm)
  if (identifier === undefined) return undefined
  switch (objectOf(bytes, identifier)) {
    case RSA: {
      // The bit string begins with the number of unused bits, 0.
      const pair = valueAt(bytes, key.start + 1, key.end)
      const modulus = pair === undefined ? undefined : valuesIn(bytes, pair)[0]
      return { algorithm: 'RSA', bits: modulus?.tag === INTEGER ? bitsOf(bytes, modulus) : undefined }
    }
    case EC:
      return { algorithm: 'EC', bits: parameters === undefined ? undefined : CURVES.get(objectOf(bytes, parameters)) }
    default:
      return { algorithm: 'other', bits: undefined }
  }
}

/** Bits of a positive integer, leading zeros left out. */
function bitsOf(bytes: Uint8Array, { start, end }: Value): number {
  let at = start
  while (at < end - 1 && bytes[at] === 0) at++
  return (end - at) * 8 - (Math.clz32(bytes[at] ?? 0) - 24)
}

function isSame(bytes: Uint8Array, one: Value, other: Value): boolean {
  if (one.end - one.start !== other.end - other.start) return false
  for (let at = 0; at < one.end - one.start; at++) if (bytes[one.start + at] !== bytes[other.start + at]) return false
  return true
}
