import { defineRule, fail, pass, unknown, type Device, type FactList, type ItemRef } from '@breakwater/core'

/** By device, the keys of its lists as `breakwater inspect` names them: `{ "r1": { "users": ["admin"] } }`. */
interface Approved {
  readonly approved: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}

function listAt(device: Device, path: string): FactList<ItemRef> | undefined {
  let at: unknown = device
  for (const name of path.split('.')) at = (at as Readonly<Record<string, unknown>> | undefined)?.[name]
  return typeof at === 'object' && at !== null && 'items' in at ? (at as FactList<ItemRef>) : undefined
}

export default defineRule<Approved>({
  id: 'change/baseline-drift',
  title: 'Compare running configuration with the approved source',
  severity: 'high',
  why: 'What differs from the approved configuration was done by nobody whom anybody asked',
  guidance: [
    { document: 'EVHG', clause: 'E01' },
    { document: 'EVHG', clause: 'E02' },
    { document: 'EVHG', clause: 'E14' },
    { document: 'EVHG', clause: 'E56' },
    { document: 'AA25-239A', clause: 'AM02' },
    { document: 'AA25-239A', clause: 'AH01' },
    { document: 'AA25-239A', clause: 'A14' },
    { document: 'AA25-239A', clause: 'A18' },
  ],
  mappings: { nist: ['CM-2', 'CM-3', 'CM-6'], attack: ['T1562.004', 'T1556'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  recommended: false,
  verifiedBy: ['no platform fact: two states of one configuration are compared by the keys of their lists'],
  options: {
    schema: {
      type: 'object',
      properties: {
        approved: {
          type: 'object',
          description: 'By device, the lists that are compared and the keys of what is approved in them',
          additionalProperties: {
            type: 'object',
            additionalProperties: { type: 'array', items: { type: 'string' } },
          },
        },
      },
      additionalProperties: false,
    },
    defaults: { approved: {} },
  },
  *check(device, { options }) {
    const approved = options.approved[device.name]
    const subject = { setting: 'change.baseline', at: device.at }
    if (approved === undefined)
      return yield unknown(subject, 'the configuration is as approved', {
        kind: 'site',
        needs: 'what is approved for this device (option approved)',
      })
    for (const [path, keys] of Object.entries(approved)) {
      const list = listAt(device, path)
      if (list === undefined) continue
      const seen = new Set(list.items.map(({ key }) => key))
      for (const item of list.items)
        yield keys.includes(item.key)
          ? pass(item)
          : fail(item, `${path} ${item.key} is not in the approved configuration`)
      for (const key of keys) {
        if (seen.has(key)) continue
        const message = `${path} ${key} is approved, and is missing`
        yield list.complete ? fail(list, message) : unknown(list, message, { kind: 'not-in-view' })
      }
    }
  },
})
