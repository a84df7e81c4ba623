import type { Finding } from '@breakwater/core'
import type { Scrub } from './scrub.ts'

/** A finding that no comment suppresses, as a baseline knows it. */
export interface OpenFinding {
  readonly rule: string
  readonly device: string
  readonly setting: string
  /** The whole lines where it stands, without secrets and with single spaces. */
  readonly line: () => string
}

export function openFindingOf({ rule, device, judgement: { setting, at } }: Finding, scrub: Scrub): OpenFinding {
  const { file, start, end } = at.span
  return { rule: rule.id, device: device.name, setting, line: () => scrub(linesAround(file.text, start, end)) }
}

/** A setting or a line, without the turn by which one secret is told from others: it moves with the lines. */
export function withoutTurn(text: string): string {
  return text.replace(/ #\d+(?=[\]> ])/g, '')
}

function linesAround(text: string, start: number, end: number): string {
  const from = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1
  const to = text.indexOf('\n', Math.max(start, end - 1))
  return text
    .slice(Math.min(from, start), to < 0 ? undefined : to)
    .replace(/\s+/g, ' ')
    .trim()
}
