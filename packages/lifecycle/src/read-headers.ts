import type { Evidence } from './evidence.ts'
import { type Line, linesOf } from './lines.ts'
import { inventoryReader } from './read-inventory.ts'
import { readVersionLine, withoutIosNumbersOfXe } from './read-version.ts'

// What stands above a configuration and is none: prompts, time stamps, the first words of `show running-config`.
const preamble =
  /^(?:\s*$|(?:Building|Current) configuration|Using \d+ out|[A-Z][a-z]{2} [A-Z][a-z]{2} +\d|\S+[#>]|sh(?:ow)? )/

/** The comment lines above the first line of configuration. */
function* headerLines(text: string): Iterable<Line> {
  for (const line of linesOf(text)) {
    if (/^[!#:]/.test(line.text)) yield line
    else if (!preamble.test(line.text)) return
  }
}

const eosDevice = /^! ?device: (\S+) \(([^,()]+), (?:EOS-)?([^)\s]+)[^)]*\)/
const iosxrHeader = /^!! IOS XR Configuration (?:version = )?(\S+)/

const between = (line: Line, value: string): { readonly start: number; readonly end: number } => {
  const start = line.start + line.text.lastIndexOf(value)
  return { start, end: start + value.length }
}

const readFirm = (line: Line): readonly Evidence[] => {
  const [, , model, eosRelease] = eosDevice.exec(line.text) ?? []
  if (model !== undefined && eosRelease !== undefined) {
    const common = { source: 'comment' as const }
    return [
      { what: 'hardware', value: model, scheme: undefined, ...common, ...between(line, model) },
      { what: 'release', value: eosRelease, scheme: 'eos', ...common, ...between(line, eosRelease) },
    ]
  }
  const [, xr] = iosxrHeader.exec(line.text) ?? []
  if (xr === undefined) return []
  return [{ what: 'release', value: xr, scheme: 'iosxr', source: 'version-line', ...between(line, xr) }]
}

/**
 * What the comments above a configuration say: those of RANCID (`!Chassis type:`), of Oxidized (`! Cisco IOS XE
 * Software, …`, `# Junos: …`), and the devices' own (`!! IOS XR Configuration`, `! device: …`, `: Hardware:`).
 */
export const readHeaders = (text: string): Evidence[] => {
  const source = /^[!#] ?RANCID-CONTENT-TYPE/m.test(text.slice(0, 2000)) ? 'rancid-header' : undefined
  const inventories = {
    'rancid-header': inventoryReader('rancid-header'),
    'oxidized-header': inventoryReader('oxidized-header'),
  }
  const evidence = [...headerLines(text)].flatMap((line) => {
    const firm = readFirm(line)
    if (firm.length > 0) return firm
    // RANCID writes no blank after the `!` of IOS, Oxidized does.
    const from = source ?? (/^[!#] /.test(line.text) ? 'oxidized-header' : 'rancid-header')
    const marker = line.text.startsWith(':') ? 0 : (/^[!#] ?/.exec(line.text)?.[0].length ?? 0)
    const body = line.text.slice(marker)
    const read = readVersionLine(body, line.start + marker, from) ?? inventories[from](body, line.start + marker)
    return read === undefined ? [] : [read]
  })
  return withoutIosNumbersOfXe(evidence)
}
