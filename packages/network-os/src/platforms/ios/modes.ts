import { compileModes, type ModeTable } from '../../syntax/modes.ts'
import { crypto } from './modes/crypto.ts'
import { artefacts, leaves, shared } from './modes/global.ts'
import { interfaces } from './modes/interfaces.ts'
import { routing } from './modes/routing.ts'
import { security } from './modes/security.ts'
import { services } from './modes/services.ts'
import { texts } from './modes/texts.ts'
import { voice } from './modes/voice.ts'

/** The configuration modes of Cisco IOS and IOS-XE. */
export const iosModes: ModeTable = compileModes({
  modes: [...interfaces, ...routing, ...security, ...crypto, ...services, ...voice, ...texts],
  leaves,
  shared,
  artefacts,
})
