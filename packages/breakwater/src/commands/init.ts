import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDevice } from '@breakwater/network-os'
import type { Arguments } from '../arguments.ts'
import { ConfigError } from '../errors.ts'
import { decodeFile, findFiles, readBytes } from '../files.ts'
import { printConfiguration } from '../init/configuration.ts'
import { SiteInference } from '../init/infer.ts'
import type { Io } from '../io.ts'
import type { ExitCode } from '../main.ts'
import { counted } from '../text/table.ts'

const FILE = 'breakwater.config.yaml'

const options = {
  stdout: { help: `Print the configuration, and write no ${FILE}` },
  force: { help: `Replace a ${FILE} that is there` },
} as const

/** A first configuration, with what the devices suggest of the site. */
export const init = {
  spec: {
    name: 'init',
    operands: '[paths…]',
    summary: `Writes ${FILE} with a site section, filled with what the configurations below the paths suggest.`,
    options,
    more: 'What was found stands in comments: the configurations show what is, you know what is meant to be.',
  },
  run: async (args: Arguments, io: Io): Promise<ExitCode> => {
    const { options: given, operands } = args as unknown as Arguments<typeof options>
    const path = join(io.cwd, FILE)
    if (!given.stdout && !given.force && existsSync(path))
      throw new ConfigError(`${FILE} is there already; --force replaces it, --stdout prints another`)
    const inference = new SiteInference()
    for (const { absolute, path: shown } of findFiles(operands.length > 0 ? operands : ['.'], io.cwd)) {
      const read = readBytes(absolute)
      if ('refused' in read) continue
      const reading = readDevice({ path: shown, text: await decodeFile(read.bytes) })
      if (reading !== undefined) inference.add(reading.device)
    }
    const text = printConfiguration(inference)
    if (given.stdout) io.write(text)
    else {
      writeFileSync(path, text)
      io.write(
        `Wrote ${FILE}; ${counted(inference.devices, 'device')} read. Take the comment signs away from what is right.\n`,
      )
    }
    return 0
  },
}
