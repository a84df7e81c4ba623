import type { Box } from './evidence.ts'
import type { SchemeName } from './release.ts'
import { parseRelease } from './schemes/index.ts'

/** What the name of a boot image tells. */
export interface ImageName {
  readonly scheme: SchemeName
  /** The release as the scheme writes it: `15.7(3)M8`, `17.09.04a`, `9.3(8)`. */
  readonly release: string
  readonly box?: Box
  /** The bare file name. */
  readonly file: string
}

const boxes: readonly (readonly [RegExp, Box])[] = [
  [/^(vios|csr1000v|c8000v|iosv|i86bi|cEOS|vEOS|nxosv|titanium)/i, 'virtual'],
  [
    /^(c29(00|35|4\d|5\d|6\d|7\d|18|28)(?!1?-univ)|c3[567](50|60|00)xl|c3[57]50|c3560|c2900xl|c3500xl|c1000-)/i,
    'switch',
  ],
  [/^(cat|s\d{4}|s2t|c6sup|c6k|ie\d|ies|cgs|me3400|me360x|cbs|nxos|n\d000|n7700|m9\d00|aci-)/i, 'switch'],
  [/^(asa|pix)/i, 'firewall'],
  [/^(c(?!98)\d|isr|asr|ir\d|c1100|c8\d{3}|ubr|gsr|rsp|ncs|hfr|as5|vg)/i, 'router'],
]

const boxOf = (file: string): Box | undefined => boxes.find(([pattern]) => pattern.test(file))?.[1]

// 15.7(3)M8 is written 157-3.M8, and 12.4(25d) 124-25d
const iosNumber = /[.](\d{2})(\d)-(\d+[a-z]?)(?:\.([A-Z]+\d*[a-z]?))?(?=[.-]|$)/
// cat9k_iosxe.17.09.04a.SPA.bin; asr1000rp2-adventerprisek9.03.16.04b.S.155-3.S4b-ext.SPA.bin
const iosxeNumber = /[.](\d{2}\.\d{2}\.\d{2}[a-z]{0,2}\d*)(?:\.(SP|SE|SG|SQ|S|E|XO))?(?=[.-]|$)/
// nxos.9.3.8.bin, nxos64-cs.10.4.5.M.bin, n5000-uk9.7.3.13.N1.1.bin, n9000-dk9.6.1.2.I3.1.bin
const nxosName = /^(?:nxos|n[3-9]\d00|titanium|aci-n9000|m9\d00)[\w-]*\./
const nxosNumber = /^(\d+)\.(\d+)\.(\d+[a-z]?)(?:\.([A-Z]{1,2}\d*)\.(\d+(?:\.\d+)?[a-z]?))?(?:\.([A-Z]))?(?:\.\w+)*$/
const eosNumber = /^c?EOS(?:64|-lab)?-(\d+\.\d+\.\d+\S*?)\.(?:swi|tar)/i
// asa9-12-4-67-smp-k8.bin, and before 9.2 asa917-smp-k8.bin
const asaNumber = /^asa(?:(\d+)-(\d+)-(\d+)(?:-(\d+))?|(\d)(\d)(\d))-/
const iosxrNumber = /^(?:asr9k|hfr|c12k|ncs\w*|xrv\w*|8000)[\w-]*?-(\d+\.\d+\.\d+)/
const junosNumber = /^j.*?-(\d+\.\d+[RX][\w.-]*?)(?:-(?:domestic|export|limited|signed)|\.tgz|$)/

const candidates = (file: string): readonly (readonly [SchemeName, string])[] => {
  const xe = iosxeNumber.exec(file)
  if (xe !== null) return [['iosxe', `${xe[1]}${xe[2] === undefined ? '' : `.${xe[2]}`}`]]
  const nexus = nxosName.test(file) ? nxosNumber.exec(file.replace(nxosName, '')) : null
  if (nexus !== null) {
    const [, major, minor, maintenance, platformTrain, inner, phase = ''] = nexus
    const rest = platformTrain === undefined ? phase : `${platformTrain}(${inner})`
    return [['nxos', `${major}.${minor}(${maintenance})${rest}`]]
  }
  const arista = eosNumber.exec(file)
  if (arista !== null) return [['eos', arista[1] ?? '']]
  const firewall = asaNumber.exec(file)
  if (firewall !== null) {
    const [, a, b, c, interim = '', oldA, oldB, oldC] = firewall
    return [['asa', `${a ?? oldA}.${b ?? oldB}(${c ?? oldC})${interim}`]]
  }
  const router = iosxrNumber.exec(file)
  if (router !== null) return [['iosxr', router[1] ?? '']]
  const juniper = junosNumber.exec(file)
  if (juniper !== null) return [['junos', juniper[1] ?? '']]
  const classic = iosNumber.exec(file)
  return classic === null ? [] : [['ios', `${classic[1]}.${classic[2]}(${classic[3]})${classic[4] ?? ''}`]]
}

/**
 * What a boot image's name tells, with or without its path. `packages.conf` and names without a version are
 * `undefined`.
 */
export const readImageName = (path: string): ImageName | undefined => {
  const file = path.trim().replace(/^.*[:/]/, '')
  for (const [scheme, release] of candidates(file)) {
    const box = boxOf(file)
    if (parseRelease(scheme, release) === undefined) continue
    return { scheme, release, file, ...(box === undefined ? {} : { box }) }
  }
  return undefined
}
