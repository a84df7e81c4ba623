import { leaf, list } from './declare.ts'

export const archive = {
  sections: list<object>()('The `archive` section; one at the most', {
    host: leaf<string>('Host that configurations go to'),
    scheme: leaf<string>('Where configurations go: the scheme of the path, such as `scp`, `tftp` or `flash`'),
    writeMemory: leaf<boolean>('Whether each save is archived'),
  }),
  changeLogs: list<object>()('The log of configuration changes (`log config`); one at the most', {
    enabled: leaf<boolean>('Whether changes are logged'),
    notifySyslog: leaf<boolean>('Whether they are sent to syslog'),
    hideKeys: leaf<boolean>('Whether passwords are left out'),
  }),
} as const
