/** The release schemes that this package can parse and compare. */
export const schemeNames = ['ios', 'iosxe', 'iosxr', 'nxos', 'eos', 'junos', 'asa', 'panos'] as const

/** One release scheme per network operating system. */
export type SchemeName = (typeof schemeNames)[number]

/** A release as a plain, serialisable value. Two releases are ordered by `compareReleases`, never by their text. */
export interface Release {
  readonly scheme: SchemeName
  /** As written, trimmed: `15.2(4)M11`, `03.16.10.S`, `9.16.4.85`. */
  readonly text: string
  /** The train, in the vendor's words: `15.2M`, `3.16S`, `17.9`, `7.0I`, `15.1X49`. */
  readonly train: string
  /** The position as a semantic version, for ranges: `15.2.40000110000`. Says nothing across `line`s. */
  readonly semver: string
  /** The trains that follow one another: `M` and `E` of IOS are two lines, `7.3N` and `9.3` of NX-OS too. */
  readonly line: string
  /** A product of its own that shares the grammar (`evo`), or a build flavour (`LNT`, `s1`, `DPE`), as written. */
  readonly variant?: string
}

/** What a release scheme can do. Unparsable text is `undefined`, and so is an order that does not exist. */
export interface ReleaseScheme {
  readonly name: SchemeName
  /** `15.2(4)M11` → a release; anything else, a bare train included, → `undefined`. */
  parse(text: string): Release | undefined
  /**
   * -1, 0 or 1; `undefined` where the two trains have no order between them (`15.2(4)M6`, `15.2(4)E6`), and where a
   * text is no release.
   */
  compare(a: Release | string, b: Release | string): -1 | 0 | 1 | undefined
  /** The train that a text names: that of a release, or of a bare train such as `15.2E`, `17.9`, `15.1X49`. */
  train(text: string): Train | undefined
  /** The position of a release as a semantic version without prerelease and build parts. */
  toSemver(release: Release): string
}

/** A release scheme as its module gives it: it compares releases that are parsed. */
export type OrderedScheme = Omit<ReleaseScheme, 'compare'> & {
  compare(a: Release, b: Release): -1 | 0 | 1 | undefined
}

/** A train, or what is known of one: `version 15.2` of IOS proves the numbers and not the letters. */
export interface Train {
  readonly scheme: SchemeName
  /** `15.2M`, `17.9`, and `15.2` where the letters are not known. */
  readonly text: string
  readonly major: number
  readonly minor: number
  /** The lines that the train may be on, in order; one where it is proven. */
  readonly lines: readonly string[]
}
