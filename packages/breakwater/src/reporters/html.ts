import { createHash } from 'node:crypto'
import { compareText, isFinding, severities } from '../results.ts'
import { harmlessJson } from '../text/harmless.ts'
import { collect, STRIDE, type PageData } from './html/data.ts'
import { markup } from './html/markup.ts'
import { element } from './html/page/element.ts'
import { createFindings } from './html/page/findings.ts'
import { createMatrix } from './html/page/matrix.ts'
import { createModel } from './html/page/model.ts'
import { start, type Parts } from './html/page/start.ts'
import { acceptedSection, notesSection, unknownSection, unusualSection } from './html/remarks.ts'
import { posture, tiles, verdict } from './html/sections.ts'
import { style } from './html/style.ts'
import type { Reporter } from './report.ts'

/** For people who would rather look than read: one file that asks the network for nothing. */
export const html: Reporter = (report) => {
  const findings = report.results.results.filter(isFinding)
  const { data, frameless } = collect(report, findings)
  const { tool } = report.results
  const script = pageScript()
  const postureSection = posture(report)
  const remarks = [
    ...(report.quiet ? [] : [unusualSection(report)]),
    ...(report.evidence ? [unknownSection(report), acceptedSection(report)] : []),
    ...(report.quiet ? [] : [notesSection(report, frameless)]),
  ]
    .filter((section) => section !== '')
    .join('\n')
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Breakwater report</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<a class="skip" href="#findings-title">Skip to the findings</a>
<header><p class="brand">Breakwater</p><p class="dim">Hardening report · version ${markup(tool.version)} · data as of ${markup(tool.dataAsOf)}</p>
<div class="tools"><button type="button" id="print">Print</button><button type="button" id="theme" aria-pressed="false">Light / dark</button></div></header>
<main>
<section class="verdict" aria-label="Verdict">
${verdict(report, findings)}
${navigation(`${findings.length === 0 ? '' : MATRIX}${postureSection}${findings.length === 0 ? '' : FINDINGS}${remarks}`)}
</section>
${tiles(findings)}
<noscript><p class="empty">The matrix and the findings need this page’s own script; nothing else is loaded.</p></noscript>
${findings.length === 0 ? '' : filterBar(data)}
${findings.length === 0 ? '' : MATRIX}
${postureSection}
${findings.length === 0 ? '' : FINDINGS}
${remarks}
</main>
<script type="application/json" id="data">${dataText(data)}</script>
<script>${script}</script>
</body>
</html>
`
}

const MATRIX = `<section aria-labelledby="matrix-title">
<h2 id="matrix-title">Devices by rule</h2>
<p class="dim"><span id="matrix-count"></span>. A number counts findings; an empty cell has none. Arrow keys move, Enter opens.</p>
<div id="matrix" class="matrix"></div>
</section>`

const FINDINGS = `<section aria-labelledby="findings-title">
<h2 id="findings-title">Findings</h2>
<p class="dim keys"><kbd>j</kbd> <kbd>k</kbd> move · <kbd>Enter</kbd> opens · <kbd>/</kbd> searches · <kbd>t</kbd> light or dark</p>
<p id="none" class="empty" hidden>Nothing passes these filters.</p>
<ol id="findings" class="rules"></ol>
</section>`

/** Links to the sections that are there. */
function navigation(sections: string): string {
  const links = [...sections.matchAll(/<h2 id="([^"]*)">(.*?)<\/h2>/g)].map(
    ([, id, title]) => `<a href="#${id}">${title}</a>`,
  )
  return links.length < 2 ? '' : `<nav aria-label="Sections">${links.join('')}</nav>`
}

function filterBar({ rules }: PageData): string {
  const unique = (values: readonly string[]): string[] => [...new Set(values)].toSorted(compareText)
  const select = (id: string, label: string, values: readonly string[]): string =>
    `<label><span>${label}</span><select id="${id}"><option value="">any</option>${values.map((value) => `<option>${markup(value)}</option>`).join('')}</select></label>`
  return `<div class="filters" role="search" aria-label="Filters">
<label class="grow"><span>Search</span><input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="words, a device, a file  ( / )"></label>
<label><span>Device</span><input id="device" type="search" autocomplete="off" spellcheck="false" placeholder="any"></label>
${select('category', 'Category', unique(rules.map(({ category }) => category)))}
${select('rule', 'Rule', unique(rules.map(({ id }) => id)))}
${select('clause', 'Clause', unique(rules.flatMap(({ guidance }) => guidance)))}
<p class="state"><span id="status" role="status"></span><button type="button" id="reset" hidden>Clear filters</button></p>
</div>`
}

/** The parts of the page's script are functions that know nothing but their arguments; their own text is the script. */
function pageScript(): string {
  const parts: Parts = { element, createModel, createMatrix, createFindings }
  const texts = Object.entries(parts).map(([name, part]) => `${name}: ${String(part)}`)
  const script = `(${String(start)})({\n${texts.join(',\n')}\n}, ${JSON.stringify(severities)}, ${STRIDE})`
  return script.replaceAll('\t', ' ').replaceAll('</', '<\\/')
}

/** No text ends the element: `<` is written as an escape. */
function dataText(data: PageData): string {
  return harmlessJson(JSON.stringify(data)).replaceAll('<', '\\u003c')
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
