#!/usr/bin/env node
import module from 'node:module'
import process from 'node:process'

// Node 22 keeps compiled code between runs.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') module.enableCompileCache()

const { start } = await import('./start.ts')
await start(process)
