import type { Box, Evidence, EvidenceSource } from './evidence.ts'
import { readImageName } from './image-name.ts'
import { type Line, linesOf } from './lines.ts'
import type { SchemeName } from './release.ts'
import { parseRelease } from './schemes/index.ts'

type Reading = Pick<Evidence, 'what' | 'scheme'> & { readonly box?: Box }

interface LineRule {
  /** Group 1 is the value. */
  readonly pattern: RegExp
  readonly reads: Reading | 'image' | 'ios'
}

const release = (scheme: SchemeName): Reading => ({ what: 'release', scheme })
const hardware: Reading = { what: 'hardware', scheme: undefined }

/**
 * Lines of `show version`; RANCID and Oxidized keep the same lines as comments, RANCID with words of its own in front.
 * The first that matches reads the line.
 */
const rules: readonly LineRule[] = [
  { pattern: /^Cisco IOS XR Software, Version (\d+\.\d+\.\d+[^\s[,]*(?: LNT)?)/, reads: release('iosxr') },
  { pattern: /^(?:Image: )?Cisco IOS XE Software, Version (\d\S+)/, reads: release('iosxe') },
  { pattern: /^IOS XE Version:\s*(\d\S+)/, reads: release('iosxe') },
  { pattern: /^Image:(?: Slave:)?\s*Software:\s*[\w-]+,\s*([^\s,]+)/, reads: 'ios' },
  { pattern: /^(?:Image: )?(?:Cisco )?(?:IOS(?! XR)|Internetwork Operating).*?Version ([^\s,]+)/, reads: 'ios' },
  { pattern: /^System image file is "([^"]+)"/, reads: 'image' },
  { pattern: /^Image:(?: Slave:| booted)?\s+(\S+\.(?:bin|SPA|conf|swi)|\S+:\S+)/, reads: 'image' },
  { pattern: /^(?:Software:\s*)?\s*(?:NXOS|system):\s+version ([^\s[]+)/, reads: release('nxos') },
  { pattern: /^\s*(?:NXOS|system) image file is:\s+(\S+)/, reads: 'image' },
  { pattern: /^Software image version: (\S+)/, reads: release('eos') },
  {
    pattern: /^(?:Junos|JUNOS Software Release|JUNOS Base OS boot|JUNOS EX\s+Software Suite):? \[?([^\s\]]+)/,
    reads: release('junos'),
  },
  { pattern: /^Cisco Adaptive Security Appliance Software Version (\S+)/, reads: release('asa') },
  {
    pattern: /^\s*cisco (?:Nexus\d*(?=\s+C?\d)\s*)?((?:Nexus ?)?[\w/-]+?) (?:[Cc]hassis|\("supervisor)/,
    reads: hardware,
  },
  { pattern: /^[Cc]isco (IOS-XRv 9000|\S+) .*?(?:processor|with\s+\d+K)/, reads: hardware },
  { pattern: /^Model [Nn]umber\s*:\s*(\S+)/, reads: hardware },
  { pattern: /^Arista (\S+)\s*$/, reads: hardware },
  { pattern: /^Model: (\S+)/, reads: hardware },
  { pattern: /^Chassis type:(?: Slave:)?\s*((?:Nexus )?[^\s,]+)/, reads: hardware },
  { pattern: /^sw-version: (\S+)/, reads: release('panos') },
  { pattern: /^model: (PA-\S+)/, reads: hardware },
  { pattern: /^: ?Hardware:\s+(ASA\w+|FPR\S+)/, reads: { ...hardware, box: 'firewall' } },
  { pattern: /^Hardware:\s+(ASA\w+|FPR[\w-]+)/, reads: { ...hardware, box: 'firewall' } },
]

// RANCID calls a Nexus a router.
const boxOfChassis = (line: string): Box | undefined => {
  const [, kind] = /^Chassis type:(?! Nexus).* - an? .*?(router|switch)/.exec(line) ?? []
  return kind === 'router' || kind === 'switch' ? kind : undefined
}

// An IOS XE 3.x image names its IOS number too; the IOS XE number is the one that sources speak of.
const schemeOfIosVersion = (value: string): SchemeName | undefined => {
  if (parseRelease('iosxe', value) !== undefined) return 'iosxe'
  return parseRelease('ios', value) === undefined ? undefined : 'ios'
}

const evidenceOf = (
  rule: LineRule,
  value: string,
  line: string,
): Omit<Evidence, 'start' | 'end' | 'source'> | undefined => {
  if (rule.reads === 'image') {
    const image = readImageName(value)
    if (image === undefined) return undefined
    const { scheme, release: named, box, file } = image
    return { what: 'release', value: named, scheme, image: file, ...(box === undefined ? {} : { box }) }
  }
  if (rule.reads === 'ios') {
    const scheme = schemeOfIosVersion(value)
    return scheme === undefined ? undefined : { what: 'release', value, scheme }
  }
  const { scheme } = rule.reads
  if (scheme !== undefined && parseRelease(scheme, value) === undefined) return undefined
  const box = boxOfChassis(line)
  return { value, ...rule.reads, ...(box === undefined ? {} : { box }) }
}

/** What one line of `show version` says, `offset` being that of the line in the text. */
export const readVersionLine = (line: string, offset: number, source: EvidenceSource): Evidence | undefined => {
  for (const rule of rules) {
    const match = rule.pattern.exec(line)
    const value = match?.[1]
    if (match === null || value === undefined) continue
    const read = evidenceOf(rule, value, line)
    if (read === undefined) return undefined
    const start = offset + match.index + match[0].indexOf(value)
    return { ...read, source: rule.reads === 'image' ? 'image-name' : source, start, end: start + value.length }
  }
  return undefined
}

/** The IOS number of an IOS XE 3.x box says nothing that its IOS XE number does not. */
export const withoutIosNumbersOfXe = (evidence: readonly Evidence[]): Evidence[] =>
  evidence.some(({ what, scheme }) => what === 'release' && scheme === 'iosxe')
    ? evidence.filter(({ what, scheme }) => what !== 'release' || scheme !== 'ios')
    : [...evidence]

const isVersionLine = ({ text }: Line): boolean => text.length > 0 && text.length < 400

/** What the output of `show version` says of the release and the hardware, in the order of the text. */
export const readShowVersion = (text: string): Evidence[] => {
  const evidence = [...linesOf(text)]
    .filter(isVersionLine)
    .map(({ text: line, start }) => {
      const written = line.trimStart()
      return readVersionLine(written, start + line.length - written.length, 'show-version')
    })
    .filter((read) => read !== undefined)
  return withoutIosNumbersOfXe(evidence)
}
