#!/usr/bin/env node
import process from 'node:process'
import { refreshMain } from './lifecycle/refresh.ts'
import { start } from './start.ts'

await start(process, refreshMain)
