export * from './data.ts'
export { ansibleFrontend, type AnsibleOptions } from './frontend.ts'
export { printText } from './jinja/print.ts'
export { truth } from './jinja/python.ts'
export { evaluateData, evaluateExpression, renderTemplate } from './jinja/render.ts'
export {
  textOf,
  type Evaluated,
  type Rendered,
  type RenderOptions,
  type Scope,
  type Segment,
} from './jinja/rendered.ts'
export type { ModuleCall, ModuleReading } from './modules/module.ts'
export { readModule } from './modules/read.ts'
export { renderedPieces } from './modules/rendered.ts'
export {
  modulesPassedOver,
  supportedParameters,
  supportedStates,
  type SupportedParameter,
  type SupportedState,
} from './modules/support.ts'
export { fileTemplate, stringTemplate, type TemplateText } from './template-text.ts'
export { parseYaml, type YamlFile } from './yaml.ts'

/** The name of the front-end. */
export const frontendName = 'ansible'
