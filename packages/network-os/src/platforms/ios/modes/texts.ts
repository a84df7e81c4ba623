import type { ModeDefinition } from '../../../syntax/modes.ts'

/** What holds free text or encoded matter instead of commands. */
export const texts: readonly ModeDefinition[] = [
  {
    name: 'banner',
    opens: ['ban[ner] mo[td]|log[in]|ex[ec]|inc[oming]|slip-ppp|prompt-timeout|config-save|lcd'],
    body: { kind: 'delimited', at: 2 },
  },
  {
    name: 'group banner',
    opens: ['banner *'],
    within: ['isakmp client group', 'ikev2 client', 'ssl'],
    body: { kind: 'delimited', at: 1 },
  },
  // `menu X text 1 Connect to R1` is one command; only a delimiter that stands alone begins a text.
  { name: 'menu', opens: ['menu * ti[tle]|pr[ompt]', 'menu * text * $'], body: { kind: 'delimited', at: 3 } },
  {
    name: 'line message',
    opens: ['vacant-message|refuse-message *'],
    within: ['line'],
    body: { kind: 'delimited', at: 1 },
  },
  { name: 'macro', opens: ['macro name *'], body: { kind: 'until', words: ['@'] } },
  { name: 'tclsh', opens: ['tclsh $'], body: { kind: 'until', words: ['tclquit', 'exit', 'quit'] } },
  {
    name: 'certificate chain',
    opens: ['cry[pto] pki|ca cert[ificate] ch[ain] *'],
    children: 'certificate *',
  },
  { name: 'certificate', opens: ['cert[ificate] *'], within: ['certificate chain'], body: { kind: 'hex' } },
  {
    name: 'pubkey chain',
    opens: ['cry[pto] key pubkey-chain *'],
    children: 'addressed-key *, named-key *',
  },
  {
    name: 'pubkey',
    opens: ['addressed-key|named-key *'],
    within: ['pubkey chain'],
    children: 'address, key-string $',
  },
  { name: 'pubkey string', opens: ['key-string $'], within: ['pubkey'], body: { kind: 'hex' } },
  { name: 'ssh pubkey chain', opens: ['ip ssh pubkey-chain'], children: 'username * $, server * $' },
  {
    name: 'ssh pubkey',
    opens: ['user[name]|server * $'],
    within: ['ssh pubkey chain'],
    children: 'key-hash *, key-string $',
  },
  { name: 'ssh pubkey string', opens: ['key-str[ing] $'], within: ['ssh pubkey'], body: { kind: 'base64' } },
]
