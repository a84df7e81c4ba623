import { describe, expect, test } from 'vitest'
import { parseSpec } from './spec.ts'

const page = (...rows: readonly string[]): string => rows.join('\n')

describe('parseSpec', () => {
  test('a comment binds to the line that follows, several to the same', () => {
    const { cases, problems } = parseSpec(
      page('# T', '```ios', '! expect: fail "Telnet"', '! expect: pass', 'line vty 0 4', '```'),
    )
    expect(problems).toEqual([])
    expect(cases[0]?.files[0]?.expected).toEqual([
      { verdict: 'fail', message: 'Telnet', line: 3 },
      { verdict: 'pass', message: undefined, line: 3 },
    ])
  })

  test('the fence speaks of the whole block, with options, a day and what the site told', () => {
    const { cases } = parseSpec(
      page(
        '# T',
        '## A',
        `\`\`\`iosxe expect=unknown options='{"minutes":5}' today=2026-01-01 site='{"users":["noc"]}'`,
        'end',
        '```',
      ),
    )
    expect(cases).toMatchObject([
      {
        name: 'T / A #1 (iosxe, line 3)',
        language: 'iosxe',
        expect: 'unknown',
        options: { minutes: 5 },
        site: { users: ['noc'] },
        today: '2026-01-01',
      },
    ])
  })

  test('fences with titles make one project until something else comes', () => {
    const { cases } = parseSpec(
      page(
        '```yaml title="a.yml" expect=pass',
        'x: 1',
        '```',
        '```yaml title="b.yml"',
        'y: 2',
        '```',
        '```ios expect=fail',
        'end',
        '```',
      ),
    )
    expect(cases.map(({ files }) => files.map(({ path }) => path))).toEqual([['a.yml', 'b.yml'], ['ios.cfg']])
  })

  test('the page ends at the edge cases, whose fences are cases all the same', () => {
    const { page: shown, cases } = parseSpec(
      page('# T', 'Prose.', '', '## Edge cases', '```ios expect=fail', 'end', '```'),
    )
    expect(shown).toBe('# T\nProse.')
    expect(cases).toHaveLength(1)
  })

  test.each([
    [page('```ios', 'end', '```'), 'line 1: the case expects nothing'],
    [page('```ios', '! expect: fail', '```'), 'line 1: an expectation at the end binds to no line'],
    [page('```ios', '! expect: maybe', 'end', '```'), 'line 2: no verdict is called maybe'],
    [page('```ios expect=maybe', 'end', '```'), 'line 1: no verdict is called maybe'],
    [page("```ios expect=fail options='{'", 'end', '```'), 'line 1: options is not JSON: {'],
    [page('```ios expect=fail', 'end'), 'line 1: the fence is not closed'],
  ])('%j is wrong', (markdown, problem) => {
    expect(parseSpec(markdown).problems).toContain(problem)
  })

  test('fences of other languages without an expectation are prose', () => {
    expect(parseSpec(page('```text', 'anything', '```'))).toMatchObject({ cases: [], problems: [] })
  })
})
