/** Which IOS lines a product can run; the first pattern that matches decides. */
const linesByHardware: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(CISCO|C)?(8\d\d|18\d\d|19[0-4]\d|2[568]\d\d|29(0[01]|[125]1)|36\d\d|3[78](00|25|45)|39\d\d)(?!.*XL)/i, ['M']],
  [/^(IOSv|AS5\d\d\d|VG\d\d\d|CGR|IR8)/i, ['M']],
  [/^(CISCO|C)?(17\d\d|72\d\d)/i, ['M', 'S']],
  [/^(WS-)?C?(29\d\d|35\d\d|37[56]\d|4500|4503|4506|4507|4510|4900|4948|1000)/i, ['E']],
  [/^(IE-|IE\d|CGS-|ME-?3400|WS-CBS|WS-X45|C?CDB)/i, ['E']],
  [/^(WS-)?C?6[58]\d\d/i, ['SX']],
  [/^(CISCO)?7[36]\d\d/i, ['S', 'SX']],
  [/^(ASR|ME-?3[68]|GSR|12\d{3}|10\d{3})/i, ['S']],
]

/** The lines that the first known product can run; `undefined` where none of them is known here. */
export const iosLinesOfHardware = (hardware: readonly string[]): readonly string[] | undefined => {
  for (const name of hardware) {
    const entry = linesByHardware.find(([pattern]) => pattern.test(name))
    if (entry !== undefined) return entry[1]
  }
  return undefined
}
