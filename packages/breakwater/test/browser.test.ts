import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lint } from '../src/index.ts'
import { isPassedOver, launchChromium } from './chromium.ts'

const built = fileURLToPath(new URL('../dist/index.js', import.meta.url))

const TEXT = `hostname r1
version 12.4
ip ssh version 1
enable secret 9 $9$abcdefghijklmn$0123456789012345678901234567890123456789012
banner motd ^C <script>alert(1)</script> ::error:: ^C
line vty 0 4
 transport input telnet
end
`

describe.skipIf(isPassedOver)('in a browser', () => {
  let folder = ''
  let browser: Browser | undefined
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'breakwater-'))
    const bundle = await rolldown({ input: built, platform: 'browser', logLevel: 'silent' })
    await bundle.write({
      file: join(folder, 'breakwater.js'),
      format: 'iife',
      name: 'breakwater',
      minify: true,
      codeSplitting: false,
    })
    copyFileSync(new URL('browser/page.html', import.meta.url), join(folder, 'page.html'))
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('text in, findings out; nothing leaves the page, and nothing is written to its console', async () => {
    const context = await browser?.newContext({ offline: true })
    const page = await context?.newPage()
    if (page === undefined) throw new Error('there is no page')
    const requests: string[] = []
    const said: string[] = []
    page.on('request', (request) => requests.push(request.url().replace(/^.*\//, '')))
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(String(error)))
    page.on('dialog', (dialog) => {
      said.push(dialog.message())
      void dialog.dismiss()
    })
    await page.goto(pathToFileURL(join(folder, 'page.html')).href)
    await page.locator('#text').fill(TEXT)
    const shown = await page.locator('#findings li').allTextContents()
    expect(shown).toContain('3: SSH version 1 is forced; allow version 2 only [ssh/version-2-only]')
    const expected = lint(TEXT, { path: 'pasted', today: '2026-11-24' })
    expect(shown).toEqual(
      expected.results.map(({ rule, location, message }) => `${location.startLine}: ${message} [${rule}]`),
    )
    const project = await page.evaluate(async (text) => {
      const { breakwater } = globalThis as unknown as { breakwater: { lint: typeof lint } }
      const { summary } = await breakwater.lint({ files: { 'a.cfg': text, 'b.cfg': text } })
      const refused = await breakwater.lint({ paths: ['a.cfg'] }).catch((error: unknown) => String(error))
      return { devices: summary.devices, refused }
    }, TEXT)
    expect(project).toEqual({ devices: 2, refused: expect.stringContaining('there is no disk here') })
    expect(requests).toEqual(['page.html', 'breakwater.js'])
    expect(said).toEqual([])
  })
})
