import type { Release, OrderedScheme, Train } from '../release.ts'
import { comparePositions } from './order.ts'

// 9.16(4)85 in the configuration, 9.16.4.85 in advisories and on the download page: the same position
const release = /^(\d+)\.(\d+)(?:\((\d+)\)(\d+)?|\.(\d+)(?:\.(\d+))?)$/
const bareTrain = /^(\d+)\.(\d+)$/

const parse = (text: string): Release | undefined => {
  const trimmed = text.trim()
  const match = release.exec(trimmed)
  if (match === null) return undefined
  const [, major = '', minor = '', maintenance, interim, dottedMaintenance, dottedInterim] = match
  const patch = Number(maintenance ?? dottedMaintenance) * 1e5 + Number(interim ?? dottedInterim ?? 0)
  return {
    scheme: 'asa',
    text: trimmed,
    train: `${major}.${minor}`,
    semver: `${major}.${minor}.${patch}`,
    line: 'ASA',
  }
}

const train = (text: string): Train | undefined => {
  const name = parse(text)?.train ?? text.trim()
  const [, major = '', minor = ''] = bareTrain.exec(name) ?? []
  if (major === '') return undefined
  return { scheme: 'asa', text: name, major: Number(major), minor: Number(minor), lines: ['ASA'] }
}

/** ASA: `9.16(4)85`, also written `9.16.4.85`. */
export const asa: OrderedScheme = {
  name: 'asa',
  parse,
  compare: comparePositions,
  train,
  toSemver: ({ semver }) => semver,
}
