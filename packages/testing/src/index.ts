export { checkCase, type CheckOptions } from './check.ts'
export { printPage } from './page.ts'
export { parseSpec, type Expectation, type Spec, type SpecCase, type SpecFile } from './spec.ts'
