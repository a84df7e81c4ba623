import type { Release, ReleaseScheme, SchemeName } from '../release.ts'
import { asa } from './asa.ts'
import { eos } from './eos.ts'
import { ios } from './ios.ts'
import { iosxe } from './iosxe.ts'
import { iosxr } from './iosxr.ts'
import { junos } from './junos.ts'
import { nxos } from './nxos.ts'
import { panos } from './panos.ts'

/** Every release scheme by its name. */
export const schemes: Readonly<Record<SchemeName, ReleaseScheme>> = { ios, iosxe, iosxr, nxos, eos, junos, asa, panos }

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
