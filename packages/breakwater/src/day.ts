import { UsageError } from './errors.ts'

/** `YYYY-MM-DD`, a day of the calendar. Throws a UsageError. */
export function readDay(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(text))
    throw new UsageError(`--today cannot be "${text}": it is a date of the form YYYY-MM-DD`)
  return text
}
