/// <reference lib="dom" />
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isPassedOver, launchChromium } from './chromium.ts'

const command = fileURLToPath(new URL('../dist/bin.js', import.meta.url))
const example = fileURLToPath(new URL('../../../examples/isp-edge', import.meta.url))

const EVIL = `hostname <img/src=x/onerror=alert(1)>
username </script><script>alert(2)</script> privilege 15 password 0 hunter2hunter2
banner motd ^C <script>alert(3)</script> ]]> ::error:: \u001b[31m \u202e ^C
line vty 0 4
 transport input telnet
end
`

describe.skipIf(isPassedOver)('the HTML report in a browser', () => {
  let folder = ''
  let browser: Browser | undefined
  const requests: string[] = []
  const said: string[] = []

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'breakwater-'))
    check(example, '.', 'report.html')
    writeFileSync(join(folder, 'evil.cfg'), EVIL)
    check(folder, 'evil.cfg', 'evil.html')
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  function check(cwd: string, operand: string, report: string): void {
    const { stderr, status } = spawnSync(
      process.execPath,
      [
        command,
        'check',
        operand,
        '--preset',
        'all',
        '--today',
        '2026-11-24',
        '--format',
        `html=${join(folder, report)}`,
      ],
      { cwd, encoding: 'utf8' },
    )
    if (status !== 1) throw new Error(`the command ended with ${status}: ${stderr}`)
  }

  async function open(width: number, report = 'report.html'): Promise<Page> {
    const context = await browser?.newContext({ offline: true, viewport: { width, height: 900 }, colorScheme: 'light' })
    const page = await context?.newPage()
    if (page === undefined) throw new Error('there is no page')
    requests.length = 0
    said.length = 0
    page.on('request', (request) => requests.push(request.url().replace(/^.*\//, '')))
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(String(error)))
    page.on('dialog', (dialog) => {
      said.push(dialog.message())
      void dialog.dismiss()
    })
    await page.goto(pathToFileURL(join(folder, report)).href)
    await page.locator('html[data-ready]').waitFor()
    return page
  }

  /** The number before a word, such as 12 of `12 findings`. */
  const first = (text: string | null): number => Number(/[\d,]+/.exec(text ?? '')?.[0].replaceAll(',', ''))

  test('filters by severity, opens a finding, finds, turns dark; nothing is asked of the network', async () => {
    const page = await open(1280)
    const tile = page.locator('.tile.high')
    const high = first(await tile.locator('.count').textContent())
    await tile.click()
    expect(await tile.getAttribute('aria-pressed')).toBe('true')
    expect(first(await page.locator('#status').textContent())).toBe(high)
    const badges = new Set(await page.locator('.rule-head .badge').allTextContents())
    expect(badges).toEqual(new Set(['high']))

    const head = page.locator('.rule-head').first()
    await head.click()
    expect(await head.getAttribute('aria-expanded')).toBe('true')
    const panel = page.locator('.panel').first()
    expect(await panel.locator('dt').first().textContent()).toBe('Why')
    expect(await panel.locator('pre.frame').first().textContent()).toMatch(/^ *\d+ │ /)

    await page.locator('#reset').click()
    await page.locator('#search').fill('mgmt/no-telnet')
    expect(await page.locator('.rule-head .id').allTextContents()).toContain('mgmt/no-telnet')
    await page.locator('#search').press('Escape')
    expect(await page.locator('#search').inputValue()).toBe('')

    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await ground()
    await page.locator('#theme').click()
    expect(await ground()).not.toBe(light)
    expect(await page.locator('#theme').getAttribute('aria-pressed')).toBe('true')
    expect({ requests, said }).toEqual({ requests: ['report.html'], said: [] })
  })

  test('keys alone lead from the matrix to a finding, and through the findings', async () => {
    const page = await open(1280)
    const cell = page.locator('#matrix td[tabindex="0"]')
    await cell.focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    expect(await cell.getAttribute('data-column')).toBe('0')
    await page.keyboard.press('ArrowDown')
    expect(await cell.getAttribute('data-row')).toBe('1')
    const label = await cell.getAttribute('aria-label')
    await page.keyboard.press('Enter')
    expect(label).toBe(
      `${await page.locator('#device').inputValue()}, ${await page.locator('#rule').inputValue()}: ${first(await page.locator('#status').textContent())} critical`,
    )
    await page.locator('#reset').click()
    await page.locator('#search').press('Escape')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    const focused = page.locator('.rule-head:focus')
    expect(await focused.getAttribute('aria-controls')).toBe(
      await page.locator('.rule-head').nth(1).getAttribute('aria-controls'),
    )
    await page.keyboard.press('Enter')
    expect(await focused.getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('/')
    expect(await page.locator('#search:focus').count()).toBe(1)
    expect(said).toEqual([])
  })

  test('text of strangers is shown and not run, and no secret with it', async () => {
    const page = await open(1280, 'evil.html')
    const heads = page.locator('.rule-head')
    const count = await heads.count()
    for (let index = 0; index < count; index++) await heads.nth(index).click()
    const text = await page.locator('main').innerText()
    expect(text).toContain('<img/src=x/onerror=alert(1)>')
    expect(text).toContain('username </script><script>alert(2)</script> privilege 15 password 0 <hidden>')
    expect(await page.content()).not.toContain('hunter2')
    expect(await page.locator('main img, main script').count()).toBe(0)
    expect({ requests, said }).toEqual({ requests: ['evil.html'], said: [] })
  })

  test('on paper everything is open, and the matrix is as wide as the sheet', async () => {
    const page = await open(794)
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect(await page.locator('.rule-head[aria-expanded="false"]').count()).toBe(0)
    expect(await page.locator('#findings details').count()).toBeGreaterThan(0)
    expect(await page.locator('#findings details:not([open])').count()).toBe(0)
    expect(await page.locator('#posture details:not([open])').count()).toBe(0)
    expect(await page.locator('#matrix tbody tr').count()).toBe(7)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(794)
  })

  test.each([390, 1280, 2560])('nothing stands out of a page %i pixels wide', async (width) => {
    const page = await open(width)
    await page.locator('.rule-head').first().click()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  })
})
