import type { OrderedScheme, Release, ReleaseScheme, SchemeName } from '../release.ts'
import { asa } from './asa.ts'
import { eos } from './eos.ts'
import { ios } from './ios.ts'
import { iosxe } from './iosxe.ts'
import { iosxr } from './iosxr.ts'
import { junos } from './junos.ts'
import { nxos } from './nxos.ts'
import { panos } from './panos.ts'

const withTexts = (scheme: OrderedScheme): ReleaseScheme => {
  const read = (release: Release | string): Release | undefined =>
    typeof release === 'string' ? scheme.parse(release) : release
  return {
    ...scheme,
    compare: (a, b) => {
      const [one, other] = [read(a), read(b)]
      return one === undefined || other === undefined ? undefined : scheme.compare(one, other)
    },
  }
}

/** Every release scheme by its name: `schemes.iosxe.compare('17.9.4', '17.9.4a')` is -1. */
export const schemes: Readonly<Record<SchemeName, ReleaseScheme>> = {
  ios: withTexts(ios),
  iosxe: withTexts(iosxe),
  iosxr: withTexts(iosxr),
  nxos: withTexts(nxos),
  eos: withTexts(eos),
  junos: withTexts(junos),
  asa: withTexts(asa),
  panos: withTexts(panos),
}

/** The release that a text names under one scheme; `undefined` for a bare train and for anything else. */
export const parseRelease = (scheme: SchemeName, text: string): Release | undefined => schemes[scheme].parse(text)

/** -1, 0 or 1; `undefined` for two schemes, and for trains that have no order between them. */
export const compareReleases = (a: Release, b: Release): -1 | 0 | 1 | undefined =>
  a.scheme === b.scheme ? schemes[a.scheme].compare(a, b) : undefined

/** Whether a release is the named one or a later; `undefined` where the two have no order. */
export const atLeast = (release: Release, text: string): boolean | undefined => {
  const bound = schemes[release.scheme].parse(text)
  const order = bound === undefined ? undefined : compareReleases(release, bound)
  return order === undefined ? undefined : order >= 0
}
