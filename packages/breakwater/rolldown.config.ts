import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'rolldown'

const here = import.meta.dirname
const dist = join(here, 'dist')

/** The pages of the rules, which `explain` prints, by rule. */
function pages(): Record<string, string> {
  const docs = join(here, '../../docs/rules')
  const names = readdirSync(docs, { recursive: true }).map((name) => String(name).replaceAll('\\', '/'))
  return Object.fromEntries(
    names
      .filter((name) => name.endsWith('.md') && name !== 'README.md')
      .toSorted()
      .map((name) => [name.slice(0, -'.md'.length), readFileSync(join(docs, name), 'utf8')]),
  )
}

// The command starts from few files and needs nothing installed; `dist/index.js`, the library, stays as tsc wrote it.
export default defineConfig({
  cwd: here,
  input: { bin: 'src/bin.ts', 'lifecycle-bin': 'src/lifecycle-bin.ts' },
  platform: 'node',
  // cosmiconfig asks for typescript only when it loads a configuration written in TypeScript.
  external: ['typescript'],
  resolve: { conditionNames: ['@breakwater/source', 'node', 'import', 'default'] },
  transform: { target: 'node20.19' },
  output: {
    dir: dist,
    format: 'esm',
    entryFileNames: '[name].js',
    // Beside bin.js, so that `new URL('./worker.js', import.meta.url)` means the same in every chunk.
    chunkFileNames: 'chunk-[name].js',
    minify: true,
  },
  plugins: [
    {
      name: 'clean-and-executable',
      generateBundle() {
        for (const name of readdirSync(dist)) if (/^chunk-.*\.js$/.test(name)) rmSync(join(dist, name))
      },
      writeBundle() {
        for (const name of ['bin.js', 'lifecycle-bin.js']) chmodSync(join(dist, name), 0o755)
        writeFileSync(join(dist, 'pages.json'), JSON.stringify(pages()))
      },
    },
  ],
})
