import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = new URL('../../..', import.meta.url).pathname
const examples = join(root, 'examples')

const projects = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

test.each(projects)('examples/%s gives the expected findings', async (name) => {
  const args = [
    join(root, 'packages/breakwater/dist/bin.js'),
    'check',
    `examples/${name}`,
    '--format',
    'compact',
    '--today',
    '2026-11-24',
  ]
  await expect(run(args)).toMatchFileSnapshot(join(examples, `${name}.expected.txt`))
})

const configurations = projects
  .map(
    (name) =>
      [
        name,
        readdirSync(join(examples, name)).filter((file) => file.endsWith('.cfg') && file !== 'ansible.cfg'),
      ] as const,
  )
  .filter(([, files]) => files.length > 0)

test.each(configurations)('examples/%s can be inspected, every device of it', (name, files) => {
  for (const file of files) {
    const args = [join(root, 'packages/breakwater/dist/bin.js'), 'inspect', `examples/${name}/${file}`]
    expect(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' })).toContain(`examples/${name}/${file}`)
    expect(
      () =>
        JSON.parse(
          execFileSync(process.execPath, [...args, '--format', 'json'], { cwd: root, encoding: 'utf8' }),
        ) as unknown,
    ).not.toThrow()
  }
})

function run(args: readonly string[]): string {
  try {
    return execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  } catch (error) {
    // Findings make it leave with 1.
    const { status, stdout } = error as { status: number; stdout: string }
    expect(status).toBe(1)
    return stdout
  }
}
