#!/usr/bin/env node
import module from 'node:module'
import process from 'node:process'
import v8 from 'node:v8'

// Node 22 keeps compiled code between runs.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') module.enableCompileCache()
// A run is over before most code that is compiled anew for speed pays for itself: bytes of bytecode run before that, eight
// times what is usual. Only where the engine knows the option: it would complain of it.
if (/^2[02]\./.test(process.versions.node)) v8.setFlagsFromString('--interrupt-budget=1081344')

const { start } = await import('./start.ts')
await start(process)
