import { leaf } from './declare.ts'

export const login = {
  blockFor: leaf<number>('Seconds without logins after too many failures'),
  quietAccessClass: leaf<string>('Access list of those who may log in during that time'),
  logFailures: leaf<boolean>('Whether failed logins are logged'),
  logSuccesses: leaf<boolean>('Whether successful logins are logged'),
  failuresPerMessage: leaf<number>('Failed logins for one message'),
} as const
