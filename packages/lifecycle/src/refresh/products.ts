import type { SchemeName } from '../release.ts'

const allOf = (...platforms: readonly SchemeName[]): readonly SchemeName[] => platforms

/** What the KEV catalogue and CVE records call the products of each platform; the first that matches decides. */
const names: readonly (readonly [RegExp, RegExp, readonly SchemeName[]])[] = [
  [
    /cisco/i,
    /^(Small Business|RV |VPN Routers|.*SD-WAN|.*Management Center|.*Firepower Threat Defense Software$)/i,
    [],
  ],
  [/cisco/i, /Adaptive Security Appliance|\bASA\b/i, allOf('asa')],
  [/cisco/i, /NX-OS/i, allOf('nxos')],
  [/cisco/i, /^(IOS, IOS XR, and IOS XE|IOS, XR, and XE)/i, allOf('ios', 'iosxe', 'iosxr')],
  [/cisco/i, /^(?:Cisco )?IOS(?: Software)? and (?:Cisco )?IOS XE/i, allOf('ios', 'iosxe')],
  [/cisco/i, /IOS[ -]XR/i, allOf('iosxr')],
  [/cisco/i, /IOS[ -]XE/i, allOf('iosxe')],
  [/cisco/i, /^(?:Cisco )?IOS(?: Software)?$/i, allOf('ios')],
  [/cisco/i, /Catalyst 4500/i, allOf('ios', 'iosxe')],
  [/cisco/i, /Catalyst 6800/i, allOf('ios')],
  [/juniper/i, /^Junos OS Evolved/i, []],
  [/juniper/i, /^Junos OS/i, allOf('junos')],
  [/arista/i, /Extensible Operating System|\bEOS\b/i, allOf('eos')],
]

/** Vendors whose products are looked at: one of theirs without a platform is named, that of another vendor is not. */
export const isVendorInScope = (vendor: string): boolean => /^(cisco|juniper|arista)/i.test(vendor)

/** The platforms that a product of a catalogue means; none for products without a release scheme here. */
export const platformsOfProduct = (vendor: string, product: string): readonly SchemeName[] =>
  names.find(([maker, name]) => maker.test(vendor) && name.test(product.trim()))?.[2] ?? []
