import { expect, test } from 'vitest'
import { iosModes } from './modes.ts'
import { artefacts, leaves, shared } from './modes/global.ts'

test('there are fewer modes than a byte can number, each with a name of its own', () => {
  expect(iosModes.names.length).toBeLessThan(256)
  expect(new Set(iosModes.names).size).toBe(iosModes.names.length)
})

test('every phrase compiles', () => {
  expect(iosModes.openers().first.length).toBeGreaterThan(leaves.length + shared.length + artefacts.length)
  for (const [mode] of iosModes.names.entries()) expect(iosModes.commands(mode).set.first.length).toBeGreaterThan(0)
})
