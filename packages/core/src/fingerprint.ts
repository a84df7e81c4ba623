import { sha256 } from './sha256.ts'

/** 32 hexadecimal digits for a finding. `ordinal` tells findings of one rule about one setting apart. */
export function fingerprint(rule: string, device: string, setting: string, ordinal: number): string {
  const name = [rule, device, setting, ...(ordinal === 0 ? [] : [String(ordinal)])].join('\0')
  return sha256(name).slice(0, 32)
}
