const MARKERS: readonly RegExp[] = [
  // `********`, `xxxxx` in either case, `....`
  /^(?:\*{3,}|x{3,}|\.{3,}|#{3,}|-{3,}|\?{3,})$/i,
  // `$9$xxxxxxxxxxxx`
  /x{6,}|\*{3,}/i,
  // `<removed>`, `<NEW>`, `[REDACTED]`, `{{ vault_key }}`, `{% … %}`, `%KEY%`
  /^(?:<.*>|\[.*\]|\{[{%].*[}%]\}|%\w+%|__\w+__)$/s,
  // `$KEY`, `${key}`, `$(key)`
  /^\$(?:[A-Z_][A-Z\d_]*|\{.*\}|\(.*\))$/s,
  // `SECRET_REMOVED`, `REDACTED`, `$1$SECRET_REMOVED`
  /(?:^|[^a-z])(?:removed|redacted|hidden|masked|saniti[sz]ed|scrubbed)(?:[^a-z]|$)/i,
  // `CHANGE_ME_TACACS_SECRET`, `YOUR_KEY_HERE`
  /^(?:CHANGE_?ME|YOUR|REPLACE|INSERT)_[A-Z\d_]+$/,
  // Written by the masking of a collector.
  /^cg6#/,
]

/** Whether a tool, a person or a template has put something in the place of a secret. */
export function isRedacted(text: string): boolean {
  const bare = text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text
  return bare === '' || MARKERS.some((marker) => marker.test(bare))
}
