import type { Device } from './device.ts'
import type { Draft } from './draft.ts'
import type { Fact, FactList } from './fact.ts'
import type { Origin } from './source.ts'

declare const device: Device
declare const draft: Draft
declare const at: Origin

device.ssh.version satisfies Fact<1 | 2 | 1.99>
device.lines satisfies FactList<unknown>
device.lines.items[0]?.execTimeout satisfies Fact<number> | undefined
device.snmp.groups.items[0]?.model satisfies 'v1' | 'v2c' | 'v3' | undefined
draft.set('ssh.version', 2, at)
draft.add('snmp.hosts', '192.0.2.1', { address: '192.0.2.1' }, at).set('version', '3', at)

// @ts-expect-error a value cannot be read before it is proven to be known
void device.ssh.version.value
// @ts-expect-error no such setting
draft.set('ssh.versions', 2, at)
// @ts-expect-error no such value
draft.set('ssh.version', 3, at)
// @ts-expect-error no such field
draft.add('users', 'a', { name: 'a' }, at).set('priviledge', 15, at)
