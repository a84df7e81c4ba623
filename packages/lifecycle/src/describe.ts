import type { LifecycleAnswer } from './answer.ts'
import type { Milestone } from './rows.ts'

/** The milestones as a sentence calls them. */
export const milestoneWords: Readonly<Record<Milestone, string>> = {
  endOfSale: 'end of sale',
  endOfSoftwareMaintenance: 'end of software maintenance',
  endOfVulnerabilitySupport: 'end of vulnerability support',
  lastDateOfSupport: 'last date of support',
}

/** `269 days ago`, `today`, `in 1 day`. */
export const daysInWords = (days: number): string => {
  if (days === 0) return 'today'
  const count = Math.abs(days)
  const words = `${count} day${count === 1 ? '' : 's'}`
  return days < 0 ? `${words} ago` : `in ${words}`
}

const milestoneOf = ({ milestone, date, days }: LifecycleAnswer): string => {
  if (milestone === undefined) return ''
  if (date === undefined || days === undefined) return milestoneWords[milestone]
  return `${milestoneWords[milestone]} ${date}, ${daysInWords(days)}`
}

const standing = (answer: LifecycleAnswer): string => {
  const { subject, verdict, derivedFrom, milestone, why } = answer
  switch (verdict) {
    case 'past-support':
    case 'past-vulnerability-support':
      if (derivedFrom !== undefined) {
        const since = derivedFrom.date === undefined ? '' : ` (${derivedFrom.date})`
        return `${subject} is past its ${milestoneWords[derivedFrom.milestone]}: ${derivedFrom.row}, later on the same line, is past${since}`
      }
      return milestone === undefined ? `${subject} is out of support` : `${subject} is past its ${milestoneOf(answer)}`
    case 'maintenance-ended':
      return `${subject} gets no more maintenance: ${milestoneOf(answer)}`
    case 'ending':
      return `${subject} comes to an end: ${milestoneOf(answer)}`
    case 'supported':
      return `${subject} is supported: ${milestoneOf(answer)}`
    case 'unknown':
      return `${subject}: ${why ?? 'no source gives its life'}`
  }
}

/** One line that says where a product stands: the milestone, its day, the days past or left, how sure, and who says so. */
export const describeAnswer = (answer: LifecycleAnswer): string => {
  const { verdict, derivedFrom, basis, confidence, confirmed, source, why } = answer
  if (verdict === 'unknown') return standing(answer)
  const parts = [
    standing(answer),
    ...(why === undefined || derivedFrom !== undefined ? [] : [why]),
    ...(basis === 'computed' ? ["computed from the vendor's policy"] : []),
    ...(confidence === undefined || confidence === 'high' ? [] : [`${confidence} confidence`]),
    ...(confirmed === false ? ['unconfirmed'] : []),
    ...(source === undefined ? [] : [`source ${source}`]),
  ]
  return parts.join('; ')
}
