export { terraform } from './frontend.ts'
export type {
  BoolValue,
  Entry,
  KnownValue,
  ListValue,
  NullValue,
  NumberValue,
  ObjectValue,
  Piece,
  Rest,
  StringValue,
  UnknownValue,
  Value,
} from './evaluate/value.ts'
export { loadProject, rootFolders } from './project/load.ts'
export type {
  Assignment,
  Attribute,
  Body,
  LoadOptions,
  NestedBlock,
  Output,
  Project,
  Provider,
  Repetition,
  Resource,
  Variable,
} from './project/project.ts'
export { attributeOf, blocksOf, entriesOf, itemsOf, piecesOf } from './project/read.ts'
export { passedOverResources, supportedArguments, type SupportedArguments } from './support.ts'
export type { BodyNode, ConfigFile, Expression, Located, Problem } from './syntax/tree.ts'
