import type { ModuleTable, ParameterRow } from '../module.ts'

const ACCOUNT: readonly ParameterRow[] = [
  { path: '', command: 'username {name}[ view {view,role}][ privilege {privilege}]' },
  { path: '', command: 'username {name} {nopassword?nopassword}' },
  { path: '', command: 'username {name} {password_type=secret} {configured_password}' },
  // The device takes `secret` before a hash alone. What `password_type` says is about `configured_password`.
  {
    path: '',
    command: 'username {name} {hashed_password.type:7?password|secret} {hashed_password.type} {hashed_password.value}',
  },
]

export const userModules: readonly ModuleTable[] = [
  {
    // `aggregate` and its old names are made single calls before the table is read.
    names: ['ios_user'],
    root: '',
    rows: ACCOUNT,
    // The module leaves the user `admin` alone: cisco.ios 5.2, modules/ios_user.
    purges: { lists: ['users'], keep: ['admin'] },
  },
  {
    names: ['ios_user_global'],
    root: 'config',
    whole: true,
    owns: { lists: ['users'], settings: ['enable.secret', 'enable.password'] },
    rows: [
      {
        path: 'enable[]',
        command: 'enable {password.type=secret}[ level {level}] {password.hash=0} {password.value}',
      },
      {
        path: 'users[]',
        rows: [
          { path: '', command: 'username {name}[ privilege {parameters.privilege}][ view {parameters.view}]' },
          {
            path: '',
            command:
              'username {name} {parameters.password.type=secret} {parameters.password.hash=0} {parameters.password.value}',
          },
          { path: '', command: 'username {name} {parameters.nopassword?nopassword}' },
        ],
      },
    ],
  },
]
