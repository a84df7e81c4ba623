/** A command that was typed wrongly. Its message is printed without a stack; the process ends with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** A configuration that cannot be used. Its message names the file, the place and the key; the process ends with 2. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}
