import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const program = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path))

/** Without the program a test is passed over outside CI only: `.ci/run` installs Debian's package `chromium`. */
export const isPassedOver = program === undefined && process.env['CI'] === undefined

/** Chromium, which asks the network for nothing of its own. */
export async function launchChromium(): Promise<Browser> {
  if (program === undefined) throw new Error('Chromium is not installed: apt-get install chromium')
  return chromium.launch({
    executablePath: program,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
