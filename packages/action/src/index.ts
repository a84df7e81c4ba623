import { execFileSync } from 'node:child_process'
import { appendFileSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { run } from './run.ts'

process.exitCode = await run({
  env: process.env,
  home: homedir(),
  write: (text) => void process.stdout.write(text),
  append: (file, text) => appendFileSync(file, text),
  read: (file) => readFileSync(file, 'utf8'),
  git: (args, cwd) => execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  clock: () => Date.now(),
  today: new Date().toISOString().slice(0, 10),
})
