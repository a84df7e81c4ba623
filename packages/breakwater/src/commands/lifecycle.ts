import type { Arguments } from '../arguments.ts'
import { platformNames } from '../catalogue.ts'
import { UsageError } from '../errors.ts'
import { findFiles } from '../files.ts'
import { frontends } from '../frontends.ts'
import type { Io } from '../io.ts'
import { besideFiles } from '../lifecycle/files.ts'
import { gather } from '../lifecycle/gather.ts'
import { lifecycleFormats, printLives } from '../lifecycle/print.ts'
import { lifecycleOptions, lifecycleSource } from '../lifecycle/source.ts'
import type { ExitCode } from '../main.ts'
import { readDay } from '../day.ts'
import { compareText } from '../results.ts'
import { harmless } from '../text/harmless.ts'
import { wantsColor } from '../text/style.ts'
import { readSettings } from './settings.ts'

const options = {
  format: { short: 'f', value: 'name', choices: lifecycleFormats, help: 'How to print' },
  today: { value: 'date', help: 'The day to judge by, YYYY-MM-DD' },
  horizon: { value: 'months', help: 'How far ahead an end is told, 12 months if not given' },
  facts: {
    value: 'file',
    multiple: true,
    help: 'Captures of show version and show inventory, or gathered facts, beside the configurations',
  },
  ...lifecycleOptions,
  platform: { value: 'name', choices: platformNames, help: 'What the files are, where detection is wrong' },
  config: { short: 'c', value: 'file', help: 'The configuration, in place of the one that is found' },
  'no-config': { help: 'Look for no configuration' },
  'trust-config': { help: 'Run a configuration that is code (.js, .mjs, .ts) though it was only found' },
} as const

/** Each device's release and hardware, its milestones, and what is known to be exploited. */
export const lifecycle = {
  spec: {
    name: 'lifecycle',
    operands: '[paths…]',
    summary: 'Shows what the devices run and are, when that ends, and which known exploited vulnerabilities are open.',
    options,
    more: 'Reads configurations and captures of show version: IOS, IOS-XE, IOS-XR, NX-OS, EOS, Junos, ASA.',
  },
  run: (args: Arguments, io: Io): Promise<ExitCode> => run(args as unknown as Arguments<typeof options>, io),
}

async function run({ options: given, operands }: Arguments<typeof options>, io: Io): Promise<ExitCode> {
  const today = readDay(given.today ?? io.today)
  const horizonMonths = readMonths(given.horizon)
  const settings = await readSettings(given, io, frontends)
  const source = lifecycleSource(given, io, true)
  const data = await source.load()
  const beside = await besideFiles(given.facts, settings, io)
  const candidates = findFiles(operands.length > 0 ? operands : ['.'], io.cwd).filter(
    ({ named, absolute }) => beside?.has(absolute) !== true && (named || settings?.ignores(absolute) !== true),
  )
  const platformOf = (absolute: string): string | undefined => given.platform ?? settings?.platformOf(absolute)
  const { lives, refused } = await gather(candidates, beside, platformOf, data, { today, horizonMonths })
  for (const message of refused) io.writeError(`breakwater: ${harmless(message)}\n`)
  if (lives.length === 0) {
    if (refused.length === 0)
      io.writeError(`breakwater: nothing tells a release or a product among ${candidates.length} files\n`)
    return 2
  }
  const report = {
    today,
    horizonMonths,
    dataAsOf: data.data.dataAsOf,
    remarks: await source.remarks(today),
    lives: lives.toSorted((a, b) => compareText(a.device, b.device) || compareText(a.file, b.file)),
  }
  const format = (given.format ?? 'pretty') as (typeof lifecycleFormats)[number]
  const style = { color: wantsColor(io.env, io.terminal !== undefined), width: io.terminal?.columns ?? 100 }
  io.write(printLives(report, format, style))
  // A table of values alone has no place for it.
  if (format === 'csv') for (const remark of report.remarks) io.writeError(`breakwater: ${remark}\n`)
  return refused.length > 0 ? 2 : 0
}

function readMonths(text: string | undefined): number {
  if (text === undefined) return 12
  const months = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
  if (Number.isNaN(months) || months > 120)
    throw new UsageError(`--horizon cannot be "${text}": it is a number of months, 120 at the most`)
  return months
}
