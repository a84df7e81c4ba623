import { originAt, type SourceFile, type TemplatePiece } from '@breakwater/core'
import { entry, type Data, type DictData, type DictEntry, type Key, string } from '../data.ts'
import { moduleName, networkOs, type NetworkOs } from '../modules/names.ts'
import { readModule } from '../modules/read.ts'
import { evaluateData, evaluateExpression } from '../jinja/render.ts'
import { joinPath } from '../project/paths.ts'
import { fileTemplate } from '../template-text.ts'
import { evaluated, templateLookup, type Call } from './arguments.ts'
import type { Scope } from '../jinja/rendered.ts'
import type { Chunk } from './context.ts'
import { firstLine } from './playbook.ts'
import { plainFile, reachedBy, renderFile } from './render.ts'
import { findFile, foldersOf } from './search.ts'
import type { HostRun } from './run.ts'
import type { Doing } from './tasks.ts'

/** Names of files that `lookup('template', …)` renders, in place of the text. */
const LOOKUP = 'lookup template '

/** A task of a module for network devices: the commands that it enters. */
export function enterModule(call: Call, doing: Doing): void {
  const { context, at, scope, run, skipped } = doing
  const named = moduleName(call.module)
  if (named === undefined) return
  const { reader } = run.project
  if (named.os?.platform !== undefined) run.platforms.add(named.os.platform)
  else if (named.os !== undefined) run.foreign = true
  if (!delegatesHere(doing)) {
    reader.note({ kind: 'limit', message: 'a task for another device is not judged', at: firstLine(at) })
    return
  }
  const own = { ...at, span: firstLine(at).span }
  const args = terminated(named.short, evaluated(withLookups(call.args), scope))
  const provider = args.kind === 'dict' ? entry(args, 'provider') : undefined
  if (provider?.kind === 'dict') run.provider ??= provider
  const reading = readModule({
    name: call.module,
    args,
    at,
    when: context.when,
    source: (path) => sourceOf(path, doing),
  })
  if (reading === undefined || skipped || isDry(doing)) return
  switch (reading.kind) {
    case 'unsupported':
      return leave(reading.os, args, doing)
    case 'unknown':
      return reader.note({
        kind: 'unsupported',
        message: `${call.module} is not understood; what it does is not judged`,
        at: own,
      })
    case 'none':
      return
    case 'text': {
      const os = named.os ?? osOf(doing)
      if (os !== undefined && os.platform !== 'ios') return leave(os, args, doing)
      for (const note of reading.notes) reader.note(note)
      if (reading.pieces.length > 0)
        run.chunks.push({
          kind: 'module',
          pieces: reachedBy(reading.pieces, context.chain, at.span),
          at: { ...own, via: context.chain },
          when: context.when,
          dest: undefined,
          consumed: false,
        })
    }
  }
}

/** A module of a platform without rules: one note a play. */
function leave({ title }: NetworkOs, args: Data, doing: Doing): void {
  const { context, run } = doing
  passOver(args, doing)
  run.project.reader.note({
    kind: 'unsupported',
    message: `no rules know what modules for ${title} do; the play is not judged for them`,
    at: context.play,
  })
}

/** Whether the task only tells what it would do. */
function isDry({ task, scope }: Doing): boolean {
  const dry = entry(task, 'check_mode')
  if (dry === undefined) return false
  const { value } = evaluateData(dry, scope)
  return value.kind === 'bool' && value.value
}

/** What the inventory says that the host runs. */
function osOf({ scope }: Doing): NetworkOs | undefined {
  const { value } = evaluateData(scope.lookup('ansible_network_os'), scope)
  return value.kind === 'string' ? networkOs(value.value) : undefined
}

/** Whether the task is about the host itself, wherever it runs. */
function delegatesHere({ task, scope, run }: Doing): boolean {
  const to = entry(task, 'delegate_to')
  if (to === undefined) return true
  const { value } = evaluateData(to, scope)
  return value.kind === 'string' && ['localhost', '127.0.0.1', run.host.name].includes(value.value)
}

/** A lookup of a template becomes the source of the commands. */
function withLookups(args: Data): Data {
  if (args.kind !== 'dict') return args
  const entries = new Map<Key, DictEntry>()
  for (const [key, one] of args.entries) {
    const expression =
      key === 'lines' || key === 'commands' || key === 'src' || key === 'config' ? templateLookup(one.value) : undefined
    if (expression === undefined) entries.set(key, one)
    else {
      const name = key === 'config' ? 'config' : 'src'
      entries.set(name, { key: string(name), value: string(LOOKUP + expression, one.value.at) })
    }
  }
  return { ...args, entries }
}

/** A text of one line is no path. */
function terminated(short: string, args: Data): Data {
  if (short !== 'cli_config' || args.kind !== 'dict') return args
  const config = entry(args, 'config')
  if (config?.kind !== 'string' || config.value.includes('\n') || config.value.startsWith(LOOKUP)) return args
  const value = {
    ...config,
    value: `${config.value}\n`,
    pieces: config.pieces && [...config.pieces, { text: '\n', at: config.at, deps: [], hole: undefined }],
  }
  return { ...args, entries: new Map([...args.entries, ['config', { key: string('config'), value }]]) }
}

/** The rendered text of what `src` names. */
function sourceOf(name: string, doing: Doing): readonly TemplatePiece[] | undefined {
  const { context, scope, run } = doing
  const path = pathOf(name, scope)
  if (path === undefined) return undefined
  const written = writtenTo(path, run)
  const [last] = written.toReversed()
  if (last !== undefined) {
    for (const chunk of written) chunk.consumed = true
    return last.pieces
  }
  const file = fileOf(path, doing)
  if (file === undefined) return undefined
  run.project.reader.taken.add(file.path)
  const rendered = renderFile(file, scope, foldersOf(context, 'templates'), run.project.reader)
  for (const note of rendered.notes) run.project.reader.note(note)
  if (!rendered.complete) run.open ??= { kind: 'unresolved', name: file.path }
  return rendered.pieces
}

/** The texts that a module of a platform without rules enters are nobody else's either. */
function passOver(args: Data, doing: Doing): void {
  const { run, scope } = doing
  for (const name of ['src', 'config']) {
    const source = args.kind === 'dict' ? entry(args, name) : undefined
    if (source?.kind !== 'string' || (source.value.includes('\n') && !source.value.startsWith(LOOKUP))) continue
    const path = pathOf(source.value, scope)
    if (path === undefined) continue
    for (const chunk of writtenTo(path, run)) chunk.consumed = true
    const file = fileOf(path, doing)
    if (file !== undefined) run.project.reader.taken.add(file.path)
  }
}

/** The path that `src` or a lookup of a template names. */
function pathOf(name: string, scope: Scope): string | undefined {
  if (!name.startsWith(LOOKUP)) return name
  const { value } = evaluateExpression(fileTemplate({ path: '', text: name.slice(LOOKUP.length) }), scope)
  return value.kind === 'string' ? value.value : undefined
}

function writtenTo(path: string, run: HostRun): readonly Chunk[] {
  return run.chunks.filter(({ kind, dest }) => kind === 'template' && dest !== undefined && sameFile(dest, path))
}

function fileOf(path: string, { context, run }: Doing): SourceFile | undefined {
  const { reader } = run.project
  return findFile(foldersOf(context, 'templates'), path, reader) ?? findFile(foldersOf(context, 'files'), path, reader)
}

function sameFile(a: string, b: string): boolean {
  return joinPath('', a.replace(/^\/+/, '')) === joinPath('', b.replace(/^\/+/, ''))
}

/** A task that writes a file: a template, or a text as it is. */
export function writeFile(kind: 'template' | 'copy', args: Data, { context, at, scope, run }: Doing): void {
  const { reader } = run.project
  const value = evaluated(args, scope)
  if (value.kind !== 'dict') return
  const dest = entry(value, 'dest')
  const source = entry(value, 'src')
  if (source?.kind !== 'string') return
  const file = findFile(foldersOf(context, kind === 'copy' ? 'files' : 'templates'), source.value, reader)
  if (file === undefined) {
    if (kind === 'template')
      reader.note({ kind: 'limit', message: `the template ${source.value} is not there`, at: firstLine(at) })
    return
  }
  const rendered =
    kind === 'copy'
      ? plainFile(file)
      : renderFile(file, scope, foldersOf(context, 'templates'), reader, optionsOf(value))
  for (const note of rendered.notes) reader.note(note)
  const hop = { role: 'task' as const, span: firstLine(at).span }
  const hops = [hop, ...context.chain]
  const pieces = rendered.pieces.map((piece) => ({ ...piece, when: [...context.when, ...(piece.when ?? [])] }))
  run.chunks.push({
    kind: 'template',
    // A task that pushes it adds itself; what is only rendered has its own task on the way.
    pieces: reachedBy(pieces, hops),
    at: { ...firstLine(originAt(file, 0, file.text.length)), via: hops },
    when: context.when,
    dest: dest?.kind === 'string' ? dest.value : undefined,
    consumed: false,
  })
  reader.taken.add(file.path)
}

function optionsOf(args: DictData): { readonly trimBlocks?: boolean; readonly lstripBlocks?: boolean } {
  const flag = (name: string): boolean | undefined => {
    const value = entry(args, name)
    return value?.kind === 'bool' ? value.value : undefined
  }
  const trimBlocks = flag('trim_blocks')
  const lstripBlocks = flag('lstrip_blocks')
  return { ...(trimBlocks !== undefined && { trimBlocks }), ...(lstripBlocks !== undefined && { lstripBlocks }) }
}
