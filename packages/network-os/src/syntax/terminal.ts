const BACKSPACE = 8
const CR = 13
const ESCAPE = 27

/**
 * Where the content goes on after what a terminal has left at `at`: control characters, escape sequences, and a pager's
 * `--More--` with what erased it. `at` itself if there is nothing of the kind.
 */
export function skipTerminal(text: string, at: number, end: number): number {
  let from = at
  for (;;) {
    const code = text.charCodeAt(from)
    if (from >= end) return end
    if (code === ESCAPE) from = skipEscape(text, from, end)
    else if (code < 32 && code !== 9) from++
    else if (isPager(text, from)) from = skipPager(text, from, end)
    else return from
  }
}

/** Whether a pager's prompt begins here: `--More--`, ` --More-- `, `<--- More --->`. */
export function isPager(text: string, at: number): boolean {
  return text.startsWith('--More--', at) || text.startsWith('<--- More --->', at)
}

/** After `--More--`: past the last backspace, CR or escape sequence, which erase it; else past the word. */
function skipPager(text: string, at: number, end: number): number {
  const word = text.indexOf(text.charCodeAt(at) === 60 ? '>' : '--', at + 4)
  let past = text.charCodeAt(at) === 60 ? word + 1 : word + 2
  for (let from = past; from < end; from++) {
    const code = text.charCodeAt(from)
    if (code === BACKSPACE || code === CR) past = from + 1
    else if (code === ESCAPE) past = skipEscape(text, from, end)
    else if (code > 32) break
  }
  return past
}

/** After an escape sequence: `ESC [`, parameters and a letter, or `ESC` and one character. */
function skipEscape(text: string, at: number, end: number): number {
  let from = at + 1
  if (text.charCodeAt(from) !== 91) return Math.min(from + 1, end)
  from++
  while (from < end && text.charCodeAt(from) >= 32 && text.charCodeAt(from) < 64) from++
  return Math.min(from + 1, end)
}

/** A prompt at the beginning of a line. */
export interface Prompt {
  /** Offset after the prompt. */
  readonly end: number
  /** The mode it names: `exec`, `global` for `(config)`, `section` for `(config-if)`, `(ca-trustpoint)`. */
  readonly mode: 'exec' | 'global' | 'section'
}

/** Longest prompt that is looked for. Cisco cuts the host name of a prompt to 20 characters, or to 63 by choice. */
const LONGEST = 100

/** The prompt that begins at `at`: `R1#`, `R1>`, `R1(config-if)#`, also with `RP/0/RSP0/CPU0:` before the name. */
export function promptAt(text: string, at: number, end: number): Prompt | undefined {
  const limit = Math.min(end, at + LONGEST)
  let from = at
  let mode: Prompt['mode'] = 'exec'
  for (; from < limit; from++) {
    const code = text.charCodeAt(from)
    if (isNameCharacter(code)) continue
    if (from === at) return undefined
    if (code === 35 || code === 62) return { end: from + 1, mode }
    if (code !== 40 || mode !== 'exec') return undefined
    const open = from
    while (from < limit && text.charCodeAt(from) !== 41) from++
    mode = text.startsWith('(config)', open) ? 'global' : 'section'
  }
  return undefined
}

/** Letters, digits, and `-./:_~` as they stand in host names and in prompts of route processors. */
function isNameCharacter(code: number): boolean {
  return (
    (code >= 45 && code <= 58) ||
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    code === 95 ||
    code === 126
  )
}

const MESSAGE = /%[A-Z][A-Z0-9_]*-(?:[A-Z0-9_]+-)?\d-[A-Z0-9_]+/
const CLOCK = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d/

/** Whether the content is what the device said: `% Invalid input`, its `^`, `[OK]`, `*Mar 1 ...: %SYS-5-...`. */
export function isDeviceMessage(text: string, at: number, end: number): boolean {
  const first = text.charCodeAt(at)
  if (first === 37) return true
  const content = text.slice(at, Math.min(end, at + 200))
  if (first === 94 || first === 91) return content.trimEnd() === '^' || content.trimEnd() === '[OK]'
  return CLOCK.test(content) || MESSAGE.test(content)
}
