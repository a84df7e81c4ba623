import { harmlessJson } from '../text/harmless.ts'
import { orderedResult } from './json.ts'
import type { Reporter } from './report.ts'

/** One result a line, each an object of `results` of `breakwater/results@1`. */
export const jsonl: Reporter = ({ results }) =>
  results.results.map((result) => `${harmlessJson(JSON.stringify(orderedResult(result)))}\n`).join('')
