import type { Enrollment } from '@breakwater/core'
import { readCertificate } from '../../../certificates.ts'
import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, ignored, value, word, wordList, type CommandTable, type Row } from '../../../commands/row.ts'
import { LineKind } from '../../../syntax/lines.ts'

const CHAIN = 'certificate chain'

function openTrustpoint(line: Command, to: Lowering): void {
  const name = line.text(0)
  if (line.negated || line.defaulted) to.draft.remove('tls.trustpoints', name)
  else to.enter([to.draft.add('tls.trustpoints', name, { name }, line.at)])
}

function openProfile(line: Command, to: Lowering): void {
  const name = line.text(0)
  if (line.negated || line.defaulted) to.draft.remove('tls.profiles', name)
  else to.enter([to.draft.add('tls.profiles', name, { name }, line.at)])
}

function enrollment(pattern: string, kind: Enrollment): Row {
  return command(pattern, (line, to) => {
    if (line.negated || line.defaulted) to.unset('tls.trustpoints[].enrollment', line.at)
    else to.state('tls.trustpoints[].enrollment', kind, line.at)
  })
}

/** `rsakeypair LABEL [BITS [BITS]]` */
function readKeyPair(line: Command, to: Lowering): void {
  const bits = Number(line.words[2]?.text)
  if (line.negated || line.defaulted || !(bits > 0)) to.unset('tls.trustpoints[].keyBits', line.at)
  else to.state('tls.trustpoints[].keyBits', bits, line.at)
}

/** `certificate [self-signed|ca|rollover …] SERIAL`, then hexadecimal digits up to `quit`, or the name of a file. */
function readEntry(line: Command, to: Lowering): void {
  const trustpoint = to.memory.get(CHAIN)
  const [kind = '', serial = ''] = line.words.slice(1).map(({ text }) => text.toLowerCase())
  if (line.negated || typeof trustpoint !== 'string' || kind === 'rollover') return
  const known = kind === 'self-signed' || kind === 'ca' ? kind : 'identity'
  const key = `${trustpoint} ${known === 'identity' ? kind : `${known} ${serial}`}`
  const item = to.draft.add('tls.certificates', key, { trustpoint, kind: known }, line.at)
  const content = readCertificate(encodedBelow(line))
  if (content === undefined) item.unknown('content', { kind: 'unreadable' }, line.at)
  else item.set('content', content, line.at)
}

function encodedBelow({ table, line }: Command): string {
  let last = line
  while (table.parent[last + 1] === line && table.kind[last + 1] !== LineKind.exit) last++
  return last === line ? '' : table.text.slice(table.start[line + 1], table.end[last])
}

const trustpoint: readonly Row[] = [
  enrollment('enrollment selfsigned', 'selfsigned'),
  enrollment('enrollment url ...', 'url'),
  enrollment('enrollment terminal ...', 'terminal'),
  enrollment('enrollment pkcs12', 'pkcs12'),
  enrollment('enrollment profile ...', 'profile'),
  command('auto-enroll ...', (line, to) => to.state('tls.trustpoints[].autoEnroll', !line.negated, line.at)),
  command('rsakeypair ...', readKeyPair),
  ...ignored(
    'eckeypair ...',
    'enrollment ...',
    'fingerprint ...',
    'fqdn ...',
    'hash ...',
    'ip-address ...',
    'revocation-check ...',
    'serial-number ...',
    'source ...',
    'subject-alt-name ...',
    'subject-name ...',
    'usage ...',
    'vrf ...',
  ),
]

/** TLS of the web server and of syslog, trustpoints and their certificates. */
export const tls: CommandTable = {
  rows: {
    global: [
      value('ip http tls-version <version>', 'http.tlsVersion', word),
      value('ip http secure-ciphersuite <suites...>', 'http.ciphersuites', wordList),
      value('ip http client secure-ciphersuite <suites...>', 'http.clientCiphersuites', wordList),
      value('ip http secure-trustpoint <trustpoint>', 'http.secureTrustpoint', word),
      command('logging tls-profile <name>', openProfile),
      ...['pki', 'ca'].flatMap((family) => [
        command(`crypto ${family} trustpoint <name>`, openTrustpoint),
        command(`crypto ${family} certificate chain <name>`, (line, to) => void to.memory.set(CHAIN, line.text(0))),
        ...ignored(
          `crypto ${family} token ...`,
          `crypto ${family} trustpool ...`,
          `crypto ${family} certificate map ...`,
        ),
      ]),
    ],
    'pki trustpoint': trustpoint,
    'certificate chain': [command('certificate ...', readEntry)],
    'tls profile': [
      value('tls-version <version>', 'tls.profiles[].version', word),
      value('ciphersuite <suites...>', 'tls.profiles[].ciphersuites', wordList),
      ...ignored('client-id-trustpoint ...'),
    ],
  },
  headers: { 'tls.profiles': ({ key }) => `logging tls-profile ${key}` },
}
