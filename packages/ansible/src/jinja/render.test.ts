import type { SourceFile } from '@breakwater/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entry, unresolved, type Data } from '../data.ts'
import { fileTemplate } from '../template-text.ts'
import { parseYaml } from '../yaml.ts'
import { evaluateData, evaluateExpression, renderTemplate } from './render.ts'
import { textOf, type Rendered, type Scope, type Segment } from './rendered.ts'

function scopeOf(yaml: string): Scope {
  const data = parseYaml({ path: 'group_vars/all.yml', text: yaml }).documents[0]
  return { lookup: (name) => (data?.kind === 'dict' ? entry(data, name) : undefined) ?? unresolved(name) }
}

function render(text: string, yaml = 'a: 1\n', files: readonly SourceFile[] = []): Rendered {
  const load = (name: string): SourceFile | undefined => files.find((file) => file.path === name)
  return renderTemplate(fileTemplate({ path: 'base.j2', text }), scopeOf(yaml), { load })
}

function shown(rendered: Rendered): string {
  return textOf(rendered, (hole) => (hole.why.kind === 'unresolved' ? `<${hole.why.name}>` : `<${hole.why.kind}>`))
}

/** Each segment's text with its conditions. */
function conditions(rendered: Rendered): [string, string[]][] {
  return rendered.segments.map((segment) => [
    segment.hole === undefined ? segment.text : '<>',
    segment.when.map((when) => `${when.holds ? '' : 'not '}${when.text}`),
  ])
}

function place(segment: Segment | undefined): string {
  if (segment === undefined) return ''
  const spans = [segment.at.span, ...segment.at.via.map((hop) => hop.span)]
  return spans.map((span) => `${span.file.path}:${span.file.text.slice(span.start, span.end)}`).join(' > ')
}

describe('holes', () => {
  it.each([
    ['a {{ x }} b', 'a <x> b'],
    ['{{ x.y[0].z }}', '<x.y.0.z>'],
    ['{{ x | default("d") }}', '<x>'],
    ['{{ x | nosuch }}', '<x>'],
    ['{{ a | nosuch }}', '<filter nosuch>'],
    ["{{ lookup('file', '/etc/passwd') }}", '<lookup file>'],
    ['{{ "x" | password_hash }}', '<filter password_hash>'],
    ["{{ 'ntp ' ~ x ~ ' prefer' }}", 'ntp <x> prefer'],
    ["{% set c = 'ntp ' ~ x %}{{ c }} prefer", 'ntp <x> prefer'],
    ["{{ ['a', x] | join(',') }}", 'a,<x>'],
    ["{{ ('ab ' ~ x) | upper }}", 'AB <x>'],
    ['{% include "gone.j2" %} b', '<gone.j2> b'],
    ['{% for i in [1, x] %}{{ i }};{% endfor %}', '1;<x>;'],
    ['{{ x + 1 }} {{ x == 1 }} {{ x in [1] }}', '<x> <x> <x>'],
    ['{{ 1 / 0 }}', '<unreadable>'],
    ['{{ vault }}', '<!vault>'],
    ['{{ undefined_thing.foo() }}', '<undefined_thing>'],
  ])('%s', (template, text) => {
    expect(shown(render(template, 'a: 1\nvault: !vault abc\n'))).toBe(text)
  })
})

describe('what nobody can decide', () => {
  it('renders both arms, each marked', () => {
    expect(
      conditions(render('{% if x %}\nip ssh version 2\n{% else %}\nip ssh version 1\n{% endif %}\nend\n')),
    ).toEqual([
      ['ip ssh version 2\n', ['x']],
      ['ip ssh version 1\n', ['not x']],
      ['end\n', []],
    ])
  })

  it('gives a line whole for each way that a part of it may fall', () => {
    const rendered = render("{{ 'no ' if x }}ip http server\nend\n")
    expect(conditions(rendered)).toEqual([
      ['no ', ['x']],
      ['ip http server\n', ['x']],
      ['ip http server\n', ['not x']],
      ['end\n', []],
    ])
  })

  it('renders the body of an unknown loop once', () => {
    const rendered = render('{% for s in servers %}\nntp server {{ s }}\n{% endfor %}\nend\n')
    expect(conditions(rendered)).toEqual([
      ['ntp server ', ['servers']],
      ['<>', ['servers']],
      ['\n', ['servers']],
      ['end\n', []],
    ])
    expect(rendered.segments[0]?.when[0]?.kind).toBe('loop')
  })

  it('joins what the arms set', () => {
    const rendered = render('{% set v = 1 %}{% if x %}{% set v = 2 %}{% endif %}version {{ v }}\n')
    expect(conditions(rendered)).toEqual([
      ['version ', ['x']],
      ['2', ['x']],
      ['\n', ['x']],
      ['version ', ['not x']],
      ['1', ['not x']],
      ['\n', ['not x']],
    ])
  })

  it('keeps a namespace and a list in doubt', () => {
    expect(shown(render('{% set l = [] %}{% if x %}{% do l.append(1) %}{% endif %}{{ l | length }}'))).toBe(
      '<conditional>',
    )
    expect(conditions(render('{% set n = namespace(v=1) %}{% if x %}{% set n.v = 2 %}{% endif %}{{ n.v }}'))).toEqual([
      ['2', ['x']],
      ['1', ['not x']],
    ])
  })

  it('decides what does not depend on the unknown', () => {
    expect(shown(render('{{ x and false }} {{ x or true }} {{ a == 1 or x }} {{ [x] | length }}'))).toBe(
      'False True True 1',
    )
  })
})

describe('places', () => {
  it('names where a value is written, and the way', () => {
    const rendered = render('ntp server {{ ntp }}\n', "ntp: '{{ server }}'\nserver: 10.0.0.1\n")
    const [text, value] = rendered.segments
    expect(place(text)).toBe('base.j2:ntp server ')
    expect(place(value)).toBe("group_vars/all.yml:10.0.0.1 > group_vars/all.yml:'{{ server }}' > base.j2:ntp")
    expect(value?.deps).toEqual(['ntp', 'server'])
  })

  it('names the parts of a string that was put together', () => {
    const rendered = render(
      "{% set c = 'ntp server ' ~ ntp %}{% set c = c ~ ' prefer' %}\n{{ c }}\n",
      'ntp: 10.0.0.1\n',
    )
    expect(rendered.segments.map((segment) => [segment.text, place(segment), segment.deps])).toEqual([
      ['ntp server ', "base.j2:'ntp server ' > base.j2:c", ['ntp']],
      ['10.0.0.1', 'group_vars/all.yml:10.0.0.1 > base.j2:c', ['ntp']],
      [' prefer', "base.j2:' prefer' > base.j2:c", ['ntp']],
      ['\n', 'base.j2:\n', []],
    ])
  })

  it('goes through block scalars', () => {
    const yaml = 'banner: |\n    first\n    second {{ x }}\n'
    const value = evaluateData(scopeOf(yaml).lookup('banner'), scopeOf(yaml)).value
    const pieces = value.kind === 'unknown' ? (value.pieces ?? []) : []
    expect(pieces.map((piece) => piece.at?.span.start)).toEqual([14, yaml.indexOf('x }}'), yaml.length - 1])
  })

  it('goes through includes', () => {
    const rendered = render('{% include "in.j2" %}', 'v: up\n', [{ path: 'in.j2', text: 'state {{ v }}\n' }])
    expect(rendered.segments.map(place)).toEqual([
      'in.j2:state  > base.j2:{% include "in.j2" %}',
      'group_vars/all.yml:up > in.j2:v > base.j2:{% include "in.j2" %}',
    ])
  })
})

describe('types', () => {
  const kinds = (yaml: string): Data['kind'] => evaluateData(scopeOf(yaml).lookup('v'), scopeOf(yaml)).value.kind

  it.each([
    ["v: '{{ n }}'\nn: 5\n", 'int'],
    ["v: '{{ n }} '\nn: 5\n", 'string'],
    ["v: ['{{ n }}']\nn: 5\n", 'list'],
    ["v: '{{ n | int }}'\nn: '5'\n", 'int'],
    ["v: !unsafe '{{ n }}'\nn: 5\n", 'string'],
    ["v: '{{ v }}'\n", 'unknown'],
  ])('%j', (yaml, kind) => {
    expect(kinds(yaml)).toBe(kind)
  })

  it('evaluates conditions', () => {
    const value = evaluateExpression(
      fileTemplate({ path: 'x', text: 'a == 1 and b is not defined' }),
      scopeOf('a: 1\n'),
    ).value
    expect(value.kind).toBe('unknown')
  })
})

describe('what would not end', () => {
  it.each([
    '{% for a in range(1000) %}{% for b in range(1000) %}{% for c in range(1000) %}x{% endfor %}{% endfor %}{% endfor %}',
    '{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}',
    '{% include "base.j2" %}{% include "base.j2" %}',
    '{% for a in range(10 ** 9) %}x{% endfor %}',
    "{% set s = namespace(v='xxxxxxxx') %}{% for i in range(60) %}{% set s.v = s.v ~ s.v %}{% endfor %}",
    "{{ 'a' * 10 ** 9 }}{{ 9 ** 9 ** 9 }}{{ [0] * 10 ** 9 }}",
    "{{ ('a' * 5000) | regex_replace('(a*)*b', '') }}{{ ('a' * 3000) | regex_search('(a|aa)+$x') }}",
    '{% extends "base.j2" %}',
  ])('%s', (text) => {
    const file = { path: 'base.j2', text }
    const rendered = renderTemplate(fileTemplate(file), scopeOf('a: 1\n'), { load: () => file, steps: 200_000 })
    expect(rendered.segments.length).toBeLessThan(300_000)
  })
})

it('refuses a block that is defined twice, and prints each where it stands', () => {
  const text = '{% block q %}a{% block q %}b{% endblock %}c{% endblock %}{% block q %}d{% endblock %}'
  const rendered = render(text, '')
  expect(shown(rendered)).toBe('abcd')
  expect(rendered.complete).toBe(true)
  expect(rendered.notes.map((note) => note.message)).toEqual([
    'Jinja: the block q is defined twice',
    'Jinja: the block q is defined twice',
  ])
})

const parts = fc.constantFrom(
  '{{ a }}',
  '{{ x }}',
  '{{ l }}',
  "{{ l | join(', ') }}",
  '{% if x %}',
  '{% if a %}',
  '{% else %}',
  '{% endif %}',
  '{% for i in l %}',
  '{% for i in x %}',
  '{{ i }}',
  '{{ loop.index }}',
  '{% endfor %}',
  '{% set a = x %}',
  '{% set a = a ~ i %}',
  '\n',
  'text ',
  "{{ 'no ' if x }}",
  '{% macro m(a) %}',
  '{% endmacro %}',
  '{{ m(1) }}',
  '{% set b %}',
  '{% endset %}',
  '{{ b }}',
  '{% do l.append(1) %}',
  "{{ d.k.z | default('') }}",
  "{{ l | map('int') | sum }}",
  '{{ l | sort }}',
  "{{ a | ipaddr('address') }}",
  '{{ x.y() }}',
  '{% filter upper %}',
  '{% endfilter %}',
  '{% break %}',
  '{% extends "b" %}',
  '{% block q %}',
  '{% endblock %}',
  '{% call m(2) %}',
  '{% endcall %}',
  '{{ caller() }}',
  '{{',
  '%}',
  '{{ d | dictsort }}',
  '{{ d | to_json }}',
  "{{ '%s' % x }}",
  '{{ -a }}',
  '{{ a[1:x] }}',
)

it('renders every text', () => {
  const texts = fc.array(parts, { maxLength: 25 }).map((all) => all.join(''))
  fc.assert(
    fc.property(texts, (text) => {
      const rendered = render(text, "a: 10.0.0.1\nl: [1, '{{ a }}', 3]\nd: {k: 1, x: '{{ x }}'}\n", [
        { path: 'b', text: '{% block q %}{% endblock %}' },
      ])
      const ended = rendered.complete || rendered.notes.some((note) => note.kind === 'limit')
      return ended && rendered.segments.every((segment) => segment.template.end >= segment.template.start)
    }),
    { numRuns: 300 },
  )
})

describe('what renderings share', () => {
  it('goes through the items that a loop began with', () => {
    expect(shown(render('{% set l = [1, 2] %}{% for i in l %}{% do l.append(i) %}{{ i }};{% endfor %}{{ l }}'))).toBe(
      '1;2;[1, 2, 1, 2]',
    )
  })

  it('gives each include its own way, and each rendering of a file its own values', () => {
    const part = { path: 'part.j2', text: 'name {{ a }}\n' }
    const base = fileTemplate({ path: 'base.j2', text: "{% include 'part.j2' %}{% include  'part.j2' %}" })
    const places = (yaml: string): string[] =>
      renderTemplate(base, scopeOf(yaml), { load: () => part }).segments.map(
        (segment) => `${segment.text.trim()} ${segment.deps.join()} ${place(segment)}`,
      )
    const ways = ["base.j2:{% include 'part.j2' %}", "base.j2:{% include  'part.j2' %}"]
    for (const value of ['one', 'two'])
      expect(places(`a: ${value}\n`)).toEqual(
        ways.flatMap((way) => [
          `name  part.j2:name  > ${way}`,
          `${value} a group_vars/all.yml:${value} > part.j2:a > ${way}`,
        ]),
      )
  })

  it('forgets no variable that a call read while another was under way', () => {
    const { segments } = render(
      '{% macro m(v) %}{% set w = b %}{{ w }}{% endmacro %}{{ a ~ m(1) ~ c }}',
      'a: 1\nb: 2\nc: 3\n',
    )
    expect(segments.map((segment) => [segment.text, segment.deps])).toEqual([
      ['1', ['a']],
      ['2', ['b']],
      ['3', ['c']],
    ])
  })
})
