import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { iosModes } from '../platforms/ios/modes.ts'
import { LineKind, type LineTable, printLines } from './lines.ts'
import { parseLines } from './parse.ts'
import { sectionEnd } from './view.ts'

const folder = new URL('../../test/fixtures/syntax/', import.meta.url)
const fixtures = readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))

/** What makes IOS hard to read, to be strewn into arbitrary texts. */
const pieces = [
  ['interface Gi0/1', 'router bgp 1', 'address-family ipv4', 'line vty 0 4', 'policy-map P', 'class C', 'key 1'],
  ['banner motd ^C', 'banner login #', 'banner exec \x03', '^C', '#', 'macro name M', '@', 'tclsh', 'menu M title ^C'],
  ['crypto pki certificate chain T', 'certificate 01', '30820330', 'quit', 'key-string', '-----BEGIN X-----'],
  ['exit', 'exit-address-family', 'end', '!', ' !', 'pe1#', 'pe1(config)#interface Gi0/2', 'pe1#show version'],
  ['no', 'ip address 192.0.2.1 255.255.255.0', 'unknown', ' --More-- ', '\b', '\x1b[K', '\ufeff', '\xa0', '\t', ' '],
  ['\n', '\n', '\n', '\n ', '\n  ', '\r\n', '\r', '\0', '\u{1f30a}', 'ß'],
].flat()

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('\n')),
)

/** What is wrong with a table: its lines must cover the text in order, and stand below lines that open their mode. */
function problems(table: LineTable): string[] {
  const found: string[] = []
  const must = (holds: boolean, problem: string) => void (holds || found.push(problem))
  must(printLines(table) === table.text, 'it does not print the text')
  let from = 0
  for (let line = 0; line < table.count; line++) {
    const [start = -1, body = -1, end = -1] = [table.start[line], table.body[line], table.end[line]]
    const parent = table.parent[line] ?? -2
    must(table.text.slice(from, start).trim() === '', `characters are lost before line ${line}`)
    must(start <= body && body <= end, `line ${line} has its parts in disorder`)
    must(parent >= -1 && parent < line, `line ${line} stands below line ${parent}`)
    must(table.mode[line] === (parent < 0 ? 0 : table.opens[parent]), `line ${line} is in a mode that is not open`)
    must(parent < 0 || table.kind[parent] === LineKind.command, `line ${line} stands below what is no command`)
    must(parent < 0 || sectionEnd(table, parent) > line, `line ${line} stands after the end of its section`)
    from = end
  }
  must(table.text.slice(from).trim() === '', 'characters are lost after the last line')
  return found
}

test('any text parses, and prints back', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(problems(parseLines(text, iosModes))).toEqual([])
    }),
    { numRuns: 3000 },
  )
})

test.each(fixtures)('every prefix of $name parses, and prints back', ({ text }) => {
  const broken = Array.from({ length: text.length + 1 }, (_, end) => text.slice(0, end)).filter(
    (prefix) => problems(parseLines(prefix, iosModes)).length > 0,
  )
  expect(broken).toEqual([])
})

test('an empty text has no lines', () => {
  expect(parseLines('', iosModes).count).toBe(0)
})

test('a terminator ends a line and begins none', () => {
  expect(parseLines('hostname pe1\n', iosModes).count).toBe(1)
  expect(parseLines('hostname pe1\n\n', iosModes).count).toBe(2)
})

test('a note names the line that is not closed, and quotes no more than two words of it', () => {
  const text = 'hostname pe1\nbanner motd ^Csecret words'
  expect(parseLines(text, iosModes).notes).toEqual([
    { message: 'banner motd is not closed by ^C', start: 13, end: text.length },
  ])
})
