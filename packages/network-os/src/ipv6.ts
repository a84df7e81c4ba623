/** Reads `2001:db8::/32`; undefined for anything else. The address is a number of 128 bits, its free bits zero. */
export function ipv6Prefix(text: string): { address: bigint; length: number } | undefined {
  const [written = '', bits] = text.split('/')
  if (bits === undefined || !/^\d{1,3}$/.test(bits) || Number(bits) > 128) return undefined
  const address = ipv6(written)
  if (address === undefined) return undefined
  const length = Number(bits)
  const free = BigInt(128 - length)
  return { address: (address >> free) << free, length }
}

function ipv6(text: string): bigint | undefined {
  const halves = text.toLowerCase().split('::')
  if (halves.length > 2 || text === '') return undefined
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - (head?.length ?? 0) - (tail?.length ?? 0)
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined
  const groups = [...(head ?? []), ...Array<string>(halves.length === 2 ? missing : 0).fill('0'), ...(tail ?? [])]
  let address = 0n
  for (const group of groups) {
    if (!/^[0-9a-f]{1,4}$/.test(group)) return undefined
    address = (address << 16n) | BigInt(Number.parseInt(group, 16))
  }
  return address
}
