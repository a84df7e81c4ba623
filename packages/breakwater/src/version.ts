/** Held to package.json by a test. */
export const version = '0.1.0'

/** The day of the newest data in the package. */
export const dataAsOf = '2026-11-22'
