/**
 * The lines of IOS trains: those that follow one another, so that the end of a later train is the end of an earlier.
 * M: routers (mainline, T, M and the one-off X and Y trains that branch from T). E: access switches and Catalyst 4500
 * (SE, SG, EW grew into E). SX: Catalyst 6500 and 6800 (12.1E, SX*, SY). S: service provider, and IOS XE 3.x S.
 * Any other letters are a line of their own.
 */
export const iosLine = (major: number, letters: string): string => {
  if (/^(M|T|[XY][A-Z]?)?$/.test(letters)) return 'M'
  if (/^(SX[A-Z]*|SY)$/.test(letters) || (letters === 'E' && major < 15)) return 'SX'
  if (/^(E[A-DK-Z]?|E[WY]A|SE[A-G]?|SG[A-Z]?|XO)$/.test(letters)) return 'E'
  if (/^(S|S[BR][A-Z]?|SN|SP)$/.test(letters)) return 'S'
  return letters
}

/**
 * The lines on which a router or switch train of these numbers was released. Trains of access points (J*), mobile
 * gateways (MD*, MR*) and cable head-ends (BC, SC*) are left out: they are no routers or switches as meant here.
 * 12.0 to 12.3: the vendor's train names; from 15.0 on also the enumerated releases of CVE-2023-20109.
 */
const linesByNumber: Readonly<Record<string, readonly string[]>> = {
  '12.0': ['M', 'S', 'W', 'WC'],
  '12.1': ['M', 'E', 'SX'],
  '12.2': ['M', 'E', 'S', 'SX'],
  '15.0': ['M', 'E', 'S', 'SX'],
  '15.1': ['M', 'E', 'S', 'SX'],
  '15.2': ['M', 'E', 'S', 'SX'],
  '15.3': ['M', 'S', 'SX'],
  '15.4': ['M', 'S', 'SX'],
  '15.5': ['M', 'S', 'SX'],
  '15.6': ['M', 'S'],
}

/** The lines that `version 15.2` may mean. */
export const iosLinesOf = (major: number, minor: number): readonly string[] =>
  linesByNumber[`${major}.${minor}`] ?? ['M']
