import type { Finding } from '@breakwater/core'
import { applyEdits, differenceOf, typedText, type Difference, type Edit, type Writing } from '@breakwater/network-os'
import type { ReadablePlatform } from '../catalogue.ts'
import { fixClasses } from './classes.ts'
import { matterOf, type Bench, type Standing } from './bench.ts'

/** A way to mend a finding that is to be proven. */
export interface Trial extends Writing {
  readonly finding: Finding
  readonly edits: readonly Edit[]
  /** What somebody would type. */
  readonly typed: readonly string[]
}

/**
 * How the text stands after the edits, where they are right; else which of the trials are the likely reason that they
 * are not. Blame is a hint where to look first, and decides nothing.
 */
export type Proof = { readonly after: Standing } | Refusal

export interface Refusal {
  readonly blames: (trial: Trial) => boolean
  /** What the commands do is refused, and not how they are written: no other way to write them is right either. */
  readonly forGood: boolean
}

const UNREADABLE: Refusal = { blames: () => false, forGood: false }

/**
 * Tries edits together. They are right if the edited text says of the device exactly what it would say after somebody
 * typed the remediations, the findings are gone, and nothing fails that did not fail before.
 */
export function prove(
  { reading, fails, doubts }: Standing,
  bench: Bench,
  trials: readonly Trial[],
  platform: ReadablePlatform | undefined,
): Proof {
  const { file, detection } = reading
  const edits = trials.flatMap((trial) => trial.edits)
  const edited = bench.read({ path: file.path, text: applyEdits(file.text, edits) }, platform)
  if (edited === undefined || edited.detection.platform !== detection.platform) return UNREADABLE
  const typed = typedText(
    reading,
    trials.flatMap(({ gone }) => gone),
    trials.flatMap((trial) => trial.typed),
  )
  const entered = bench.read({ path: file.path, text: typed }, detection.platform as ReadablePlatform)
  if (entered === undefined) return UNREADABLE
  const difference = differenceOf(edited.device, entered.device)
  if (difference !== undefined) return { blames: ({ finding }) => touches(finding, difference), forGood: false }
  const after = bench.stand(edited)
  const mended = new Map<string, number>()
  for (const { finding } of trials) mended.set(matterOf(finding), (mended.get(matterOf(finding)) ?? 0) + 1)
  for (const [matter, count] of mended)
    if ((after.doubts.get(matter) ?? 0) > (doubts.get(matter) ?? 0) - count)
      return { blames: ({ finding }) => matterOf(finding) === matter, forGood: true }
  for (const [matter, count] of after.fails)
    if (count > (fails.get(matter) ?? 0)) return { blames: riskiest(trials), forGood: true }
  return { after }
}

/** Another rule fails rather for a change that takes something away. */
function riskiest(trials: readonly Trial[]): (trial: Trial) => boolean {
  const riskOf = ({ finding: { judgement } }: Trial): number =>
    fixClasses.findIndex((one) => one === judgement.applicability)
  const most = trials.reduce((most, trial) => Math.max(most, riskOf(trial)), -1)
  return (trial) => riskOf(trial) === most
}

function touches({ judgement: { changes = [] } }: Finding, { setting, key }: Difference): boolean {
  return changes.some((change) => {
    const [list = ''] = change.setting.split('[]')
    return list === setting && (key === undefined || change.item === undefined || change.item.key === key)
  })
}
