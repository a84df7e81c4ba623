import { bench } from 'vitest'
import { fixtures } from '../../test/fixtures.ts'
import { parseConfig } from './parse.ts'

const files = fixtures.filter(({ path }) => path.endsWith('.tf'))
const text = files.map((file) => file.text).join('\n')
const megabyte = { path: 'main.tf', text: text.repeat(Math.ceil(1_000_000 / text.length)).slice(0, 1_000_000) }

bench('a megabyte of configuration', () => {
  parseConfig(megabyte)
})
