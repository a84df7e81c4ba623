import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isWholeRun } from './whole-run.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const PACKAGES = ['core', 'lifecycle', 'network-os', 'rules', 'testing', 'terraform', 'ansible', 'breakwater'] as const
const TEXT = 'hostname r1\\nversion 12.4\\nip ssh version 1\\nend\\n'

describe.skipIf(!isWholeRun)('the packed packages (in .ci/run)', () => {
  /** An empty project in which the packed packages are installed, as a user would. */
  let project = ''
  let tarballs: readonly string[] = []
  beforeAll(() => {
    project = mkdtempSync(join(tmpdir(), 'breakwater-'))
    const packs = join(project, 'packs')
    mkdirSync(packs)
    const workspaces = PACKAGES.flatMap((name) => ['--workspace', `packages/${name}`])
    npm(['pack', '--ignore-scripts', '--pack-destination', packs, ...workspaces], root)
    tarballs = readdirSync(packs).map((name) => join(packs, name))
    put('package.json', '{ "private": true }')
    npm(['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', ...tarballs], project)
  }, 120_000)
  afterAll(() => rmSync(project, { recursive: true, force: true }))

  function npm(args: readonly string[], cwd: string): void {
    const { npm_config_local_prefix: _prefix, ...env } = process.env
    execFileSync('npm', args, { cwd, env, encoding: 'utf8', stdio: 'pipe' })
  }

  function put(path: string, text: string): void {
    mkdirSync(dirname(join(project, path)), { recursive: true })
    writeFileSync(join(project, path), text)
  }

  function node(args: readonly string[]): string {
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' })
    // Node 20 remarks that requiring ESM is new.
    return stdout + stderr.replace(/^.*(?:ExperimentalWarning|--trace-warnings).*\n/gm, '')
  }

  const require = createRequire(import.meta.url)
  const tsc = require.resolve('typescript/bin/tsc')

  test('is imported', () => {
    put(
      'a.mjs',
      `import { lint } from 'breakwater'\nconsole.log(lint('${TEXT}').results.some(({ rule }) => rule === 'ssh/version-2-only'))`,
    )
    expect(node(['a.mjs'])).toBe('true\n')
  })

  test('is required, where Node can', () => {
    put(
      'a.cjs',
      `const { lint } = require('breakwater')\nlint({ paths: ['r1.cfg'] }).then(({ summary }) => console.log(summary.devices))`,
    )
    put('r1.cfg', TEXT.replaceAll('\\n', '\n'))
    expect(node(['a.cjs'])).toBe('1\n')
  })

  test('the command runs', () => {
    put('r2.cfg', 'hostname r2\nversion 12.4\nip ssh version 2\nend\n')
    expect(node(['node_modules/breakwater/dist/bin.js', 'check', 'r2.cfg', '--rule', 'ssh/version-2-only'])).toContain(
      'No findings',
    )
    expect(node(['node_modules/breakwater/dist/bin.js', 'explain', 'ssh/version-2-only'])).toContain(
      'ssh/version-2-only',
    )
  })

  test.for([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ] as const)('its types are read with module %s, resolution %s', ([module, moduleResolution]) => {
    put(
      'src/use.mts',
      `import { createEngine, defineRule, lint, must, parse, type Engine, type Results } from 'breakwater'
const results: Results = lint('${TEXT}', { path: 'r1.cfg', presets: ['all'] })
const severity: 'critical' | 'high' | 'medium' | 'low' | 'info' | undefined = results.results[0]?.severity
const later: Promise<Results> = lint({ files: { a: '' } })
const engine: Engine = createEngine({
  plugins: [
    defineRule({
      id: 'site/name', title: 'T', severity: 'low', why: 'W', guidance: [], platforms: ['ios'], since: '1.0.0',
      *check({ system }) { yield must(system.hostname, (name) => name.length > 1, { message: (name) => \`\${name ?? 'Nothing'} is short\` }) },
    }),
  ],
})
// @ts-expect-error a preset that is none
lint('', { presets: ['nobody'] })
export { engine, later, parse, severity }
`,
    )
    put(
      'tsconfig.json',
      JSON.stringify({
        compilerOptions: {
          module,
          moduleResolution,
          target: 'es2023',
          lib: ['es2023'],
          types: [],
          strict: true,
          noEmit: true,
          skipLibCheck: false,
        },
        files: ['src/use.mts'],
      }),
    )
    expect(node([tsc, '--project', 'tsconfig.json'])).toBe('')
  })

  test('publint and attw find nothing', () => {
    const publint = join(root, 'node_modules/.bin/publint')
    const attw = join(root, 'node_modules/.bin/attw')
    for (const tarball of tarballs) {
      expect(node([publint, '--strict', tarball])).toContain('All good')
      const options = ['--profile', 'esm-only', '--no-color', '--format', 'ascii']
      const { status, stdout } = spawnSync(process.execPath, [attw, tarball, ...options], { encoding: 'utf8' })
      expect(status, stdout).toBe(0)
    }
  }, 120_000)
})
