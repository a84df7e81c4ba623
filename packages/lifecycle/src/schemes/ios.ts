import type { Release, OrderedScheme, Train } from '../release.ts'
import { iosLine, iosLinesOf } from './ios-lines.ts'
import { letterValue } from './letters.ts'
import { comparePositions } from './order.ts'

// 15.2(4)M11, 12.2(33)SXI4a, 15.2(4m)E1; interim builds carry more numbers inside the parentheses: 15.2(4.0.55)E
const release = /^(\d+)\.(\d+)\((\d+)([a-z]{0,2})((?:\.\d+)*)\)([A-Z]*)(\d*)([a-z]{0,2})(?:\.(\d+))?$/
const bareTrain = /^(\d+)\.(\d+)([A-Z]*)$/

const parse = (text: string): Release | undefined => {
  const trimmed = text.trim()
  const match = release.exec(trimmed)
  if (match === null) return undefined
  const [, major = '', minor = '', maintenance = '', respin = '', interim = '', letters = '', rebuild, after = ''] =
    match
  const patch =
    Number(maintenance) * 1e10 + letterValue(respin) * 1e7 + Number(rebuild || 0) * 1e4 + letterValue(after) * 10
  return {
    scheme: 'ios',
    text: trimmed,
    train: `${major}.${minor}${letters}`,
    semver: `${major}.${minor}.${patch}`,
    line: iosLine(Number(major), letters),
    ...(interim === '' ? {} : { variant: interim.slice(1) }),
  }
}

const train = (text: string): Train | undefined => {
  const name = parse(text)?.train ?? text.trim()
  const [, major = '', minor = '', letters = ''] = bareTrain.exec(name) ?? []
  if (major === '') return undefined
  const lines =
    letters === '' && name === text.trim()
      ? iosLinesOf(Number(major), Number(minor))
      : [iosLine(Number(major), letters)]
  return { scheme: 'ios', text: name, major: Number(major), minor: Number(minor), lines }
}

const lettersOf = ({ train: name }: Release): string => name.replace(/^[\d.]+/, '')

// From 15.0 on, xM follows xT in one code line: 15.1(4)M follows 15.1(3)T.
const sharesCode = (a: Release, b: Release): boolean => {
  const [one, other] = [lettersOf(a), lettersOf(b)]
  if (one === other) return true
  const isMainOrTechnology = (letters: string): boolean => letters === 'M' || letters === 'T'
  return !a.train.startsWith('12.') && isMainOrTechnology(one) && isMainOrTechnology(other)
}

/** IOS: `15.2(4)M11`. Trains with other letters have no order, but for M and T of 15.x. */
export const ios: OrderedScheme = {
  name: 'ios',
  parse,
  compare: (a, b) => {
    if (!sharesCode(a, b)) return undefined
    const order = comparePositions(a, b)
    // An interim build stands near the release of its number, on a side that its name does not tell.
    return order === 0 && a.variant !== b.variant ? undefined : order
  },
  train,
  toSemver: ({ semver }) => semver,
}
