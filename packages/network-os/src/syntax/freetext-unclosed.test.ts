import { expect, test } from 'vitest'
import { read, type Sample } from '../../test/outline.ts'

const samples: readonly Sample[] = [
  {
    name: 'a banner without end stops at the next banner',
    text: ['banner motd ^C', 'Hello', 'banner login ^C', 'bye', '^C', 'hostname pe1'],
    rows: [
      '0 - command global: banner motd ^C > banner',
      '1 0 text banner: Hello',
      '2 - command global: banner login ^C > banner',
      '3 2 text banner: bye',
      '4 2 text banner: ^C',
      '5 - command global: hostname pe1',
    ],
    notes: ['banner motd is not closed by ^C'],
  },
  {
    name: 'a banner without end stops at a global command after a bare !',
    text: [
      'banner motd #',
      'Authorised users only',
      '!',
      'interface Gi0/1',
      ' description uplink #3 to pe2',
      ' shutdown',
      '!',
      'end',
    ],
    rows: [
      '0 - command global: banner motd # > banner',
      '1 0 text banner: Authorised users only',
      '2 0 text banner: !',
      '3 - command global: interface Gi0/1 > interface',
      '4 3 command interface: description uplink #3 to pe2',
      '5 3 command interface: shutdown',
      '6 - comment global: !',
      '7 - exit global: end',
    ],
    notes: ['banner motd is not closed by #'],
  },
  {
    name: 'a banner without end stops at a mode followed by its own command',
    text: ['banner motd ^C', 'Authorised users only', 'Interface with care', 'line vty 0 4', ' transport input telnet'],
    rows: [
      '0 - command global: banner motd ^C > banner',
      '1 0 text banner: Authorised users only',
      '2 0 text banner: Interface with care',
      '3 - command global: line vty 0 4 > line',
      '4 3 command line: transport input telnet',
    ],
    notes: ['banner motd is not closed by ^C'],
  },
  {
    name: 'a banner without end and without configuration takes the rest',
    text: ['banner motd ^C', 'Authorised users only', 'bye'],
    rows: [
      '0 - command global: banner motd ^C > banner',
      '1 0 text banner: Authorised users only',
      '2 0 text banner: bye',
    ],
    notes: ['banner motd is not closed by ^C'],
  },
  {
    name: 'a macro without end stops where configuration certainly begins',
    text: ['macro name DESK', 'switchport mode access', '!', 'interface Gi0/1', ' shutdown'],
    rows: [
      '0 - command global: macro name DESK > macro',
      '1 0 text macro: switchport mode access',
      '2 0 text macro: !',
      '3 - command global: interface Gi0/1 > interface',
      '4 3 command interface: shutdown',
    ],
    notes: ['macro name is not closed by @'],
  },
]

test.each(samples)('$name', (sample) => {
  expect(read(sample)).toEqual(sample)
})
