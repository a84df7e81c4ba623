import type { Result } from '../../results.ts'
import { codeFrame } from '../../text/frame.ts'
import { plain } from '../../text/style.ts'
import type { Report } from '../report.ts'

export interface FrameBudget {
  /** Characters of all distinct frames. */
  readonly characters: number
  /** Places for which a frame is drawn at all. */
  readonly places: number
}

const BUDGET: FrameBudget = { characters: 4 << 20, places: 60_000 }
const WIDTH = 110

export interface Frames {
  /** Where the frame of a place stands; −1: its file cannot be shown, or there is no room. */
  readonly indexOf: (result: Result) => number
  readonly texts: () => readonly string[]
  /** Places whose frame was left out for want of room. */
  readonly leftOut: () => number
}

/** Draws each place once, and stores each distinct frame once, until there is no room. */
export function createFrames({ source }: Report, budget: FrameBudget = BUDGET): Frames {
  const texts: string[] = []
  const byPlace = new Map<string, number>()
  const byText = new Map<string, number>()
  let room = budget.characters
  let leftOut = 0
  const draw = (result: Result): number => {
    const shown = source(result.location.file)
    if (shown === undefined) return -1
    const text = codeFrame(shown, result.location, result.severity, { ...plain, width: WIDTH }).join('\n')
    const same = byText.get(text)
    if (same !== undefined) return same
    if (text.length > room) return OVER
    room -= text.length
    byText.set(text, texts.length)
    texts.push(text)
    return texts.length - 1
  }
  return {
    indexOf: (result) => {
      const { file, startLine, startColumn, endLine, endColumn } = result.location
      const key = [file, startLine, startColumn, endLine, endColumn].join('\0')
      let index = byPlace.get(key)
      if (index === undefined) {
        index = byPlace.size < budget.places ? draw(result) : OVER
        if (byPlace.size < budget.places) byPlace.set(key, index)
      }
      if (index !== OVER) return index
      leftOut++
      return -1
    },
    texts: () => texts,
    leftOut: () => leftOut,
  }
}

const OVER = -2
