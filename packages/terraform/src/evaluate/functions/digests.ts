import { once } from '../../once.ts'
import { utf8 } from './bytes.ts'

/** The message with its padding and length, in words of `size` bytes. */
function padded(bytes: Uint8Array, block: number, lengthBytes: number, littleEndian: boolean): DataView {
  const total = Math.ceil((bytes.length + 1 + lengthBytes) / block) * block
  const out = new Uint8Array(total)
  out.set(bytes)
  out[bytes.length] = 0x80
  const view = new DataView(out.buffer)
  view.setBigUint64(littleEndian ? total - lengthBytes : total - 8, BigInt(bytes.length) * 8n, littleEndian)
  return view
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}

const MD5_SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]
const MD5_SINES = Int32Array.from({ length: 64 }, (_, index) => Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32) | 0)

/** MD5 (RFC 1321), as Terraform computes it of texts. No secret depends on it here. */
export function md5(bytes: Uint8Array): Uint8Array {
  const view = padded(bytes, 64, 8, true)
  const state = Int32Array.of(0x67_45_23_01, 0xef_cd_ab_89 | 0, 0x98_ba_dc_fe | 0, 0x10_32_54_76)
  for (let offset = 0; offset < view.byteLength; offset += 64) {
    let [a = 0, b = 0, c = 0, d = 0] = state
    for (let step = 0; step < 64; step++) {
      const round = step >> 4
      const mixed = [(b & c) | (~b & d), (d & b) | (~d & c), b ^ c ^ d, c ^ (b | ~d)][round] ?? 0
      const word = [step, 5 * step + 1, 3 * step + 5, 7 * step][round] ?? 0
      const sum = (a + mixed + (MD5_SINES[step] ?? 0) + view.getInt32(offset + (word % 16) * 4, true)) | 0
      ;[a, d, c] = [d, c, b]
      b = (b + rotate(sum, MD5_SHIFTS[round * 4 + (step % 4)] ?? 0)) | 0
    }
    for (const [index, word] of [a, b, c, d].entries()) state[index] = ((state[index] ?? 0) + word) | 0
  }
  return new Uint8Array(state.buffer)
}

const SHA1_CONSTANTS = [0x5a_82_79_99, 0x6e_d9_eb_a1, 0x8f_1b_bc_dc | 0, 0xca_62_c1_d6 | 0]

/** SHA-1 (FIPS 180-4). */
export function sha1(bytes: Uint8Array): Uint8Array {
  const view = padded(bytes, 64, 8, false)
  const state = [0x67_45_23_01, 0xef_cd_ab_89 | 0, 0x98_ba_dc_fe | 0, 0x10_32_54_76, 0xc3_d2_e1_f0 | 0]
  const words = new Int32Array(80)
  const word = (index: number): number => words[index] ?? 0
  for (let offset = 0; offset < view.byteLength; offset += 64) {
    for (let step = 0; step < 80; step++) {
      words[step] =
        step < 16
          ? view.getInt32(offset + step * 4)
          : rotate(word(step - 3) ^ word(step - 8) ^ word(step - 14) ^ word(step - 16), 1)
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = state
    for (let step = 0; step < 80; step++) {
      const round = Math.floor(step / 20)
      const mixed = round === 0 ? (b & c) | (~b & d) : round === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d
      const sum = (rotate(a, 5) + mixed + e + (SHA1_CONSTANTS[round] ?? 0) + word(step)) | 0
      ;[a, b, c, d, e] = [sum, a, rotate(b, 30), c, d]
    }
    for (const [index, value] of [a, b, c, d, e].entries()) state[index] = ((state[index] ?? 0) + value) | 0
  }
  const out = new DataView(new ArrayBuffer(20))
  for (const [index, value] of state.entries()) out.setInt32(index * 4, value)
  return new Uint8Array(out.buffer)
}

const MASK = (1n << 64n) - 1n

/** The first primes, of whose roots SHA-512 takes its constants. */
function primes(count: number): readonly bigint[] {
  const found: bigint[] = []
  for (let value = 2n; found.length < count; value++)
    if (found.every((prime) => value % prime !== 0n)) found.push(value)
  return found
}

/** The first 64 bits behind the point of a root. */
function rootBits(prime: bigint, power: 2n | 3n): bigint {
  const target = prime << (64n * power)
  let low = 0n
  let high = prime << 64n
  while (low < high) {
    const middle = (low + high + 1n) >> 1n
    if (middle ** power <= target) low = middle
    else high = middle - 1n
  }
  return low & MASK
}

const sha512Constants = once(() => primes(80).map((prime) => rootBits(prime, 3n)))
const sha512Start = once(() => primes(8).map((prime) => rootBits(prime, 2n)))

function turn(word: bigint, by: bigint): bigint {
  return ((word >> by) | (word << (64n - by))) & MASK
}

/** SHA-512 (FIPS 180-4). */
export function sha512(bytes: Uint8Array): Uint8Array {
  const view = padded(bytes, 128, 16, false)
  const state = [...sha512Start()]
  const constants = sha512Constants()
  for (let offset = 0; offset < view.byteLength; offset += 128) {
    const words: bigint[] = []
    for (let step = 0; step < 80; step++) {
      if (step < 16) {
        words.push(view.getBigUint64(offset + step * 8))
        continue
      }
      const early = words[step - 15] ?? 0n
      const late = words[step - 2] ?? 0n
      const first = turn(early, 1n) ^ turn(early, 8n) ^ (early >> 7n)
      const second = turn(late, 19n) ^ turn(late, 61n) ^ (late >> 6n)
      words.push(((words[step - 16] ?? 0n) + first + (words[step - 7] ?? 0n) + second) & MASK)
    }
    let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = state
    for (let step = 0; step < 80; step++) {
      const choice = (e & f) ^ (~e & MASK & g)
      const majority = (a & b) ^ (a & c) ^ (b & c)
      const one =
        h + (turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n)) + choice + (constants[step] ?? 0n) + (words[step] ?? 0n)
      const two = (turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n)) + majority
      ;[a, b, c, d, e, f, g, h] = [(one + two) & MASK, a, b, c, (d + one) & MASK, e, f, g]
    }
    for (const [index, value] of [a, b, c, d, e, f, g, h].entries())
      state[index] = ((state[index] ?? 0n) + value) & MASK
  }
  const out = new DataView(new ArrayBuffer(64))
  for (const [index, value] of state.entries()) out.setBigUint64(index * 8, value)
  return new Uint8Array(out.buffer)
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
  )
}

const NAMESPACES: Readonly<Record<string, string>> = {
  dns: '6ba7b8109dad11d180b400c04fd430c8',
  url: '6ba7b8119dad11d180b400c04fd430c8',
  oid: '6ba7b8129dad11d180b400c04fd430c8',
  x500: '6ba7b8149dad11d180b400c04fd430c8',
}

/** A UUID of version 5 (RFC 9562); undefined for a namespace that is none. */
export function uuidv5(namespace: string, name: string): string | undefined {
  const hex = NAMESPACES[namespace] ?? namespace.replaceAll('-', '').toLowerCase()
  if (!/^[\da-f]{32}$/.test(hex)) return undefined
  const bytes = sha1(Uint8Array.from([...bytesOfHex(hex), ...utf8(name)])).slice(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 15) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 63) | 0x80
  return hexOf(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
