import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const conditions = ['@breakwater/source', 'module', 'node', 'import', 'default']

const packages = readdirSync(new URL('packages', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .toSorted()

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    projects: packages.map((name) => ({
      extends: true as const,
      test: {
        name,
        root: `packages/${name}`,
        include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
        benchmark: { include: ['src/**/*.bench.ts', 'test/**/*.bench.ts'] },
      },
    })),
    setupFiles: [fileURLToPath(new URL('vitest.setup.ts', import.meta.url))],
    // Property tests and whole-command runs are slow on a loaded two-core machine.
    testTimeout: 30_000,
    reporters: process.env['CI'] ? ['default', ['json', { outputFile: 'coverage/vitest.json' }]] : ['default'],
  },
})
