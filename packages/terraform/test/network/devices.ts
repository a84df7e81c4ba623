import type { Device, Note } from '@breakwater/core'
import { terraform } from '../../src/index.ts'
import { filesOf } from '../files.ts'

const PROVIDER = 'terraform {\n  required_providers {\n    iosxe = { source = "CiscoDevNet/iosxe" }\n  }\n}\n'

/** The lines before a text that `deviceOf` reads. */
export const LINES_BEFORE = PROVIDER.split('\n').length - 1

/** What is read of a root module. */
export function readRoot(texts: Readonly<Record<string, string>>): {
  readonly devices: readonly Device[]
  readonly notes: readonly Note[]
  readonly understood: readonly string[]
} {
  const paths = Object.keys(texts).filter((path) => terraform.claims(path))
  const reading = terraform.read(paths, filesOf(texts), {})
  const devices = [...reading.devices]
  return {
    devices: devices.map(({ device }) => device),
    notes: [...devices.flatMap(({ notes }) => notes), ...reading.notes],
    understood: devices.map(({ lines, linesUnderstood }) => `${linesUnderstood} of ${lines}`),
  }
}

/** The one device of a root module of iosxe. */
export function deviceOf(text: string): { readonly device: Device; readonly notes: readonly string[] } {
  const { devices, notes } = readRoot({ 'main.tf': PROVIDER + text })
  const [device] = devices
  if (device === undefined || devices.length > 1) throw new Error(`${devices.length} devices`)
  return { device, notes: notes.map(({ message }) => message) }
}

/** A value, or the state of a fact without one. */
export function shown(fact: unknown): unknown {
  const { state, value } = fact as { readonly state: string; readonly value?: unknown }
  return state === 'known' ? value : `<${state}>`
}
