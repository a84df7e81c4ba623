import type { Release, OrderedScheme, Train } from '../release.ts'
import { comparePositions } from './order.ts'

// 4.28.3M, 4.20.13.1M, EOS-4.22.1FX-CLI, 4.31.6M-39953990.4316M (the build number of a container image)
const release = /^(?:EOS-)?(\d+)\.(\d+)\.(\d+)(?:\.(\d+))?(?:\.(\d+))?(F|M|FX|B)?(?:-(\S+))?$/
const bareTrain = /^(?:EOS-)?(\d+)\.(\d+)$/

const parse = (text: string): Release | undefined => {
  const trimmed = text.trim()
  const match = release.exec(trimmed)
  if (match === null) return undefined
  const [, major = '', minor = '', maintenance, hotfix, fifth, , flavour] = match
  const patch = Number(maintenance) * 1e4 + Number(hotfix ?? 0) * 10 + Number(fifth ?? 0)
  return {
    scheme: 'eos',
    text: trimmed,
    train: `${major}.${minor}`,
    semver: `${major}.${minor}.${patch}`,
    line: 'EOS',
    ...(flavour === undefined ? {} : { variant: flavour }),
  }
}

const train = (text: string): Train | undefined => {
  const [, major = '', minor = ''] = bareTrain.exec(parse(text)?.train ?? text.trim()) ?? []
  if (major === '') return undefined
  return { scheme: 'eos', text: `${major}.${minor}`, major: Number(major), minor: Number(minor), lines: ['EOS'] }
}

/** EOS: `4.28.3M`, `4.20.13.1M`. F and M are phases of one train and do not order. */
export const eos: OrderedScheme = {
  name: 'eos',
  parse,
  compare: comparePositions,
  train,
  toSemver: ({ semver }) => semver,
}
