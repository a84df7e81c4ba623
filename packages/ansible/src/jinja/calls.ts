import { type Data } from '../data.ts'
import type { Run } from './run.ts'

const NONE_NAMED: ReadonlyMap<string, Data> = new Map()

/** The arguments of a filter, a test or a method. */
export class Args {
  readonly positional: readonly Data[]
  readonly named: ReadonlyMap<string, Data>

  constructor(positional: readonly Data[], named: ReadonlyMap<string, Data> = NONE_NAMED) {
    this.positional = positional
    this.named = named
  }

  at(index: number, name: string): Data | undefined {
    return this.positional[index] ?? this.named.get(name)
  }

  string(index: number, name: string): string | undefined {
    const data = this.at(index, name)
    return data?.kind === 'string' ? data.value : undefined
  }

  int(index: number, name: string): number | undefined {
    const data = this.at(index, name)
    if (data?.kind === 'int') return Number(data.value)
    return data?.kind === 'bool' ? Number(data.value) : undefined
  }

  flag(index: number, name: string, usual: boolean): boolean {
    const data = this.at(index, name)
    return data?.kind === 'bool' ? data.value : usual
  }

  from(index: number): Args {
    return new Args(this.positional.slice(index), this.named)
  }
}

/** What filters may ask of the evaluator. */
export interface Calls {
  readonly run: Run
  filter(name: string, target: Data, args: Args): Data
  test(name: string, target: Data, args: Args): boolean | undefined
  /** `a.b.0` of a value. */
  path(data: Data, path: Data): Data
}

/** Undefined: the arguments are none that the filter knows, or it would fail; the result is then unknown. */
export type Filter = (target: Data, args: Args, calls: Calls) => Data | undefined
/** Undefined: nobody can know. */
export type Predicate = (target: Data, args: Args, calls: Calls) => boolean | undefined
