import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Decoded, decodeText, encodeText } from './encoding.ts'

const units = (text: string) => Array.from(text, (character) => character.charCodeAt(0))
const ascii = (text: string) => Uint8Array.from(units(text))

test.each<[string, Uint8Array, Decoded]>([
  ['nothing', new Uint8Array(), { text: '', encoding: 'utf-8' }],
  ['ASCII', ascii('hostname pe1\n'), { text: 'hostname pe1\n', encoding: 'utf-8' }],
  ['UTF-8', Uint8Array.of(0x5a, 0xc3, 0xbc, 0xe2, 0x86, 0x94), { text: 'Zü↔', encoding: 'utf-8' }],
  ['UTF-8 beyond the first plane', Uint8Array.of(0xf0, 0x9f, 0x8c, 0x8a), { text: '🌊', encoding: 'utf-8' }],
  ['a mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0x61), { text: 'a', encoding: 'utf-8-bom' }],
  ['a mark before what is no UTF-8', Uint8Array.of(0xef, 0xbb, 0xbf, 0xff), { text: 'ï»¿ÿ', encoding: 'latin1' }],
  ['Latin-1', Uint8Array.of(0x5a, 0xfc, 0x20), { text: 'Zü ', encoding: 'latin1' }],
  ['a no-break space of Latin-1', Uint8Array.of(0xa0, 0x61), { text: '\xa0a', encoding: 'latin1' }],
  ['an overlong form', Uint8Array.of(0xc0, 0x80), { text: 'À\x80', encoding: 'latin1' }],
  ['an overlong form of three bytes', Uint8Array.of(0xe0, 0x80, 0x80), { text: 'à\x80\x80', encoding: 'latin1' }],
  ['half a surrogate pair', Uint8Array.of(0xed, 0xa0, 0x80), { text: 'í\xa0\x80', encoding: 'latin1' }],
  ['beyond Unicode', Uint8Array.of(0xf4, 0x90, 0x80, 0x80), { text: 'ô\x90\x80\x80', encoding: 'latin1' }],
  ['a cut character', Uint8Array.of(0x61, 0xe2, 0x86), { text: 'aâ\x86', encoding: 'latin1' }],
  ['UTF-16, little end first', Uint8Array.of(0xff, 0xfe, 0x61, 0, 0x0a, 0), { text: 'a\n', encoding: 'utf-16le' }],
  ['UTF-16, big end first', Uint8Array.of(0xfe, 0xff, 0, 0x61, 0, 0x0a), { text: 'a\n', encoding: 'utf-16be' }],
  ['the same without a mark', ascii('a\0b\0\n\0'), { text: 'ab\n', encoding: 'utf-16le-nobom' }],
  ['big end first without a mark', ascii('\0a\0b\0\n'), { text: 'ab\n', encoding: 'utf-16be-nobom' }],
  ['zero bytes in ASCII', ascii('ab\0cd\n'), { text: 'ab\0cd\n', encoding: 'utf-8' }],
])('%s', (_, bytes, decoded) => {
  expect(decodeText(bytes)).toEqual(decoded)
  expect(encodeText(decoded)).toEqual(bytes)
})

test('any bytes come back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(encodeText(decodeText(bytes))).toEqual(bytes)
    }),
  )
})

test('any text comes back from the encodings that hold it', () => {
  const encodings = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be'] as const
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...encodings), (text, encoding) => {
      const bytes = encodeText({ text: `a${text}`, encoding })
      expect(decodeText(bytes)).toEqual({ text: `a${text}`, encoding })
    }),
  )
})

test('a text longer than a chunk comes back', () => {
  const text = `${'interface Loopback0\n description Zürich 🌊\n'.repeat(2000)}${'x'.repeat(20_000)}`
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
    expect(decodeText(encodeText({ text, encoding }))).toEqual({ text, encoding })
  }
})

test('an edit may bring in what the encoding lacks', () => {
  expect(encodeText({ text: 'a↔b', encoding: 'latin1' })).toEqual(ascii('a?b'))
  expect(encodeText({ text: 'a\ud800', encoding: 'utf-8' })).toEqual(ascii('a?'))
})
