import type { Command } from '../../../commands/command.ts'
import type { Lowering } from '../../../commands/lowering.ts'
import { command, ignored, value, word, type CommandTable } from '../../../commands/row.ts'
import { maskTypedSecrets } from '../secrets.ts'

const LISTS = ['automation.actions', 'automation.intercepts'] as const

function openApplet(line: Command, to: Lowering): void {
  const name = line.text(0)
  if (!line.negated && !line.defaulted) return to.enter([to.draft.add('automation.applets', name, { name }, line.at)])
  to.draft.remove('automation.applets', name)
  for (const list of LISTS)
    for (const { key, id } of to.draft.items(list)) if (id.applet === name) to.draft.remove(list, key)
}

function appletOf(to: Lowering): string {
  return to.items('automation.applets')[0]?.key ?? ''
}

/** `action LABEL cli command "…"`; other actions type nothing. */
function readAction(line: Command, to: Lowering): void {
  maskTypedSecrets(line, to)
  const applet = appletOf(to)
  const label = line.words[1]?.text ?? ''
  const typed = /^action\s+\S+\s+cli\s+command\s+"?(.*?)"?(?:\s+pattern\s.*)?\s*$/i.exec(
    to.table.text.slice(to.table.body[line.line], to.table.end[line.line]),
  )?.[1]
  const key = `${applet} ${label}`
  if (line.negated || line.defaulted) return to.draft.remove('automation.actions', key)
  if (typed === undefined) return
  if (/guestshell\s+enable/i.test(typed)) to.state('services.guestshellEnable', true, line.at)
  to.draft.remove('automation.actions', key)
  to.draft.add('automation.actions', key, { applet, command: typed }, line.at)
}

/** `event [tag T] cli pattern "…" sync no skip yes`: the command that matches is never run. */
function readEvent(line: Command, to: Lowering): void {
  const text = to.table.text.slice(to.table.body[line.line], to.table.end[line.line])
  const pattern = /\bcli\s+pattern\s+(?:"([^"]*)"|(\S+))/i.exec(text)
  if (line.negated || pattern === null || !/\sskip\s+yes\b/i.test(text)) return
  const applet = appletOf(to)
  to.draft.add('automation.intercepts', applet, { applet, pattern: pattern[1] ?? pattern[2] ?? '' }, line.at)
}

/** `event manager policy FILE [type system|user] …`; the vendor's own are of type system, or called Mandatory. */
function readPolicy(line: Command, to: Lowering): void {
  const [file = '', ...rest] = line.words.slice(3).map(({ text }) => text)
  if (line.negated || line.defaulted) return to.draft.remove('automation.policies', file)
  const type = rest[rest.findIndex((text) => text.toLowerCase() === 'type') + 1]?.toLowerCase()
  const byVendor = (rest.includes('type') && type === 'system') || file.startsWith('Mandatory.')
  to.draft.add('automation.policies', file, { file, byVendor }, line.at)
}

function readScheduled(line: Command, to: Lowering): void {
  maskTypedSecrets(line, to)
  const policy = to.memory.get(POLICY)
  if (line.negated || typeof policy !== 'string') return
  const typed = line.text(0)
  const ordinal = to.draft.items('automation.scheduled').length + 1
  to.draft.add('automation.scheduled', `${policy} #${ordinal}`, { policy, command: typed }, line.at)
}

const POLICY = 'automation.kron'

/** The Embedded Event Manager, kron and Tcl. */
export const automation: CommandTable = {
  rows: {
    global: [
      command('event manager applet <name> ...', openApplet),
      command('event manager policy <file> ...', readPolicy),
      command('kron policy-list <name> ...', (line, to) => {
        if (!line.negated) to.memory.set(POLICY, line.text(0))
      }),
      value('scripting tcl init <file>', 'automation.tclInit', word),
      ...ignored('kron occurrence ...', 'event manager ...'),
    ],
    'event manager applet': [
      command('action ...', readAction),
      command('event ...', readEvent),
      ...ignored('description ...', 'set ...', 'trigger ...', 'attribute ...', 'correlate ...'),
    ],
    'kron policy-list': [command('cli <command...>', readScheduled)],
    'kron occurrence': ignored('policy-list ...'),
  },
}
