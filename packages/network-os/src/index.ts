export type { BesideEvidence } from './identity.ts'
export {
  remediationOf,
  readDevice,
  readTemplate,
  recogniseTemplate,
  type DeviceReading,
  type ReadOptions,
  type TemplateOptions,
} from './read.ts'
export { LineClass } from './commands/row.ts'
export type { Coverage } from './platforms/ios/coverage.ts'
export type { Detection } from './platforms/ios/detect.ts'
export { iosModes } from './platforms/ios/modes.ts'
export { LineKind, printLines, type LineTable } from './syntax/lines.ts'
export { parseLines } from './syntax/parse.ts'
export { lineAt, lineText, sectionEnd, type LineView } from './syntax/view.ts'
export { settings, supportedCommands, type SupportedCommand } from './support.ts'
export { decodeText, encodeText, type Decoded, type Encoding } from './syntax/encoding.ts'
export { applyEdits, inOrder, Taken, type Edit } from './edits/edit.ts'
export {
  deviceMending,
  differenceOf,
  isCapture,
  typedText,
  type Difference,
  type Mending,
  type Writing,
} from './edits/mending.ts'
