import { originAt } from '@breakwater/core'
import { readTemplate } from '@breakwater/network-os'
import { expect, test } from 'vitest'
import { string, unresolved } from '../data.ts'
import { renderTemplate } from '../jinja/render.ts'
import { fileTemplate } from '../template-text.ts'
import { renderedPieces } from './rendered.ts'

test('a template that is rendered becomes a device with places in the template and in the variables', () => {
  const vars = { path: 'vars.yml', text: 'community: public\n' }
  const file = {
    path: 'base.j2',
    text: 'snmp-server community {{ community }} RO\nusername ops secret 0 {{ vaulted }}\n',
  }
  const at = originAt(vars, 11, 17)
  const rendered = renderTemplate(fileTemplate(file), {
    lookup: (name) => (name === 'community' ? string('public', at) : unresolved(name)),
  })
  const task = originAt({ path: 'play.yml', text: '- template:\n' }, 0, 11).span
  const pieces = renderedPieces(rendered, [{ role: 'task', span: task }])
  const { device } = readTemplate({ pieces, at: originAt(file, 0, 1) }, { name: 'pe1', platform: 'ios' }) ?? {}
  const [community] = device?.snmp.communities.items ?? []
  expect(community?.at).toMatchObject({ span: { file, start: 0 }, via: [{ role: 'task' }] })
  expect(community?.wellKnown).toMatchObject({ value: true, at: { span: { file: vars, start: 11, end: 17 } } })
  expect(device?.users.items[0]?.credential).toMatchObject({ state: 'unknown', why: { name: 'vaulted' } })
})
