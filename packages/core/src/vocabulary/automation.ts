import { leaf, list } from './declare.ts'

/** What the device does by itself. */
export const automation = {
  applets: list<{ readonly name: string }>()('Applets of the Embedded Event Manager', {}),
  actions: list<{
    readonly applet: string
    /** The command that it types, without quotes. It may hold a secret: never print it. */
    readonly command: string
  }>()('Commands that applets type', {}),
  intercepts: list<{
    readonly applet: string
    /** The pattern of commands, as written. */
    readonly pattern: string
  }>()('Commands that applets keep from running (`event cli pattern … skip yes`)', {}),
  policies: list<{ readonly file: string; readonly byVendor: boolean }>()('Registered event manager policies', {}),
  scheduled: list<{ readonly policy: string; readonly command: string }>()(
    'Commands that kron runs. One may hold a secret: never print it.',
    {},
  ),
  tclInit: leaf<string>('Tcl script that each Tcl shell runs first'),
} as const
