import { valueOf, type DefaultAnswer, type Defaults, type LineLogin } from '@breakwater/core'

/** Defaults of terminal lines that IOS and IOS-XE share. */
export const lines: Defaults = {
  // Ten minutes on every line, and not printed (Cisco IOS Configuration Fundamentals Command Reference, exec-timeout).
  'lines[].execTimeout': { kind: 'value', value: 600 },
  'lines[].exec': { kind: 'value', value: true },
  // With AAA the default method list holds and the line prints nothing. Without, a VTY asks for its password and the
  // console asks for nothing (same reference, login). What the auxiliary port and TTY lines do is not established.
  'lines[].login': ({ aaa }, { kind }): DefaultAnswer<LineLogin> => {
    const plain = kind === 'vty' ? 'line' : 'none'
    if (valueOf(aaa.newModel) !== true && (kind === 'aux' || kind === 'tty'))
      return { kind: 'varies', needs: 'the login default of this line', oneOf: ['none', 'line'] }
    if (aaa.newModel.state === 'unknown')
      return { kind: 'varies', needs: 'whether aaa new-model is on', oneOf: ['aaa', plain] }
    return { kind: 'value', value: valueOf(aaa.newModel) === true ? 'aaa' : plain }
  },
  // VTY lines took every protocol once and later print what they take; the console and the auxiliary port take none.
  'lines[].transportInput': (_, { kind }) =>
    kind === 'console' || kind === 'aux'
      ? { kind: 'value', value: ['none'] }
      : { kind: 'varies', needs: 'the release: what VTY lines accept by default' },
}
