/** An exact decimal number: `digits` times ten to the power of minus `scale`. */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

/** Terraform's numbers have 512 bits: about this many decimal digits. */
const PRECISION = 154
/** Exponents beyond this are no numbers that a configuration holds. */
const LARGEST = 2000

const NUMBER = /^([+-]?)(\d+)(?:\.(\d*))?(?:[Ee]([+-]?\d+))?$/

/** Reads a number; undefined for what is none, or is too large to be computed with. */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > LARGEST) return undefined
  const match = NUMBER.exec(text)
  if (match === null) return undefined
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  const power = Number(exponent)
  if (!(Math.abs(power) <= LARGEST)) return undefined
  const digits = BigInt(`${whole}${fraction}`)
  return normal(sign === '-' ? -digits : digits, fraction.length - power)
}

function normal(digits: bigint, scale: number): Decimal {
  if (digits === 0n) return { digits, scale: 0 }
  let value = digits
  let places = scale
  if (places < 0) {
    value *= 10n ** BigInt(-places)
    places = 0
  }
  while (places > 0 && value % 10n === 0n) {
    value /= 10n
    places--
  }
  return { digits: value, scale: places }
}

/** As Terraform prints it: no exponent, no zeros at the end. */
export function printDecimal({ digits, scale }: Decimal): string {
  if (scale === 0) return digits.toString()
  const negative = digits < 0n
  const text = (negative ? -digits : digits).toString().padStart(scale + 1, '0')
  return `${negative ? '-' : ''}${text.slice(0, -scale)}.${text.slice(-scale)}`
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return normal(raised(a, scale) + raised(b, scale), scale)
}

export function negate({ digits, scale }: Decimal): Decimal {
  return { digits: -digits, scale }
}

export function multiply(a: Decimal, b: Decimal): Decimal | undefined {
  const product = precise(normal(a.digits * b.digits, a.scale + b.scale))
  return product.scale > LARGEST || product.digits.toString().length > LARGEST ? undefined : product
}

/** Undefined for a division by zero. */
export function divide(a: Decimal, b: Decimal): Decimal | undefined {
  if (b.digits === 0n) return undefined
  const scale = PRECISION + Math.max(0, b.digits.toString().length - a.digits.toString().length)
  return normal((a.digits * 10n ** BigInt(scale + b.scale)) / (b.digits * 10n ** BigInt(a.scale)), scale)
}

/** With the sign of the dividend; undefined for a division by zero. */
export function remainder(a: Decimal, b: Decimal): Decimal | undefined {
  if (b.digits === 0n) return undefined
  const scale = Math.max(a.scale, b.scale)
  return normal(raised(a, scale) % raised(b, scale), scale)
}

export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale)
  const difference = raised(a, scale) - raised(b, scale)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The whole number towards negative infinity, or with `up` towards positive infinity. */
export function rounded(a: Decimal, up: boolean): Decimal {
  const unit = 10n ** BigInt(a.scale)
  const whole = a.digits / unit
  const exact = whole * unit === a.digits
  if (exact || a.digits < 0n === up) return { digits: whole, scale: 0 }
  return { digits: up ? whole + 1n : whole - 1n, scale: 0 }
}

/** Rounded as far as the last digit that Terraform's numbers still hold, one less. */
function precise(value: Decimal): Decimal {
  const excess = Math.min(value.digits.toString().length - PRECISION + 2, value.scale)
  if (excess <= 0) return value
  const unit = 10n ** BigInt(excess)
  const half = value.digits < 0n ? -unit / 2n : unit / 2n
  return normal((value.digits + half) / unit, value.scale - excess)
}

function raised({ digits, scale }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(to - scale)
}
