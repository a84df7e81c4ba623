/**
 * Text of a configuration comes from strangers. Printed as it stands, it could move the cursor, recolour or retitle
 * the terminal, turn the direction of writing, or speak to the build server that reads our output.
 */
// oxlint-disable-next-line no-control-regex -- these are what it looks for
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
/** The older form of a command to a GitHub runner, which it obeys anywhere in a line. */
const RUNNER_COMMAND = /##\[/g
const SUSPICIOUS = /[^\t\u0020-\u007e]|##\[/

/** One line with every control character made visible. Tabs stay. */
export function harmless(text: string): string {
  if (!SUSPICIOUS.test(text)) return text
  return text
    .replace(CONTROL, picture)
    .replace(INVISIBLE, (character) => `<U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`)
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(RUNNER_COMMAND, '## [')
}

/** The same for text that begins a line of output, where `::error::` is a command to a GitHub runner. */
export function harmlessStart(text: string): string {
  const safe = harmless(text)
  return /^\s*::/.test(safe) ? `./${safe}` : safe
}

/** Control Pictures of Unicode: ␛ for ESC. */
function picture(character: string): string {
  const code = character.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '\u2421' : `<${code.toString(16).toUpperCase()}>`
}

/** JSON whose strings hold no character that a terminal or a build server obeys. It means the same. */
export function harmlessJson(json: string): string {
  return json
    .replace(/[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g, escapeUnit)
    .replace(RUNNER_COMMAND, '#\\u0023[')
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
