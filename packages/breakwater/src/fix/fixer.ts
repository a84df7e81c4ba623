import { decodeText, encodeText, isCapture } from '@breakwater/network-os'
import type { ReadablePlatform } from '../catalogue.ts'
import type { Input } from '../projects.ts'
import { isFinding, type Applicability, type Fixed, type Result } from '../results.ts'
import { shownOf } from '../shown.ts'
import { counted } from '../text/table.ts'
import { benchOf, type BenchOptions } from './bench.ts'
import { unifiedDiff } from './diff.ts'
import { isWithin, type FixClass } from './classes.ts'
import { mend, type Mended } from './mend.ts'
import { rewrite } from './write.ts'

export interface FixerOptions extends BenchOptions {
  /** The class up to which fixes are made. */
  readonly most: FixClass
  /** Nothing is written. */
  readonly dryRun: boolean
  readonly cwd: string
  /** A remark for the report. */
  readonly note: (message: string) => void
}

/** Mends files one by one, and counts. */
export interface Fixer {
  /** The text that is to be judged: the mended one, where it was written or nothing is to be. */
  readonly fix: (input: Input, bytes: Buffer, platform?: ReadablePlatform) => string
  /** The diffs of the files, in their order. */
  readonly diff: () => string
  /** What is to be said of all files together, once they are done. */
  readonly end: () => void
  readonly fixed: (left: readonly Result[]) => Fixed
}

export function createFixer(options: FixerOptions): Fixer {
  const { most, dryRun, cwd, note } = options
  const bench = benchOf(options)
  const diffs: string[] = []
  const captures: string[] = []
  const withdrawn: Withdrawn[] = []
  const counts = { files: 0, edits: 0, findings: 0 }
  return {
    fix: (input, bytes, platform) => {
      const { text, encoding } = decodeText(bytes)
      const mended = mend({ path: input.path, text }, bench, most, platform)
      if (mended === undefined) return text
      if (isLeftAsCapture(mended, most)) captures.push(input.path)
      if (mended.withdrawn.length > 0)
        withdrawn.push({ path: input.path, rules: mended.withdrawn.map(({ rule }) => rule) })
      if (mended.edits === 0) return text
      const after = mended.after.reading.file.text
      if (!encodeText({ text, encoding }).every((byte, at) => byte === bytes[at])) {
        note(`${input.path} was not fixed: its bytes could not be kept`)
        return text
      }
      if (dryRun) diffs.push(unifiedDiff(input.path, shownOf(mended.before.reading), shownOf(mended.after.reading)))
      else {
        const hindrance = rewrite(input.absolute, bytes, encodeText({ text: after, encoding }), cwd)
        if (hindrance !== undefined) {
          note(`${input.path} was not fixed: it ${hindrance}`)
          return text
        }
      }
      counts.files++
      counts.edits += mended.edits
      counts.findings += mended.findings
      return after
    },
    end: () => {
      const [capture] = captures
      if (capture !== undefined)
        note(
          captures.length === 1
            ? `${capture}: a capture of a terminal is not edited`
            : `${counted(captures.length, 'file')} are captures of a terminal and are not edited: ${capture} and more`,
        )
      if (withdrawn.length > 0) note(remarkOn(withdrawn))
    },
    diff: () => diffs.join(''),
    fixed: (results) => ({ applicability: most, written: !dryRun, ...counts, left: leftOf(results) }),
  }
}

interface Withdrawn {
  readonly path: string
  readonly rules: readonly string[]
}

function isLeftAsCapture({ before, edits }: Mended, most: FixClass): boolean {
  return (
    edits === 0 &&
    isCapture(before.reading) &&
    before.open.some(({ judgement: { applicability } }) => applicability && isWithin(applicability, most))
  )
}

function remarkOn(withdrawn: readonly Withdrawn[]): string {
  const rules = withdrawn.flatMap((one) => one.rules)
  const what = counted(rules.length, 'fix', 'fixes')
  const why = 'the text would have said something else too, or failed where it passed'
  const where = withdrawn.length === 1 ? `${withdrawn[0]?.path ?? ''}: ${what} withdrawn` : undefined
  const among = `${what} withdrawn in ${counted(withdrawn.length, 'file')}, ${withdrawn[0]?.path ?? ''} and more`
  return `${where ?? among}: ${why}: ${[...new Set(rules)].toSorted().join(', ')}`
}

function leftOf(results: readonly Result[]): Fixed['left'] {
  const left: Record<Applicability, number> = { safe: 0, disruptive: 0, 'lockout-risk': 0, 'needs-site-value': 0 }
  for (const result of results)
    if (isFinding(result) && result.applicability !== undefined) left[result.applicability]++
  return left
}
