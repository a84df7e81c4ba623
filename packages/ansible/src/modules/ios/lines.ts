import { entry, unresolved, type Data } from '../../data.ts'
import type { Part } from '../lines.ts'
import type { Effect, ModuleTable, ParameterRow } from '../module.ts'

const PROTOCOLS = ['pad', 'telnet', 'rlogin', 'ssh'] as const

/**
 * `transport input ssh`. `merged` adds to the protocols of the device: where nothing given is at fault, what is there besides
 * is not known.
 */
function transport(data: Data, effect: Effect): readonly Part[] | undefined {
  if (data.kind !== 'dict') return undefined
  const name = entry(data, 'name')
  if (name === undefined || (name.kind === 'string' && name.value === 'preferred')) return undefined
  const given = (key: string): Data | undefined => {
    const value = entry(data, key)
    return value === undefined || value.kind === 'null' || value.kind === 'undefined' ? undefined : value
  }
  const isOn = (key: string): boolean => {
    const value = given(key)
    return value?.kind === 'bool' && value.value
  }
  const words: Part[] = ['transport ', name]
  if (isOn('all')) return [...words, ' all']
  if (isOn('none')) return [...words, ' none']
  const unknown = ['all', 'none', ...PROTOCOLS].map(given).find((value) => value?.kind === 'unknown')
  if (unknown !== undefined) return [...words, ' ', unknown]
  const on = PROTOCOLS.filter(isOn)
  if (on.length === 0) return undefined
  const isAdded = effect === 'enter' || effect === 'unknown'
  const isSettled = on.some((protocol) => protocol !== 'ssh') || PROTOCOLS.every((key) => given(key) !== undefined)
  words.push(` ${on.join(' ')}`)
  return isAdded && !isSettled ? [...words, ' ', unresolved('transport')] : words
}

/** `default` is what the device has anyway: the module enters it only in place of another list. */
function login(line: Data, effect: Effect): readonly Part[] | undefined {
  const list = line.kind === 'dict' ? entry(line, 'login') : undefined
  if (list === undefined || list.kind === 'null' || list.kind === 'undefined') return undefined
  if (list.kind === 'string' && list.value === 'default' && effect !== 'replace' && effect !== 'override')
    return undefined
  return ['login authentication ', list]
}

const LISTS: readonly ParameterRow[] = ['accounting', 'authorization'].flatMap((kind) => [
  { path: '', command: `${kind} exec {${kind}.exec}` },
  { path: `${kind}.commands[]`, command: `${kind} commands {level} {command=default}` },
])

export const lineModules: readonly ModuleTable[] = [
  {
    names: ['ios_line'],
    root: 'config',
    rows: [
      {
        path: 'lines[]',
        section: 'line {name}',
        // The defaults of cisco.ios 5.2, config/line.
        resets: [
          'no access-class 1 in',
          'no access-class 1 out',
          'exec-timeout 10 0',
          'no password',
          'default privilege level',
        ],
        rows: [
          { path: '', command: 'access-class {access_classes_in} in' },
          { path: '', command: 'access-class {access_classes_out} out' },
          { path: '', command: 'exec-timeout {exec.timeout} 0' },
          { path: '', command: 'login authentication {login}', parts: login },
          { path: '', command: 'password[ {password.hash}] {password.value}' },
          { path: '', command: 'privilege level {privilege}' },
          { path: '', command: 'session-limit {session.limit}' },
          ...LISTS,
          { path: 'transport[]', command: 'transport {name} …', parts: transport },
        ],
      },
    ],
  },
]
