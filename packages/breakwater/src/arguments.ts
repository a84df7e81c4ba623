import { parseArgs } from 'node:util'
import { UsageError } from './errors.ts'
import { didYouMean } from './nearest.ts'

/** One option of a command. Without `value` it is a switch. */
export interface Option {
  readonly short?: string
  /** How the help calls its value. */
  readonly value?: string
  /** The value where the option stands alone; another is given with `=`. */
  readonly alone?: string
  readonly help: string
  readonly multiple?: true
  /** The values that it takes. */
  readonly choices?: readonly string[]
}

export type Options = Readonly<Record<string, Option>>

export interface CommandSpec<O extends Options = Options> {
  readonly name: string
  /** What the command is a part of; `breakwater` if not given. */
  readonly program?: string
  readonly summary: string
  /** What stands after the name, such as `[paths…]`. */
  readonly operands: string
  readonly options: O
  /** Below the options in the help. */
  readonly more?: string
}

type ValueOf<T extends Option> = T extends { readonly value: string }
  ? T extends { readonly multiple: true }
    ? readonly string[]
    : string | undefined
  : boolean

export interface Arguments<O extends Options = Options> {
  readonly options: { readonly [K in keyof O]: ValueOf<O[K]> }
  readonly operands: readonly string[]
  readonly help: boolean
}

/** Reads what follows the command's name. Throws a UsageError that says what would be right. */
export function readArguments<O extends Options>(spec: CommandSpec<O>, argv: readonly string[]): Arguments<O> {
  const known: Options = { ...spec.options, help: { short: 'h', help: '' } }
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(known).map(([name, { value, alone, short }]) => [
        name,
        {
          type: value === undefined || alone !== undefined ? ('boolean' as const) : ('string' as const),
          ...(short && { short }),
        },
      ]),
    ),
  })
  const values: Record<string, boolean | string | string[] | undefined> = {}
  for (const [name, option] of Object.entries(known))
    values[name] = option.value === undefined ? false : option.multiple ? [] : undefined
  const operands: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind !== 'option') continue
    const option = known[token.name]
    if (option === undefined) throw unknownOption(token.rawName, spec)
    const value = checkedValue(token.rawName, option, token.value, token.inlineValue === true)
    if (option.value === undefined) values[token.name] = true
    else if (option.multiple) (values[token.name] as string[]).push(value)
    else if (values[token.name] !== undefined) throw new UsageError(`${token.rawName} is given twice`)
    else values[token.name] = value
  }
  return { options: values as Arguments<O>['options'], operands, help: values['help'] === true }
}

function unknownOption(raw: string, spec: CommandSpec): UsageError {
  const all = Object.keys(spec.options).map((name) => `--${name}`)
  return new UsageError(
    `unknown option ${raw}${didYouMean(raw, all)}\n${spec.program ?? 'breakwater'} ${spec.name} --help lists the options`,
  )
}

function checkedValue(raw: string, option: Option, value: string | undefined, inline: boolean): string {
  if (option.value === undefined) {
    if (value !== undefined) throw new UsageError(`${raw} takes no value`)
    return ''
  }
  if (value === undefined && option.alone !== undefined) return option.alone
  if (value === undefined || value === '' || (!inline && value.length > 1 && value.startsWith('-')))
    throw new UsageError(`${raw} needs a value: ${raw} <${option.value}>`)
  if (option.choices !== undefined && !option.choices.includes(value))
    throw new UsageError(
      `${raw} cannot be "${value}"${didYouMean(value, option.choices)}\nit is one of ${option.choices.join(', ')}`,
    )
  return value
}

/** The help of one command. */
export function commandHelp({ name, program = 'breakwater', operands, summary, options, more }: CommandSpec): string {
  const all: Options = { ...options, help: { short: 'h', help: 'Show this help' } }
  const rows = Object.entries(all).map(([option, { short, value, alone, help, multiple, choices }]) => {
    const shown = value === undefined ? '' : alone === undefined ? ` <${value}>` : `[=${value}]`
    const left = `${short === undefined ? '    ' : `-${short}, `}--${option}${shown}`
    const extra = [choices === undefined ? '' : choices.join(', '), multiple ? 'repeatable' : ''].filter((text) => text)
    return [left, extra.length === 0 ? help : `${help} (${extra.join('; ')})`] as const
  })
  const width = Math.max(...rows.map(([left]) => left.length))
  const list = rows.map(([left, help]) => `  ${left.padEnd(width)}  ${help}`)
  return `${[`${program} ${name} ${operands}`.trim(), '', summary, '', 'Options:', ...list, ...(more === undefined ? [] : ['', more])].join('\n')}\n`
}
