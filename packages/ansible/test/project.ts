import { type Device, type Entry, type Files, type Origin, type SourceDevice, type SourceFile } from '@breakwater/core'
import { ansibleFrontend, type AnsibleOptions } from '../src/index.ts'

/** The files of a project in memory. */
export function memoryFiles(texts: Readonly<Record<string, string>>): Files {
  const files = new Map<string, SourceFile>(Object.entries(texts).map(([path, text]) => [path, { path, text }]))
  return {
    read: (path) => files.get(path),
    list: (folder) => {
      const prefix = folder === '.' || folder === '' ? '' : `${folder}/`
      const entries = new Map<string, Entry>()
      for (const path of files.keys()) {
        if (!path.startsWith(prefix)) continue
        const [name = '', ...rest] = path.slice(prefix.length).split('/')
        entries.set(name, { name, kind: rest.length === 0 ? 'file' : 'folder' })
      }
      return [...entries.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
    },
  }
}

export interface Read {
  readonly devices: readonly SourceDevice[]
  readonly notes: readonly string[]
  readonly files: readonly string[]
}

export function read(texts: Readonly<Record<string, string>>, options: Partial<AnsibleOptions> = {}): Read {
  const paths = Object.keys(texts).filter((path) => ansibleFrontend.claims(path))
  const reading = ansibleFrontend.read(paths, memoryFiles(texts), {
    extraVars: [],
    inventory: [],
    vars: [],
    ...options,
  })
  const devices = [...reading.devices]
  return { devices, notes: reading.notes.map(({ message }) => message), files: [...reading.files].toSorted() }
}

/** `group_vars/all.yml:7:12 < templates/base.j2:3:1 < site.yml:4:7` */
export function place({ span, via }: Origin): string {
  return [span, ...via.map((hop) => hop.span)]
    .map(({ file, start }) => `${file.path}:${lineOf(file, start)}`)
    .join(' < ')
}

function lineOf(file: SourceFile, offset: number): string {
  const before = file.text.slice(0, offset).split('\n')
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`
}

export function device(found: Read, name: string): Device {
  const one = found.devices.find((each) => each.device.name === name)
  if (one === undefined)
    throw new Error(`no device ${name} but ${found.devices.map((each) => each.device.name).join(', ')}`)
  return one.device
}
