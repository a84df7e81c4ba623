import { entry, type Data } from '../../data.ts'
import { wordsOf } from '../enter.ts'
import type { Part } from '../lines.ts'
import type { Effect, ModuleTable } from '../module.ts'

function at(value: Data | undefined, name: string): Data | undefined {
  if (value?.kind !== 'dict') return value?.kind === 'unknown' ? value : undefined
  const found = entry(value, name)
  return found === undefined || found.kind === 'null' || found.kind === 'undefined' ? undefined : found
}

/** The name of a dictionary's first member, and what it holds. */
function firstOf(value: Data | undefined): readonly [string, Data] | undefined {
  if (value?.kind !== 'dict') return undefined
  for (const [key, { value: held }] of value.entries) {
    if (typeof key === 'string' && held.kind !== 'null' && held.kind !== 'undefined' && !isFalse(held))
      return [key, held]
  }
  return undefined
}

function isFalse(value: Data): boolean {
  return value.kind === 'bool' && !value.value
}

function endPoint(value: Data | undefined): Part[] {
  if (value === undefined) return []
  if (value.kind === 'unknown') return [' ', value]
  const parts: Part[] = []
  const [address, any, host, group] = ['address', 'any', 'host', 'object_group'].map((name) => at(value, name))
  if (address !== undefined) {
    const wildcard = at(value, 'wildcard_bits')
    parts.push(' ', address, ...(wildcard === undefined ? [] : [' ', wildcard]))
  } else if (any !== undefined && !isFalse(any)) parts.push(' ', any.kind === 'unknown' ? any : wordsOf('any', any))
  else if (host !== undefined) parts.push(' host ', host)
  else if (group !== undefined) parts.push(' object-group ', group)
  const ports = firstOf(at(value, 'port_protocol'))
  if (ports === undefined) return parts
  const [operator, port] = ports
  if (operator !== 'range') return [...parts, ` ${operator} `, port]
  const [start, end] = [at(port, 'start'), at(port, 'end')]
  return start === undefined || end === undefined ? parts : [...parts, ' range ', start, ' ', end]
}

/** `permit tcp 10.0.0.0 0.255.255.255 any eq 22 established log`, in the order in which the device takes it. */
function entryOf(value: Data): readonly Part[] | undefined {
  const grant = at(value, 'grant')
  if (grant === undefined) return undefined
  const sequence = at(value, 'sequence')
  const protocol = firstOf(at(value, 'protocol_options'))
  const named = at(value, 'protocol')
  const parts: Part[] = [...(sequence === undefined ? [] : [sequence, ' ']), grant]
  const number = protocol?.[0] === 'protocol_number' ? protocol[1] : undefined
  if (number !== undefined) parts.push(' ', number)
  else if (protocol !== undefined) parts.push(` ${protocol[0]}`)
  else if (named !== undefined) parts.push(' ', named)
  parts.push(...endPoint(at(value, 'source')), ...endPoint(at(value, 'destination')))
  const detail = firstOf(protocol?.[1])
  if (detail !== undefined) parts.push(` ${detail[0].replaceAll('_', '-')}`)
  for (const [name, words] of QUALIFIERS) {
    const found = at(value, name)
    if (found === undefined || isFalse(found)) continue
    parts.push(` ${words}`, ...(words === name || words === 'time-range' ? [' ', found] : []))
  }
  return parts
}

/** Without a type a number up to 99 is a standard list, anything else an extended one: cisco.ios 5.2, config/acls. */
function headerOf(list: Data, _effect: Effect, afi: Data | undefined): readonly Part[] | undefined {
  const name = at(list, 'name')
  if (name === undefined) return undefined
  const family = at(afi, 'afi')
  if (family?.kind === 'unknown') return [family]
  if (family?.kind === 'string' && family.value === 'ipv6') return ['ipv6 access-list ', name]
  const type = at(list, 'acl_type')
  if (type !== undefined) return ['ip access-list ', type, ' ', name]
  const number = name.kind === 'string' || name.kind === 'int' ? Number(name.value) : Number.NaN
  return [`ip access-list ${number >= 1 && number <= 99 ? 'standard' : 'extended'} `, name]
}

/** What else an entry may say, with its words. */
const QUALIFIERS = [
  ['dscp', 'dscp'],
  ['enable_fragments', 'fragments'],
  ['log', 'log '],
  ['log_input', 'log-input'],
  ['precedence', 'precedence'],
  ['time_range', 'time-range'],
] as const

export const accessListModules: readonly ModuleTable[] = [
  {
    names: ['ios_acls'],
    root: 'config',
    owns: { lists: ['accessLists'] },
    rows: [
      {
        path: '[].acls[]',
        section: '{^afi:ipv6?ipv6 access-list|ip access-list {acl_type}} {name}',
        header: headerOf,
        removable: true,
        rows: [{ path: 'aces[]', command: '[{sequence} ]{grant} …', parts: entryOf }],
      },
    ],
  },
  {
    names: ['ios_acl_interfaces'],
    root: 'config',
    owns: {
      fields: [
        'interfaces[].accessGroupIn',
        'interfaces[].accessGroupOut',
        'interfaces[].trafficFilterIn',
        'interfaces[].trafficFilterOut',
      ],
    },
    rows: [
      {
        path: '[]',
        section: 'interface {name}',
        resets: [
          'no ip access-group in',
          'no ip access-group out',
          'no ipv6 traffic-filter in',
          'no ipv6 traffic-filter out',
        ],
        rows: [
          {
            path: 'access_groups[].acls[]',
            command: '{^afi:ipv6?ipv6 traffic-filter|ip access-group} {name} {direction}',
          },
        ],
      },
    ],
  },
]
