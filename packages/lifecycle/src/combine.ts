import type { LifecycleAnswer } from './answer.ts'
import { isPastVerdict } from './verdict.ts'

/**
 * One answer for all that a thing can be. Where they agree, that is the answer; past support and past vulnerability
 * support agree on the lesser. Where they differ: unknown, with what would decide.
 */
export const combineAnswers = (
  subject: string,
  answers: readonly LifecycleAnswer[],
  decides: string,
): LifecycleAnswer => {
  const [first] = answers
  if (first === undefined) return { verdict: 'unknown', subject, why: decides }
  const agreed = answers.every(({ verdict }) => verdict === first.verdict)
  const past = answers.every(({ verdict }) => isPastVerdict(verdict))
  if (!agreed && !past) {
    const stands = answers.map((answer) => `${answer.subject}: ${answer.verdict}`)
    return { verdict: 'unknown', subject, why: `${decides} (${[...new Set(stands)].join('; ')})` }
  }
  const lesser = answers.find(({ verdict }) => verdict === 'past-vulnerability-support') ?? first
  const others = [...new Set(answers.map((answer) => answer.derivedFrom?.row ?? answer.subject))]
  if (others.length === 1 || first.verdict === 'unknown') return { ...lesser, subject }
  return { ...lesser, subject, why: `so is all that it can be: ${others.join(', ')}` }
}
