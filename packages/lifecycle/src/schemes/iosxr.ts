import type { Release, OrderedScheme, Train } from '../release.ts'
import { comparePositions } from './order.ts'

// 7.11.21, 24.2.11; "LNT" marks XR7; 7.3.1.26I is an engineering build
const release = /^(\d+)\.(\d+)\.(\d+)((?:\.\d+)*[A-Z]?)?(?:\s+(LNT))?$/
const bareTrain = /^(\d+)\.(\d+)$/

const parse = (text: string): Release | undefined => {
  const trimmed = text.trim()
  const match = release.exec(trimmed)
  if (match === null) return undefined
  const [, major = '', minor = '', third = '', build = '', flavour = ''] = match
  const variant = [build.replace(/^\./, ''), flavour].filter((part) => part !== '').join(' ')
  return {
    scheme: 'iosxr',
    text: trimmed,
    train: `${Number(major)}.${Number(minor)}`,
    semver: `${Number(major)}.${Number(minor)}.${Number(third)}`,
    line: 'XR',
    ...(variant === '' ? {} : { variant }),
  }
}

const train = (text: string): Train | undefined => {
  const name = parse(text)?.train ?? text.trim()
  const [, major = '', minor = ''] = bareTrain.exec(name) ?? []
  if (major === '') return undefined
  return { scheme: 'iosxr', text: name, major: Number(major), minor: Number(minor), lines: ['XR'] }
}

/** IOS XR: `6.5.31`, `7.11.2`, `24.2.11`; one line, 7.11 before 24.1. */
export const iosxr: OrderedScheme = {
  name: 'iosxr',
  parse,
  compare: comparePositions,
  train,
  toSemver: ({ semver }) => semver,
}
