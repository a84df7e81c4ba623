import type { Change, FieldValue } from '@breakwater/core'
import type { CommandTable } from '../../../commands/row.ts'

type SnmpLevel = FieldValue<'snmp.hosts', 'level'>

/** The words of the line that made an item, from its place in the file. */
function wordsOf(item: Change['item']): string[] {
  if (item === undefined) return []
  const { file, start, end } = item.at.span
  return file.text.slice(start, end).match(/"[^"]*"|\{\{.*?\}\}|<[^>]*>|\S+/g) ?? []
}

/** Strings are secrets: whoever types the command fills them in. */
const COMMUNITY = '<COMMUNITY>'

const LEVELS: readonly string[] = ['auth', 'noauth', 'priv']

/** The line of a group with another level: the old one has to go, or both are there. */
function writeGroup({ item, value: wanted }: Change): string[] {
  const words = wordsOf(item)
  const [, , written = '', model = ''] = words
  const name = nameOf(item) === undefined ? COMMUNITY : written
  const before = LEVELS.includes(words[4] ?? '') ? words[4] : undefined
  const remove = ['no snmp-server group', name, model, before].filter((part) => part !== undefined).join(' ')
  const level = (wanted as { readonly level?: SnmpLevel } | undefined)?.level
  if (level === undefined) return [remove]
  return [remove, ['snmp-server group', name, model, level, ...words.slice(before === undefined ? 4 : 5)].join(' ')]
}

/** Groups and users that are named like a community have no name in the facts. */
function nameOf(item: Change['item']): string | undefined {
  return item !== undefined && 'name' in item && typeof item.name === 'string' ? item.name : undefined
}

const HOST_OPTIONS: readonly string[] = ['vrf', 'version', 'udp-port']

/** The line of a receiver; the first word that is no option of it is the community string, or the user of version 3. */
function removeHost({ item }: Change): string[] {
  const words = wordsOf(item)
  const kept = words.slice(0, 3)
  let v3 = false
  for (let at = 3; at < words.length; at++) {
    const text = words[at] ?? ''
    const option = text.toLowerCase()
    if (HOST_OPTIONS.includes(option)) {
      const value = words[++at] ?? ''
      v3 ||= option === 'version' && value === '3'
      kept.push(text, value)
    } else if (/^(?:trap|inform)s?$/.test(option) || (v3 && LEVELS.includes(option))) kept.push(text)
    else return [`no ${[...kept, v3 ? text : COMMUNITY].join(' ')}`]
  }
  return [`no ${kept.join(' ')}`]
}

function removeUser({ item }: Change): string[] {
  const words = wordsOf(item)
  if (nameOf(item) !== undefined) return [`no ${words.slice(0, 5).join(' ')}`]
  return [`no snmp-server user <USER> <GROUP> ${words.find((text) => /^v(?:1|2c)$/i.test(text)) ?? 'v2c'}`]
}

/** Commands that take SNMP objects away or change them. They repeat the line that made the object, its strings aside. */
export const snmpWriters: CommandTable['writers'] & object = {
  'snmp.communities': () => [`no snmp-server community ${COMMUNITY}`],
  'snmp.groups': writeGroup,
  'snmp.hosts': removeHost,
  'snmp.users': removeUser,
  'snmp.communities[].access': ({ item, value: access }) => [
    wordsOf(item)
      .map((text, at) => (at === 2 ? COMMUNITY : /^r[ow]$/i.test(text) ? String(access).toUpperCase() : text))
      .join(' '),
  ],
}
