/** The key of the scheme, published since 1995. */
const KEY = 'dsfd;kfoA,.iyewrkldJKDHSUBsgvca69834ncxv9873254k;fg87'

/**
 * Type 7 is the clear text, XORed with a key that everybody has: two decimal digits say where in the key it begins, two
 * hexadecimal digits stand for each character. Undefined for what no device writes.
 */
export function decodeType7(text: string): string | undefined {
  if (!/^\d\d(?:[\da-f]{2})+$/i.test(text)) return undefined
  const offset = Number(text.slice(0, 2))
  if (offset >= KEY.length) return undefined
  let clear = ''
  for (let at = 2; at < text.length; at += 2) {
    const code = Number.parseInt(text.slice(at, at + 2), 16) ^ KEY.charCodeAt((offset + at / 2 - 1) % KEY.length)
    if (code < 32 || code > 126) return undefined
    clear += String.fromCharCode(code)
  }
  return clear
}
