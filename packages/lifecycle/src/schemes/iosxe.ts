import type { Release, OrderedScheme, Train } from '../release.ts'
import { letterValue } from './letters.ts'
import { comparePositions } from './order.ts'

// Majors 2, 3, and from 16 on: 17.09.04a, 16.12.1z2, 3.16.10S, 03.16.10.S, 3.10.1xbS.
// What follows, as in 17.9.4.s1, is a software maintenance update on top.
const release =
  /^0*([23]|1[6-9]|[2-9]\d)\.0*(\d+)\.0*(\d+)([a-z]{0,2})(\d*)\.?(S[EFGPQW]?|E|XO|R|vS)?((?:\.(?:s?\d+|CSC[a-z]{2}\d+))*)$/
const bareTrain = /^0*([23]|1[6-9]|[2-9]\d)\.0*(\d+)(S[EFGPQW]?|E|XO|R|vS)?$/

// 3.x S grew into 16.1 on routers. E and SE boxes went another way: some stayed on 3.x to their end.
const lineOf = (major: number, letters: string): string => (major >= 16 || letters === 'S' ? 'XE' : letters)

const parse = (text: string): Release | undefined => {
  const trimmed = text.trim()
  const match = release.exec(trimmed)
  if (match === null) return undefined
  const [, major = '', minor = '', maintenance = '', letters = '', digit, suffix = '', update = ''] = match
  const patch = Number(maintenance) * 1e7 + letterValue(letters) * 1e3 + Number(digit || 0)
  return {
    scheme: 'iosxe',
    text: trimmed,
    train: Number(major) < 16 ? `${major}.${minor}${suffix}` : `${major}.${minor}`,
    semver: `${major}.${minor}.${patch}`,
    line: lineOf(Number(major), suffix),
    ...(update === '' ? {} : { variant: update.slice(1) }),
  }
}

/** The IOS numbers that a 3.x device prints in `version 15.5`; 3.16S from a public capture, the others from memory. */
const trainsByIosNumber: Readonly<Record<string, readonly string[]>> = {
  '15.0': ['3.1S', '3.2SE', '3.3SE'],
  '15.1': ['3.2S', '3.3S', '3.4S'],
  '15.2': ['3.5S', '3.6S', '3.7S', '3.6E', '3.7E', '3.8E', '3.9E', '3.10E', '3.11E'],
  '15.3': ['3.8S', '3.9S', '3.10S'],
  '15.4': ['3.11S', '3.12S', '3.13S'],
  '15.5': ['3.14S', '3.15S', '3.16S'],
  '15.6': ['3.17S', '3.18S', '3.18SP'],
}

/** The IOS XE 3.x trains whose running-config says `version 15.5`. */
export const iosxeTrainsOf = (iosNumber: string): readonly string[] => trainsByIosNumber[iosNumber] ?? []

const train = (text: string): Train | undefined => {
  const name = parse(text)?.train ?? text.trim()
  const [, major = '', minor = '', letters = ''] = bareTrain.exec(name) ?? []
  if (major === '') return undefined
  return {
    scheme: 'iosxe',
    text: `${major}.${minor}${letters}`,
    major: Number(major),
    minor: Number(minor),
    lines: [lineOf(Number(major), letters)],
  }
}

/** IOS XE: `17.09.04a` and `17.9.4a` alike, `3.16.10S`. From 16.1 on the trains are one line. */
export const iosxe: OrderedScheme = {
  name: 'iosxe',
  parse,
  compare: (a, b) => (a.line === b.line ? comparePositions(a, b) : undefined),
  train,
  toSemver: ({ semver }) => semver,
}
