import { originAt } from '@breakwater/core'
import type { Lowering } from '../../../commands/lowering.ts'
import type { CommandTable } from '../../../commands/row.ts'
import { LineKind } from '../../../syntax/lines.ts'
import { lineText } from '../../../syntax/view.ts'

/** Beginnings of commands that put a feature to use, wherever they stand. */
const BEGINNINGS: readonly (readonly [start: string, rest: RegExp, features: readonly string[]])[] = [
  ['address-family l2vpn evpn', /^(?:\s|$)/, ['evpn']],
  ['autonomic', /^(?:\s|$)/, ['autonomic']],
  ['bfd interval ', /^/, ['bfd']],
  ['bfd-template ', /^/, ['bfd']],
  ['cip enable', /^$/, ['cip']],
  ['crypto gdoi group ', /^/, ['gdoi']],
  ['crypto gkm group ', /^/, ['gdoi']],
  ['crypto ikev2 ', /^(?:profile|policy|proposal|keyring)\s/, ['ike']],
  ['crypto isakmp policy ', /^/, ['ike', 'ikev1']],
  ['crypto isakmp ', /^(?:key|profile)\s/, ['ikev1']],
  ['crypto map ', /^/, ['crypto-map']],
  ['ip dhcp relay information option', /^/, ['dhcp-option-82', 'dhcp-relay']],
  ['ip dhcp relay ', /^/, ['dhcp-relay']],
  ['ip dhcp snooping information option', /^/, ['dhcp-option-82']],
  ['ip helper-address ', /^/, ['dhcp-relay']],
  ['ip nat inside', /^/, ['nat']],
  ['ip nat outside', /^/, ['nat']],
  ['l2 vfi ', /^/, ['l2vpn-vfi']],
  ['l2vpn vfi ', /^/, ['l2vpn-vfi']],
  ['login block-for ', /^/, ['login-block']],
]

const byFirst = new Map<number, (typeof BEGINNINGS)[number][]>()
for (const entry of BEGINNINGS) {
  const first = entry[0].charCodeAt(0)
  byFirst.set(first, [...(byFirst.get(first) ?? []), entry])
}

function readFeatures(to: Lowering): void {
  const { table, draft, file } = to
  const { kind, body, text } = table
  for (let line = 0; line < table.count; line++) {
    if (kind[line] !== LineKind.command) continue
    const start = body[line] ?? 0
    for (const [beginning, rest, features] of byFirst.get(text.charCodeAt(start)) ?? []) {
      if (!text.startsWith(beginning, start)) continue
      const written = lineText(table, line)
      if (!rest.test(written.slice(beginning.length))) continue
      for (const name of features) draft.add('features', name, { name }, originAt(file, start, start + written.length))
    }
  }
}

/** Features that known exploited vulnerabilities need, and no setting of their own tells. */
export const features: CommandTable = { rows: {}, finish: readFeatures }
