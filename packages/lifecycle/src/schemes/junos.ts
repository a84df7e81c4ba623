import type { Release, OrderedScheme, Train } from '../release.ts'
import { comparePositions } from './order.ts'

// 20.4R3-S5.4 is release 3, service release 5, spin 4; 15.1X49-D170.4 is a special train; B is a beta, before R1
const regular = /^(\d+)\.(\d+)([RBISF])(\d+)(?:-S(\d+))?(?:\.(\d+))?(?:-[A-Z]\d+)?(-EVO)?$/
const special = /^(\d+)\.(\d+)X(\d+)-D(\d+)(?:\.(\d+))?$/
const bareTrain = /^(\d+)\.(\d+)(X\d+)?$/

const parse = (text: string): Release | undefined => {
  const trimmed = text.trim()
  const x = special.exec(trimmed)
  if (x !== null) {
    const [, major = '', minor = '', number = '', build, spin] = x
    return {
      scheme: 'junos',
      text: trimmed,
      train: `${major}.${minor}X${number}`,
      semver: `${major}.${minor}.${Number(build) * 1e6 + Number(spin ?? 0)}`,
      line: `X${number}`,
    }
  }
  const match = regular.exec(trimmed)
  if (match === null) return undefined
  const [, major = '', minor = '', kind, number, service, spin, evolved] = match
  const patch = (kind === 'R' ? Number(number) : 0) * 1e9 + Number(service ?? 0) * 1e5 + Number(spin ?? 0)
  return {
    scheme: 'junos',
    text: trimmed,
    train: `${major}.${minor}`,
    semver: `${major}.${minor}.${patch}`,
    line: evolved === undefined ? 'R' : 'EVO',
    ...(evolved === undefined ? {} : { variant: 'evo' }),
  }
}

const train = (text: string): Train | undefined => {
  const release = parse(text)
  const name = release?.train ?? text.trim()
  const [, major = '', minor = '', letters] = bareTrain.exec(name) ?? []
  if (major === '') return undefined
  const line = release?.line ?? letters ?? 'R'
  return { scheme: 'junos', text: name, major: Number(major), minor: Number(minor), lines: [line] }
}

/** Junos: `20.4R3-S5.4`, `15.1X49-D170.4`. X trains and Junos Evolved are lines of their own. */
export const junos: OrderedScheme = {
  name: 'junos',
  parse,
  compare: (a, b) => (a.line === b.line ? comparePositions(a, b) : undefined),
  train,
  toSemver: ({ semver }) => semver,
}
