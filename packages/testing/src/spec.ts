import type { Site, Verdict } from '@breakwater/core'

/** A file of a case, with the verdicts that its comments expect. */
export interface SpecFile {
  readonly path: string
  readonly text: string
  readonly expected: readonly Expectation[]
}

/** `! expect: fail "VTY lines 0-4 accept Telnet"`: a judgement on the line that follows. */
export interface Expectation {
  readonly verdict: Verdict
  /** What the message has to hold. */
  readonly message: string | undefined
  /** From 1. */
  readonly line: number
}

export interface SpecCase {
  /** The headings above it and its number among theirs. */
  readonly name: string
  /** The language of the first fence: `ios`, `iosxe`, `yaml`, `jinja`, `hcl`. */
  readonly language: string
  readonly files: readonly SpecFile[]
  /** Of the fence: every judgement has this verdict. */
  readonly expect: Verdict | undefined
  readonly options: unknown
  /** What the site told, of the fence's `site`. */
  readonly site: Site | undefined
  readonly today: string | undefined
  /** The fence's line in the page, from 1. */
  readonly line: number
}

export interface Spec {
  /** What a reader sees: all above `## Edge cases`. */
  readonly page: string
  readonly cases: readonly SpecCase[]
  readonly problems: readonly string[]
}

interface Fence {
  readonly language: string
  readonly attributes: ReadonlyMap<string, string>
  readonly line: number
  readonly body: string[]
}

const EXPECT = /^\s*(?:!|#|\/\/)\s*expect:\s*(\w+)(?:\s+"([^"]*)")?\s*$/
/** Names of files without a title, by the language of their fence. */
const FILE_NAMES: Readonly<Record<string, string>> = {
  yaml: 'site.yml',
  jinja: 'template.j2',
  hcl: 'main.tf',
  ini: 'inventory.ini',
}

const VERDICTS: readonly string[] = ['pass', 'fail', 'unknown', 'notapplicable']

/**
 * Reads a specification page. A fence with a `title` joins the fences with titles that follow it directly under the same
 * heading to one project; others are cases of their own. Fences without any expectation, `text` and `yaml` ones
 * included, are prose.
 */
export function parseSpec(markdown: string): Spec {
  const cases: SpecCase[] = []
  const problems: string[] = []
  const headings: string[] = []
  let fence: Fence | undefined
  let project: { fences: Fence[]; name: string } | undefined
  let edge = -1
  const rows = markdown.split('\n')
  const close = (): void => {
    if (project !== undefined) add(project.fences, project.name)
    project = undefined
  }
  const add = (fences: readonly Fence[], name: string): void => {
    const found = caseOf(fences, name, cases, problems)
    if (found !== undefined) cases.push(found)
  }
  for (const [index, row] of rows.entries()) {
    if (fence !== undefined) {
      if (row.startsWith('```')) {
        const name = headings.filter((heading) => heading !== '').join(' / ')
        if (fence.attributes.has('title')) {
          project ??= { fences: [], name }
          project.fences.push(fence)
        } else add([fence], name)
        fence = undefined
      } else fence.body.push(row)
      continue
    }
    const heading = /^(#+)\s+(.*)$/.exec(row)
    if (heading !== null) {
      close()
      const level = heading[1]?.length ?? 1
      headings.length = level - 1
      headings[level - 1] = heading[2] ?? ''
      for (let i = 0; i < level; i++) headings[i] ??= ''
      if (row === '## Edge cases' && edge < 0) edge = index
    } else if (row.startsWith('```')) {
      fence = openFence(row, index + 1)
      if (!fence.attributes.has('title')) close()
    }
  }
  close()
  if (fence !== undefined) problems.push(`line ${fence.line}: the fence is not closed`)
  const page = (edge < 0 ? rows : rows.slice(0, edge)).join('\n').trimEnd()
  return { page, cases, problems }
}

function openFence(row: string, line: number): Fence {
  const [, language = '', info = ''] = /^```(\S*)\s*(.*)$/.exec(row) ?? []
  const attributes = new Map<string, string>()
  for (const [, key = '', quoted, single, bare] of info.matchAll(/(\w+)=(?:"([^"]*)"|'([^']*)'|(\S+))/g)) {
    attributes.set(key, quoted ?? single ?? bare ?? '')
  }
  return { language, attributes, line, body: [] }
}

function caseOf(
  fences: readonly Fence[],
  name: string,
  before: readonly SpecCase[],
  problems: string[],
): SpecCase | undefined {
  const [first] = fences
  if (first === undefined) return undefined
  const at = `line ${first.line}`
  const files = fences.map((fence) => fileOf(fence, problems))
  const expect = first.attributes.get('expect')
  if (expect !== undefined && !VERDICTS.includes(expect)) problems.push(`${at}: no verdict is called ${expect}`)
  if (expect === undefined && files.every((file) => file.expected.length === 0)) {
    if (['ios', 'iosxe'].includes(first.language)) problems.push(`${at}: the case expects nothing`)
    return undefined
  }
  const json = (attribute: string): unknown => {
    const written = first.attributes.get(attribute)
    if (written === undefined) return undefined
    try {
      return JSON.parse(written)
    } catch {
      problems.push(`${at}: ${attribute} is not JSON: ${written}`)
      return undefined
    }
  }
  const number = before.filter((other) => other.name.startsWith(`${name} #`)).length + 1
  return {
    name: `${name} #${number} (${first.language}, line ${first.line})`,
    language: first.language,
    files,
    expect: expect as Verdict | undefined,
    options: json('options'),
    site: json('site') as Site | undefined,
    today: first.attributes.get('today'),
    line: first.line,
  }
}

function fileOf(fence: Fence, problems: string[]): SpecFile {
  const expected: Expectation[] = []
  let pending: Omit<Expectation, 'line'>[] = []
  for (const [index, row] of fence.body.entries()) {
    const [, verdict, message] = EXPECT.exec(row) ?? []
    if (verdict === undefined) {
      for (const expectation of pending) expected.push({ ...expectation, line: index + 1 })
      pending = []
      continue
    }
    if (!VERDICTS.includes(verdict)) problems.push(`line ${fence.line + index + 1}: no verdict is called ${verdict}`)
    pending.push({ verdict: verdict as Verdict, message })
  }
  if (pending.length > 0) problems.push(`line ${fence.line}: an expectation at the end binds to no line`)
  const path = fence.attributes.get('title') ?? FILE_NAMES[fence.language] ?? `${fence.language}.cfg`
  return { path, text: `${fence.body.join('\n')}\n`, expected }
}
