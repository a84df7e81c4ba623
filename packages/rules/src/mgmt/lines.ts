import { valueOf, type Device, type Item } from '@breakwater/core'

export type TerminalLine = Item<'lines'>

/** `VTY lines 0-4`, `the console`. */
export function lineName({ kind, first, last, key }: TerminalLine): string {
  switch (kind) {
    case 'vty':
      if (isOfUnknownRange({ key })) return `VTY lines ${key.slice('vty '.length).replace(' ', '-')}`
      return first === last ? `VTY line ${first}` : `VTY lines ${first}-${last}`
    case 'console':
      return 'The console'
    case 'aux':
      return 'The auxiliary port'
    case 'tty':
      return `TTY line ${key}`
  }
}

/** Whether a number of a VTY range is a hole of a template: `vty 0 {{last}}`. */
export function isOfUnknownRange({ key }: Pick<TerminalLine, 'key'>): boolean {
  return key.includes('{{')
}

/** Whether the name of the line stands for several. */
export function isMany(line: TerminalLine): boolean {
  return line.kind === 'vty' && (line.first !== line.last || isOfUnknownRange(line))
}

/** The line and what it does: `VTY lines 0-4 accept`, `VTY line 0 accepts`. */
export function lineDoes(line: TerminalLine, verb: string): string {
  return `${lineName(line)} ${isMany(line) ? verb : `${verb}s`}`
}

export function vtyLines({ lines }: Device): TerminalLine[] {
  return lines.items.filter(({ kind }) => kind === 'vty')
}

/** Whether nobody can open a session on the line: `transport input none`, or `no exec` where no protocol comes in anyway. */
export function takesNoSession({ kind, transportInput, exec }: TerminalLine): boolean {
  if (kind === 'vty') return isNone(valueOf(transportInput))
  if (valueOf(exec) === false) return true
  return kind === 'tty' && isNone(valueOf(transportInput))
}

/** The protocols of a list that carry a password in clear. */
export function cleartext(protocols: readonly string[]): string[] {
  return protocols.filter((protocol) => CLEARTEXT.has(protocol))
}

const CLEARTEXT: ReadonlySet<string> = new Set([
  'all',
  'telnet',
  'rlogin',
  'lat',
  'pad',
  'mop',
  'nasi',
  'v120',
  'lapb-ta',
  'udptn',
])

function isNone(protocols: readonly string[] | undefined): boolean {
  return protocols?.length === 1 && protocols[0] === 'none'
}
