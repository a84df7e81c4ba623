import type { Note, SourceFile } from '@breakwater/core'
import type { Data } from './data.ts'
import { readBlocks } from './yaml/block.ts'
import { composeDocuments } from './yaml/compose.ts'

export interface YamlFile {
  /** One value per document, typed as Ansible types it (PyYAML's YAML 1.1). An empty file has none. */
  readonly documents: readonly Data[]
  /** What Ansible would refuse or warn of. The sound parts of the file are read all the same. */
  readonly notes: readonly Note[]
}

/** Reads a YAML file. Every key and value knows its place: `at` of an entry's key, of a value, of a list's item. */
export function parseYaml(file: SourceFile): YamlFile {
  return readBlocks(file) ?? composeDocuments(file)
}
