import { leaf, list } from './declare.ts'

export const controlPlane = {
  section: leaf<boolean>('Whether the section `control-plane` is there'),
  inputPolicy: leaf<string>('Policy map on packets to the control plane'),
  hostPolicy: leaf<string>('Policy map on packets to the device itself: `control-plane host`'),
  policyMaps: list<{ readonly name: string }>()('Policy maps', {
    classes: leaf<readonly { readonly name: string; readonly acts: boolean }[]>(
      'Their classes, and whether a class does anything: `police`, `drop` and the like',
    ),
  }),
  classMaps: list<{ readonly name: string }>()('Class maps', {
    matches: leaf<number>('Number of match conditions'),
  }),
} as const
