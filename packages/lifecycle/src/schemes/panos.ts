import type { Release, OrderedScheme, Train } from '../release.ts'
import { comparePositions } from './order.ts'

const release = /^(\d+)\.(\d+)\.(\d+)(?:-h(\d+))?$/
const bareTrain = /^(\d+)\.(\d+)$/

const parse = (text: string): Release | undefined => {
  const trimmed = text.trim()
  const match = release.exec(trimmed)
  if (match === null) return undefined
  const [, major = '', minor = '', maintenance, hotfix] = match
  return {
    scheme: 'panos',
    text: trimmed,
    train: `${major}.${minor}`,
    semver: `${major}.${minor}.${Number(maintenance) * 1000 + Number(hotfix ?? 0)}`,
    line: 'PAN-OS',
  }
}

const train = (text: string): Train | undefined => {
  const name = parse(text)?.train ?? text.trim()
  const [, major = '', minor = ''] = bareTrain.exec(name) ?? []
  if (major === '') return undefined
  return { scheme: 'panos', text: name, major: Number(major), minor: Number(minor), lines: ['PAN-OS'] }
}

/** PAN-OS: `10.2.12-h2`. Hotfixes are a side branch of their maintenance: order is not yet "contains the fix". */
export const panos: OrderedScheme = {
  name: 'panos',
  parse,
  compare: comparePositions,
  train,
  toSemver: ({ semver }) => semver,
}
