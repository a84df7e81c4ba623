/**
 * Lines per second of `parseLines` over the IOS corpus, repeated to a million lines, one thread, first run included.
 * Build first: `npx tsc -b packages/network-os`. Then: `node packages/network-os/bench/parse.bench.mjs [folder]`.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { iosModes } from '../dist/platforms/ios/modes.js'
import { decodeText } from '../dist/syntax/encoding.js'
import { parseLines } from '../dist/syntax/parse.js'

const folder = process.argv[2] ?? new URL('../../../../shared/corpus/ios', import.meta.url).pathname
const LINES = 1_000_000
const RUNS = 5

const files = readdirSync(folder, { recursive: true })
  .map((name) => join(folder, name))
  .filter((path) => statSync(path).isFile())
  .toSorted()
const texts = files.map((path) => decodeText(readFileSync(path)).text)
const lines = texts.reduce((sum, text) => sum + parseLinesCount(text), 0)

function parseLinesCount(text) {
  return text.split('\n').length
}

function measure(name, inputs) {
  const times = []
  let read = 0
  for (let run = 0; run < RUNS; run++) {
    const began = performance.now()
    read = 0
    for (const text of inputs) read += parseLines(text, iosModes).count
    times.push(performance.now() - began)
  }
  const speed = (ms) => `${(read / ms / 1000).toFixed(2)} M lines/s`
  const total = times.reduce((sum, time) => sum + time, 0)
  console.log(
    `${name}: ${read} lines; first ${times[0].toFixed(0)} ms (${speed(times[0])}), ` +
      `best ${Math.min(...times).toFixed(0)} ms (${speed(Math.min(...times))}), mean of ${RUNS} ${speed(total / RUNS)}`,
  )
}

const times = Math.ceil(LINES / lines)
// A buffer's string is flat; a joined one would be a rope.
const whole = Buffer.from(texts.join('\n').repeat(times), 'utf16le').toString('utf16le')
const narrow = Buffer.from(whole.replaceAll(/[^\0-\xff]/g, '?'), 'latin1').toString('latin1')
measure('one text, one byte a character ', [narrow])
measure('one text, two bytes a character', [whole])
measure('file by file                   ', Array.from({ length: times }, () => texts).flat())
