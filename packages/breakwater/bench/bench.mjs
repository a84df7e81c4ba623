// Prints how fast the parser and all rules are, beside the floor: reading, decoding and scanning the same files for
// line ends. Needs `npm run build && npm run bundle`. The files are those of the folder given, else the IOS corpus
// beside the repository, else the example.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { judge } from '@breakwater/core'
import { decodeText, iosModes, parseLines, readDevice } from '@breakwater/network-os'
import { loadLifecycle, lookupExploited, lookupHardware, lookupRelease } from '@breakwater/lifecycle'
import { rules } from '@breakwater/rules'

const LINES = 1_000_000
const ROUNDS = 3
const STARTS = 21
const TOGETHER = 64

const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = [process.argv[2], join(root, '../shared/corpus/ios'), join(root, 'examples/isp-edge')].find(
  (path) => path && existsSync(path),
)

const paths = readdirSync(folder, { recursive: true })
  .map((name) => join(folder, name))
  .filter((path) => statSync(path).isFile())
  .filter((path) => readDevice({ path, text: decodeText(readFileSync(path)).text }) !== undefined)
const linesOf = new Map(paths.map((path) => [path, countLines(readFileSync(path, 'latin1'))]))

const work = []
let total = 0
while (total < LINES && paths.length > 0) {
  for (const path of paths) {
    if (total >= LINES) break
    work.push(path)
    total += linesOf.get(path)
  }
}
const texts = new Map(paths.map((path) => [path, decodeText(readFileSync(path)).text]))
const enabled = rules.map((rule) => ({ rule, severity: rule.severity, options: rule.options?.defaults }))

const floor = measure(() => {
  let lines = 0
  for (const path of work) lines += countLines(readFileSync(path, 'utf8'))
  return lines
})
const parse = measure(() => {
  let lines = 0
  for (const path of work) lines += parseLines(texts.get(path), iosModes).count
  return lines
})
const read = measure(() => {
  let lines = 0
  for (const path of work) lines += readDevice({ path, text: texts.get(path) }).table.count
  return lines
})
const check = measure(() => {
  let findings = 0
  // As the command does: a number of devices together.
  for (let at = 0; at < work.length; at += TOGETHER) {
    const devices = work.slice(at, at + TOGETHER).map((path) => readDevice({ path, text: texts.get(path) }).device)
    findings += judge(devices, { rules: enabled, today: '2026-11-24' }).findings.length
  }
  return findings
})

const rows = [
  ['floor: read, decode, scan', floor],
  ['parse', parse],
  ['parse and read facts', read],
  [`parse, read facts, ${rules.length} rules`, check],
]
console.log(
  `${total.toLocaleString('en')} lines in ${work.length.toLocaleString('en')} files of ${folder}, one thread, Node ${process.versions.node}`,
)
for (const [name, seconds] of rows)
  console.log(
    `  ${name.padEnd(34)}${Math.round(total / seconds)
      .toLocaleString('en')
      .padStart(12)} lines/s ${seconds.toFixed(2).padStart(7)} s`,
  )

// Each release and product once per round of data that nobody has asked yet, then again as a fleet does.
const known = await loadLifecycle()
const releases = known.exploited
  .flatMap(({ affected = {} }) => Object.entries(affected))
  .flatMap(([platform, { listed = [] }]) =>
    listed.flatMap((train) => train.split(' ')).map((release) => ({ platform, release })),
  )
const products = known.rows.flatMap((row) =>
  row.kind === 'hardware' ? row.pids.map((pid) => pid.replaceAll('*', '1')) : [],
)
const asked = { today: '2026-11-24' }
const lookUps = (data) => {
  for (const query of releases) {
    lookupRelease(query, { ...asked, data })
    lookupExploited(query, { data })
  }
  for (const product of products) lookupHardware(product, { ...asked, data })
  return releases.length * 2 + products.length
}
const fresh = () => ({ ...known, rows: [...known.rows], exploited: [...known.exploited] })
console.log(`look-ups, ${lookUps(known).toLocaleString('en')} a round`)
for (const [name, job] of [
  ['first asked', () => lookUps(fresh())],
  ['asked again', () => lookUps(known)],
])
  console.log(
    `  ${name.padEnd(34)}${Math.round(lookUps(known) / measure(job))
      .toLocaleString('en')
      .padStart(12)} a second`,
  )

const small = mkdtempSync(join(tmpdir(), 'breakwater-bench-'))
writeFileSync(
  join(small, 'r1.cfg'),
  'hostname r1\n!\nip ssh version 2\n!\nline vty 0 4\n transport input ssh\n!\nend\n',
)
const bin = join(root, 'packages/breakwater/dist/bin.js')
const bare = start(['-e', '0'])
const whole = start([bin, 'check', 'r1.cfg'])
rmSync(small, { recursive: true })
console.log(`start-up, median of ${STARTS}`)
console.log(`  node -e 0${bare.toFixed(0).padStart(25)} ms`)
console.log(`  breakwater check, one small file${whole.toFixed(0).padStart(2)} ms   ${(whole / bare).toFixed(2)} times`)

function countLines(text) {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

/** Seconds of the fastest round. */
function measure(job) {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now()
    job()
    best = Math.min(best, performance.now() - begun)
  }
  return best / 1000
}

/** Milliseconds of a whole process. */
function start(args) {
  const times = []
  for (let round = 0; round < STARTS; round++) {
    const begun = performance.now()
    spawnSync(process.execPath, args, { cwd: small, stdio: 'ignore' })
    times.push(performance.now() - begun)
  }
  return times.toSorted((a, b) => a - b)[STARTS >> 1]
}
