import type { Device } from './device.ts'
import type { Note } from './engine.ts'
import type { Origin, SourceFile } from './source.ts'

/** An entry of a folder. */
export interface Entry {
  readonly name: string
  readonly kind: 'file' | 'folder'
}

/** The files of a project: the disk in the shell, a map in tests and in a browser. Paths use `/` and are relative to the project. */
export interface Files {
  /** The name of the folder in which the paths begin; left out where nobody knows it. */
  readonly folder?: string
  /** The file, the same object at every call; undefined where there is none, or it cannot be read as text. */
  read(path: string): SourceFile | undefined
  /** The entries of a folder in the order of their names; empty where there is none. */
  list(folder: string): readonly Entry[]
}

/** A device that a front-end has read, with what a report says of its source. */
export interface SourceDevice {
  readonly device: Device
  /** The file that stands for the device in reports: its configuration, its playbook, its root module's first file. */
  readonly file: SourceFile
  /** Groups of an inventory that the device belongs to, for reports; not `all`. */
  readonly groups?: readonly string[]
  readonly notes: readonly Note[]
  /** Names that nothing in view gives a value, each with the place where the device first needs it. */
  readonly wanting?: ReadonlyMap<string, Origin>
  /** Lines or attributes that say something, and those of them that are understood or ignored on purpose. */
  readonly lines: number
  readonly linesUnderstood: number
}

/** What a front-end read of a project. */
export interface ProjectReading {
  /** Made one by one, so that a project of many devices need not be held whole. */
  readonly devices: Iterable<SourceDevice>
  /** Remarks that belong to no device. Complete when the devices have been gone through. */
  readonly notes: readonly Note[]
  /** The files that had a part in it: nobody else has to read them. Complete when the devices have been gone through. */
  readonly files: ReadonlySet<string>
}

/** Reads the languages of one family of tools. Pure; never throws; sees the whole project. */
export interface Frontend<Options = unknown> {
  readonly name: string
  /** Whether a file of that path may be of its languages, by the path alone. */
  claims(path: string): boolean
  /** Reads what the given files, all of which it claims, belong to. */
  read(paths: readonly string[], files: Files, options: Options): ProjectReading
}
