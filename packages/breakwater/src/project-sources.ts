import type { Device, Files, SourceFile } from '@breakwater/core'
import { commentsOf, complaintsOf, suppressionsIn, type Comments, type FileSuppressions } from './comments.ts'
import { placesIn, type Places } from './places.ts'
import type { Masked, Shown } from './text/frame.ts'
import { guessInCode } from './text/guess.ts'

/** Something wrong with a comment, and where. */
export interface Complaint {
  readonly file: SourceFile
  readonly message: string
  readonly start: number
  readonly end: number
}

/** What the devices of a project share: the files that they come from, with the secrets and the comments in them. */
export class ProjectSources {
  readonly places: Places
  readonly #files: Files
  readonly #shown: (path: string) => string
  readonly #comments: Pick<Comments, 'today' | 'rules'> | undefined
  readonly #suppressions = new Map<SourceFile, FileSuppressions>()
  readonly #masks = new Map<SourceFile, Map<string, Masked>>()
  readonly #named = new Set<SourceFile>()
  readonly #ran = new Set<string>()

  /** Without `comments` none is heeded. */
  constructor(files: Files, shown: (path: string) => string, comments: Pick<Comments, 'today' | 'rules'> | undefined) {
    this.#files = files
    this.#shown = shown
    this.#comments = comments
    this.places = placesIn(shown)
  }

  suppressionsOf(file: SourceFile): FileSuppressions | undefined {
    if (this.#comments === undefined) return undefined
    let found = this.#suppressions.get(file)
    if (found === undefined) {
      found = suppressionsIn(file, { ...this.#comments, leaders: commentsOf(file.path) })
      this.#suppressions.set(file, found)
    }
    return found
  }

  /** A result names the file. */
  name(file: SourceFile): void {
    this.#named.add(file)
  }

  /** Rules that were judged on a device, which may need the comments of any file. */
  ran(rules: Iterable<string>): void {
    for (const rule of rules) this.#ran.add(rule)
  }

  /** The secrets of a device are hidden in every file in which they stand, whoever's finding shows it. */
  hide(device: Device): void {
    for (const { secret, at } of device.secrets.items) {
      const { start, end } = secret
      if (start >= end) continue
      const { file } = at.span
      let masks = this.#masks.get(file)
      if (masks === undefined) {
        masks = new Map()
        this.#masks.set(file, masks)
      }
      masks.set(`${start}-${end}`, { start, end })
    }
  }

  /** The files that results name, as frames show them. Plans are not shown. */
  *shown(): Generator<readonly [string, Shown]> {
    for (const file of this.#named) {
      if (isPlan(file)) continue
      yield [
        this.#shown(file.path),
        { index: this.places.indexOf(file), masked: [...(this.#masks.get(file)?.values() ?? [])], guess: guessInCode },
      ]
    }
  }

  /** What is wrong with the comments of the files that had a part in the project. */
  *complaints(paths: Iterable<string>): Generator<Complaint> {
    for (const path of paths) {
      const file = this.#files.read(path)
      const suppressions = file === undefined ? undefined : this.suppressionsOf(file)
      if (suppressions === undefined) continue
      for (const complaint of complaintsOf(suppressions, this.#ran)) yield { file: suppressions.file, ...complaint }
    }
  }
}

/** Plans of Terraform hold sensitive values in clear text, under whatever names, all of them often on one line. */
function isPlan({ path, text }: SourceFile): boolean {
  return path.endsWith('.json') && text.includes('"planned_values"')
}
