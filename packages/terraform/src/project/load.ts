import type { Files } from '@breakwater/core'
import type { LoadOptions, Project } from './project.ts'

/**
 * Reads a root module and the modules that it calls, and evaluates them. Never throws; nothing outside the given files
 * is read, and nothing is run. `root` is a folder's path, `.` or empty for the project's own.
 */
export function loadProject(files: Files, root: string, options: LoadOptions = {}): Project {
  void files
  void options
  return {
    root,
    version: undefined,
    resources: [],
    providers: [],
    variables: [],
    outputs: [],
    files: [],
    sources: [],
    notes: [],
  }
}

/** The folders among those of the given paths that are root modules: no other one calls them. In order. */
export function rootFolders(files: Files, paths: readonly string[]): readonly string[] {
  void files
  void paths
  return []
}
