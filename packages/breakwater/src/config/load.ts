import { basename } from 'node:path'
import { cosmiconfig, defaultLoaders, type Loader } from 'cosmiconfig'
import { ConfigError } from '../errors.ts'
import { readLocated, type Located } from './located.ts'

/** A configuration as it was written, not yet checked. */
export interface Loaded {
  readonly path: string
  readonly value: unknown
  /** Where its keys stand; undefined for code. */
  readonly located: Located | undefined
  /** The keys above it in its file. */
  readonly within: readonly string[]
}

export async function loadConfig(path: string): Promise<Loaded> {
  let located: Located | undefined
  const data: Loader = (file, text) => {
    located = readLocated(file, text)
    return located.value
  }
  const explorer = cosmiconfig('breakwater', {
    loaders: {
      noExt: data,
      '.json': data,
      '.yaml': data,
      '.yml': data,
      '.mjs': loadScript,
      '.js': loadScript,
      '.ts': loadTypeScript,
    },
  })
  try {
    const found = await explorer.load(path)
    // A script may give a function's worth of things; only its default export counts.
    const value: unknown = found?.config ?? {}
    return { path, value, located, within: basename(path) === 'package.json' ? ['breakwater'] : [] }
  } catch (error) {
    if (error instanceof ConfigError) throw error
    throw new ConfigError(`${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const loadScript: Loader = defaultLoaders['.mjs']

/** Node from 22.18 on strips the types itself; before that the `typescript` package does, where it is installed. */
const loadTypeScript: Loader = async (path, text) => {
  if ('typescript' in process.features && process.features.typescript) return await loadScript(path, text)
  try {
    return await defaultLoaders['.ts'](path, text)
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      error.code === 'ERR_MODULE_NOT_FOUND' &&
      error.message.includes("'typescript'")
    )
      throw new ConfigError(
        `${path}: Node ${process.versions.node} cannot read TypeScript; install the package "typescript", use Node 22.18 or later, or write breakwater.config.mjs`,
      )
    throw error
  }
}
