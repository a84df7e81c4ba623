import type { Release, OrderedScheme, Train } from '../release.ts'
import { letterValue } from './letters.ts'
import { comparePositions } from './order.ts'

// 10.3(4a)M, 7.0(3)I7(9), 7.3(13)N1(1), 6.0(2)A8(11b), 5.2(1)SV3(4.1a), 7.3(0)DX(1)
const release = /^(\d+)\.(\d+)\((\d+)([a-z]?)\)(?:([A-Z]{1,2})(\d*)\((\d+)(?:\.(\d+))?([a-z]?)\)|([A-Z])?)$/
const bareTrain = /^(\d+)\.(\d+)([A-Z]{0,2})$/

/**
 * Nexus 3000 and 9000: I, then 9.x and 10.x. Nexus 7000: the bare numbers below 9. ACI leaves: 11.x to 16.x, another
 * product. The other platform trains (N: Nexus 5000, D: 7000, A and U: early 3000, SV: 1000V) are lines of their own.
 */
const lineOf = (major: number, letters: string): string => {
  if (letters !== '') return letters
  if (major >= 11) return 'ACI'
  return major >= 9 ? 'I' : 'N7K'
}

const parse = (text: string): Release | undefined => {
  const trimmed = text.trim()
  const match = release.exec(trimmed)
  if (match === null) return undefined
  const [, major = '', minor = '', maintenance, respin = '', letters = '', platformTrain, inner, point, after = ''] =
    match
  const patch =
    Number(maintenance) * 1e11 +
    letterValue(respin) * 1e9 +
    Number(platformTrain || 0) * 1e7 +
    (Number(inner ?? 0) * 100 + Number(point ?? 0)) * 100 +
    letterValue(after)
  return {
    scheme: 'nxos',
    text: trimmed,
    train: `${major}.${minor}${letters}`,
    semver: `${major}.${minor}.${patch}`,
    line: lineOf(Number(major), letters),
  }
}

const train = (text: string): Train | undefined => {
  const name = parse(text)?.train ?? text.trim()
  const [, major = '', minor = '', letters = ''] = bareTrain.exec(name) ?? []
  if (major === '') return undefined
  return {
    scheme: 'nxos',
    text: name,
    major: Number(major),
    minor: Number(minor),
    lines: [lineOf(Number(major), letters)],
  }
}

/** NX-OS: `10.3(4a)M`, `7.0(3)I7(9)`. Platform trains have no order among each other; F and M do not order. */
export const nxos: OrderedScheme = {
  name: 'nxos',
  parse,
  compare: (a, b) => (a.line === b.line ? comparePositions(a, b) : undefined),
  train,
  toSemver: ({ semver }) => semver,
}
