// Compares the whole process of `breakwater check` with that of checkov on a folder of Terraform: CPU seconds and wall
// clock of the fastest of several runs each. Needs `npm run bundle`, and checkov on PATH. The folder is the one given,
// else the corpus of Terraform beside the repository, else the examples.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'

const RUNS = 3
const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = [process.argv[2], join(root, '../shared/corpus/terraform-cloud'), join(root, 'examples')].find(
  (path) => path && existsSync(path),
)
const tools = [
  ['breakwater', process.execPath, [join(root, 'packages/breakwater/dist/bin.js'), 'check', folder]],
  ['checkov', 'checkov', ['-d', folder, '--framework', 'terraform', '--compact', '--quiet', '--skip-download']],
]

console.log(`${folder}, the fastest of ${RUNS} runs, Node ${process.versions.node}`)
const [ours, theirs] = tools.map(([name, command, args]) => {
  const runs = Array.from({ length: RUNS }, () => run(command, args))
  if (runs.includes(undefined)) {
    console.log(`  ${name.padEnd(12)} cannot be run`)
    return undefined
  }
  const [cpu, wall] = ['cpu', 'wall'].map((what) => Math.min(...runs.map((one) => one[what])))
  console.log(`  ${name.padEnd(12)}${cpu.toFixed(2).padStart(8)} s of CPU${wall.toFixed(2).padStart(8)} s`)
  return { cpu, wall }
})
if (ours !== undefined && theirs !== undefined)
  console.log(
    `  ${(theirs.cpu / ours.cpu).toFixed(1)} times by CPU, ${(theirs.wall / ours.wall).toFixed(1)} times by the clock`,
  )

/** Seconds of a whole process; undefined where it cannot be started. Findings make it end with a code of their own. */
function run(command, args) {
  const script = 'command -v "$1" >/dev/null || exit 127; "$@" >/dev/null 2>&1; times'
  const begun = performance.now()
  const { status, stdout } = spawnSync('sh', ['-c', script, 'sh', command, ...args], { cwd: root, encoding: 'utf8' })
  const wall = (performance.now() - begun) / 1000
  if (status !== 0) return undefined
  // The second line is that of the children: user and system, as `0m1.25s`.
  const times = [...(stdout.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)]
  return { cpu: times.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0), wall }
}
