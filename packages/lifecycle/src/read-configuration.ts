import type { Evidence } from './evidence.ts'
import { readImageName } from './image-name.ts'
import { type Line, linesOf } from './lines.ts'
import { readHeaders } from './read-headers.ts'
import type { SchemeName } from './release.ts'
import { parseRelease } from './schemes/index.ts'

const place = (line: Line, value: string): { readonly start: number; readonly end: number } => {
  const start = line.start + line.text.indexOf(value)
  return { start, end: start + value.length }
}

const named = (line: Line, scheme: SchemeName, value: string | undefined): Evidence[] =>
  value === undefined || parseRelease(scheme, value) === undefined
    ? []
    : [{ what: 'release', value, scheme, source: 'version-line', ...place(line, value) }]

// "version 15.2" of IOS and IOS XE; NX-OS adds the rest and its BIOS; Junos ends with a semicolon or begins with "set"
const readVersionLine = (line: Line): Evidence[] => {
  const [, asa] = /^ASA Version (\S+)/.exec(line.text) ?? []
  if (asa !== undefined) return named(line, 'asa', asa)
  const [, value] = /^(?:set )?version "?([^\s";]+)/.exec(line.text) ?? []
  if (value === undefined) return []
  if (/^\d+\.\d+$/.test(value)) {
    const scheme = Number.parseInt(value, 10) >= 16 ? 'iosxe' : 'ios'
    return [{ what: 'train', value, scheme, source: 'version-line', ...place(line, value) }]
  }
  const nexus = named(line, 'nxos', value)
  return nexus.length > 0 ? nexus : named(line, 'junos', value)
}

const readBootLine = (line: Line): Evidence[] => {
  const [, words] = /^boot (?:system|nxos)\s+(.+)$/.exec(line.text) ?? []
  for (const word of words?.split(/\s+/) ?? []) {
    const image = readImageName(word)
    if (image === undefined) continue
    const { release, scheme, file, box } = image
    return [
      {
        what: 'nextBoot',
        value: release,
        scheme,
        source: 'boot-line',
        image: file,
        ...(box === undefined ? {} : { box }),
        ...place(line, file),
      },
    ]
  }
  return []
}

const readHardwareLine = (line: Line): Evidence[] => {
  const [, udi] = /^license udi pid (\S+)/.exec(line.text) ?? []
  if (udi !== undefined)
    return [{ what: 'hardware', value: udi, scheme: undefined, source: 'udi', ...place(line, udi) }]
  const [, member] = /^switch \d+ provision (\S+)/.exec(line.text) ?? []
  return member === undefined
    ? []
    : [{ what: 'hardware', value: member, scheme: undefined, source: 'provision', ...place(line, member) }]
}

/**
 * What a configuration says of the release and the hardware: the comments above it, its version line, its boot lines,
 * `license udi pid` and `switch N provision`. Lines inside a section are not read; a line of a banner that looks like
 * one of these at the left margin is, so give the text of whole lines that are configuration where that is known.
 */
export const readConfiguration = (text: string): Evidence[] => [
  ...readHeaders(text),
  ...[...linesOf(text)].flatMap((line) => readConfigurationLine(line.text, line.start)),
]

/** The same for one line of configuration, which begins at the offset `start` of its text. */
export const readConfigurationLine = (text: string, start: number): Evidence[] => {
  switch (text.charAt(0)) {
    case 'v':
    case 'A':
      return readVersionLine({ text, start })
    case 's':
      return text.startsWith('set ') ? readVersionLine({ text, start }) : readHardwareLine({ text, start })
    case 'b':
      return readBootLine({ text, start })
    case 'l':
      return readHardwareLine({ text, start })
    default:
      return []
  }
}
