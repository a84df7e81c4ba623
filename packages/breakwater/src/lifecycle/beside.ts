import { basename } from 'node:path'
import { readCaptures, type Evidence } from '@breakwater/lifecycle'
import type { BesideEvidence } from '@breakwater/network-os'
import type { SourceFile } from '@breakwater/core'
import { decodeFile, readBytes, type Candidate } from '../files.ts'

/** What one capture tells of one device. */
export interface BesideCapture {
  readonly file: SourceFile
  readonly absolute: string
  /** As the device calls itself, else as its file is called. */
  readonly name: string
  readonly evidence: readonly Evidence[]
}

/** Captures and gathered facts beside the configurations, by the device that they are of. */
export interface BesideFiles {
  /** What belongs to the device of that name, or to the configuration in that file. */
  readonly of: (path: string, device: string) => readonly BesideEvidence[]
  readonly has: (absolute: string) => boolean
  /** Captures that no device has asked for. */
  readonly idle: () => readonly BesideCapture[]
  readonly all: readonly BesideCapture[]
}

/** `R1.example.net` and `r1` are one name. */
const shortName = (name: string): string => name.toLowerCase().replace(/(?<=\D)\..*$/, '')

/** `r1.cfg`, `r1.show-version.txt`, `r1_show_version.txt`, `r1-inventory.txt`: r1. */
export const stemOf = (path: string): string =>
  basename(path)
    .toLowerCase()
    .replace(/\.[^.]*$/, '')
    .replace(/[._-](?:sh(?:ow)?[._-]?)?(?:ver(?:sion)?|inv(?:entory)?|facts)$/, '')
    .replace(/[._-](?:run(?:ning)?(?:[._-]config)?|conf(?:ig)?|confg)$/, '')

/** Reads the files; those that tell nothing are no captures. */
export async function readBeside(candidates: readonly Candidate[]): Promise<BesideFiles> {
  const all: BesideCapture[] = []
  for (const { path, absolute } of candidates) {
    const read = readBytes(absolute)
    if ('refused' in read) continue
    const file = { path, text: await decodeFile(read.bytes) }
    for (const { name, evidence } of readCaptures(file.text))
      all.push({ file, absolute, name: name ?? stemOf(path), evidence })
  }
  return besideOf(all)
}

export function besideOf(all: readonly BesideCapture[]): BesideFiles {
  const byName = new Map<string, BesideCapture[]>()
  for (const capture of all) {
    const name = shortName(capture.name)
    byName.set(name, [...(byName.get(name) ?? []), capture])
  }
  const used = new Set<BesideCapture>()
  const absolutes = new Set(all.map(({ absolute }) => absolute))
  return {
    of: (path, device) => {
      const found = byName.get(shortName(device)) ?? byName.get(stemOf(path)) ?? []
      for (const capture of found) used.add(capture)
      return found
    },
    has: (absolute) => absolutes.has(absolute),
    idle: () => all.filter((capture) => !used.has(capture)),
    all,
  }
}
