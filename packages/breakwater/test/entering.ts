import { reveal, type Change, type Device } from '@breakwater/core'

/** Remediations name no secret: whoever types them fills in the words of the line that is judged. */
export function filled(lines: readonly string[], changes: readonly Change[], device: Device): string[] {
  return lines.map((line) => {
    const span = changes.find(({ item }) => item?.list.startsWith('snmp.'))?.item?.at.span
    if (span === undefined) return line
    const [, , user = '', group = ''] = span.file.text.slice(span.start, span.end).split(/\s+/)
    const secret = device.secrets.items.find(({ secret: { start } }) => start >= span.start && start < span.end)?.secret
    const community = secret === undefined ? '' : reveal(secret)
    return line.replace('<COMMUNITY>', community).replace('<USER>', user).replace('<GROUP>', group)
  })
}

/** A configuration after somebody entered the lines. */
export function entered(text: string, lines: readonly string[]): string {
  const body = text.replace(/\nend\s*$/, '\n')
  return `${body}${lines.join('\n')}\n${body === text ? '' : 'end\n'}`
}
