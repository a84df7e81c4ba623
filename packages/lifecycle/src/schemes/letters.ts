/** The value of rebuild letters: none is 0, `a` 1, `z` 26, and two letters count in base 27 (`xb` = 650). */
export const letterValue = (letters: string): number => {
  let value = 0
  for (const letter of letters) value = value * 27 + (letter.charCodeAt(0) - 96)
  return value
}
