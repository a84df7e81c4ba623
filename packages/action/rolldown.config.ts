import { defineConfig } from 'rolldown'

// One file, which the tag of a release carries: a runner installs nothing.
export default defineConfig({
  cwd: import.meta.dirname,
  input: 'src/index.ts',
  platform: 'node',
  // Asked for only by a configuration written in TypeScript, which Node 24 reads by itself.
  external: ['typescript'],
  resolve: { conditionNames: ['@breakwater/source', 'node', 'import', 'default'] },
  transform: { target: 'node20.19' },
  output: { file: 'dist/action.js', format: 'esm', minify: true, codeSplitting: false },
})
