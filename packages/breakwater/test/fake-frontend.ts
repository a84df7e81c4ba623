import {
  buildDevice,
  Draft,
  originAt,
  Secret,
  type Device,
  type Files,
  type Note,
  type SourceFile,
} from '@breakwater/core'
import type { FrontendEntry, FrontendSettings } from '../src/frontends.ts'

/**
 * A front-end of a language that nobody speaks. `site.fake` names its devices and files, one word a line:
 * `device pe1 of pe`, `values vars.yml`, `template base.j2`, `include acl.cfg`. The values hold `version: 1` and
 * `opens: <secret>`, on one line or on several.
 */
export function fakeFrontend(seen: FrontendSettings[] = []): FrontendEntry {
  return {
    name: 'fake',
    mayRead: (name) => name.endsWith('.fake'),
    flags: {
      inventory: { short: 'i', value: 'path', multiple: true, help: 'Values beside those of the site' },
    },
    section: { type: 'object', properties: { values: { type: 'string' } }, additionalProperties: false },
    open: (settings) => {
      seen.push(settings)
      const more = [settings.flags['inventory'] ?? []].flat().map((path) => settings.fromFlag(String(path)))
      return Promise.resolve({
        claims: (path) => path.endsWith('.fake'),
        read: (paths, files) => readSites(paths, files, more),
      })
    },
  }
}

function readSites(paths: readonly string[], files: Files, more: readonly string[]) {
  const taken = new Set<string>()
  const notes: Note[] = []
  const take = (path: string | undefined): SourceFile | undefined => {
    const file = path === undefined ? undefined : files.read(path)
    if (file !== undefined) taken.add(file.path)
    return file
  }
  function* devices() {
    for (const path of paths) {
      const site = take(path)
      if (site === undefined) continue
      const lines = site.text.split('\n').map((line) => line.split(' '))
      const all = (word: string) => lines.filter(([first]) => first === word)
      if (all('throw').length > 0) throw new Error('the fake front-end fails')
      for (const [, name] of all('include')) take(name)
      const values = [...all('values').map(([, name]) => name), ...more].map(take).filter((file) => file !== undefined)
      const template = take(all('template')[0]?.[1])
      for (const [, name = '', , group] of all('device')) {
        yield {
          device: deviceOf(name, site, values, template),
          file: site,
          ...(group && { groups: [group] }),
          notes: [{ kind: 'syntax' as const, message: 'the site could say more', at: originAt(site, 0, 4) }],
          lines: 2,
          linesUnderstood: 1,
        }
      }
      notes.push({ kind: 'limit', message: 'the site has an end' })
    }
  }
  return { devices: devices(), notes, files: taken }
}

function deviceOf(
  name: string,
  site: SourceFile,
  values: readonly SourceFile[],
  template: SourceFile | undefined,
): Device {
  const draft = new Draft()
  const at = originAt(site, 0, 0)
  draft.add('lines', 'vty 0 4', { kind: 'vty', first: 0, last: 4 }, at).set('transportInput', ['ssh'], at)
  for (const file of values) {
    const version = /version: ([12])/.exec(file.text)
    if (version !== null) {
      const at = originAt(file, version.index, version.index + version[0].length)
      const via = template === undefined ? [] : [{ role: 'template' as const, span: originAt(template, 0, 5).span }]
      draft.set('ssh.version', Number(version[1]) as 1 | 2, { ...at, via })
    }
    const opens = /opens: ([^\s,}]+)/.exec(file.text)
    if (opens !== null) {
      const text = opens[1] ?? ''
      const start = opens.index + 'opens: '.length
      const secret = new Secret(text, 'plain', start, start + text.length)
      draft.add(
        'secrets',
        'enable 1',
        { use: 'enable', owner: undefined, secret, inForce: true },
        originAt(file, start, start + text.length),
      )
    }
  }
  const nothing = { state: 'absent', at, item: undefined } as const
  return buildDevice({
    name,
    platform: 'iosxe',
    coverage: 'part',
    at,
    release: { ...nothing, setting: 'release' },
    train: { ...nothing, setting: 'train' },
    box: { ...nothing, setting: 'box' },
    hardware: { setting: 'hardware', items: [], complete: false, at },
    draft,
    defaults: {},
  })
}
