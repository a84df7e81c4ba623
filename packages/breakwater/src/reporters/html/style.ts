/** Severities differ in lightness as well as in hue, and each stands beside its name or number. */
export const style = `
:root {
  color-scheme: light;
  --ground: #f6f7f8; --sheet: #fff; --ink: #16202b; --dim: #566270; --line: #d9dee4; --soft: #eef1f4; --focus: #0b62c4;
  --critical: #7d0b3a; --on-critical: #fff; --critical-ink: #7d0b3a;
  --high: #c23c12; --on-high: #fff; --high-ink: #ad330d;
  --medium: #f0b23a; --on-medium: #2a1c00; --medium-ink: #7d5200;
  --low: #9cc6ec; --on-low: #06243f; --low-ink: #1d619f;
  --info: #c3ccd6; --on-info: #1f2a36; --info-ink: #566270;
  --clean: #d8eadf; --on-clean: #123d25; --clean-ink: #1f6b42;
}
:root[data-theme="dark"] {
  color-scheme: dark;
  --ground: #10151b; --sheet: #171e26; --ink: #e6ebf0; --dim: #9aa7b4; --line: #2c3641; --soft: #1f2832; --focus: #7db8ff;
  --critical: #ff7aa8; --on-critical: #36000f; --critical-ink: #ff8fb5;
  --high: #f0743f; --on-high: #2b0c00; --high-ink: #ff9466;
  --medium: #c99427; --on-medium: #1c1200; --medium-ink: #e8b956;
  --low: #2f638f; --on-low: #eaf4ff; --low-ink: #8fc3f2;
  --info: #3a4653; --on-info: #e6ebf0; --info-ink: #a9b6c3;
  --clean: #1f3d2e; --on-clean: #c9ecd7; --clean-ink: #86d2a5;
}
@media (prefers-color-scheme: dark) {
  :root:not([data-theme="light"]) {
    color-scheme: dark;
    --ground: #10151b; --sheet: #171e26; --ink: #e6ebf0; --dim: #9aa7b4; --line: #2c3641; --soft: #1f2832; --focus: #7db8ff;
    --critical: #ff7aa8; --on-critical: #36000f; --critical-ink: #ff8fb5;
    --high: #f0743f; --on-high: #2b0c00; --high-ink: #ff9466;
    --medium: #c99427; --on-medium: #1c1200; --medium-ink: #e8b956;
    --low: #2f638f; --on-low: #eaf4ff; --low-ink: #8fc3f2;
    --info: #3a4653; --on-info: #e6ebf0; --info-ink: #a9b6c3;
    --clean: #1f3d2e; --on-clean: #c9ecd7; --clean-ink: #86d2a5;
  }
}
.critical { --fill: var(--critical); --on: var(--on-critical); --tone: var(--critical-ink) }
.high { --fill: var(--high); --on: var(--on-high); --tone: var(--high-ink) }
.medium { --fill: var(--medium); --on: var(--on-medium); --tone: var(--medium-ink) }
.low { --fill: var(--low); --on: var(--on-low); --tone: var(--low-ink) }
.info { --fill: var(--info); --on: var(--on-info); --tone: var(--info-ink) }
.clean { --fill: var(--clean); --on: var(--on-clean); --tone: var(--clean-ink) }

* { box-sizing: border-box }
html { scroll-padding-top: 9rem; -webkit-text-size-adjust: 100% }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; overflow-wrap: anywhere }
main, header { max-width: 1760px; margin: 0 auto; padding: 0 clamp(16px, 3vw, 48px) }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 16px; padding-top: 20px }
header p { margin: 0 }
.brand { font-weight: 650; letter-spacing: .01em }
.tools { margin-left: auto; display: flex; gap: 8px }
.dim { color: var(--dim) }
nav { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 14px 0 0 }
nav a { color: inherit; text-decoration-color: var(--line); text-underline-offset: 4px }
nav a:hover { text-decoration-color: currentcolor }
section { margin-top: 44px }
h1 { margin: 28px 0 20px; max-width: 36ch; font-size: clamp(26px, 3.2vw, 44px); font-weight: 640; line-height: 1.15; letter-spacing: -.018em; text-wrap: balance }
h2 { margin: 0 0 4px; font-size: 21px; font-weight: 640; letter-spacing: -.01em }
h3 { margin: 0; font-size: 15px; font-weight: 640 }
h4 { margin: 0; font-size: 15px; font-weight: 600 }
h2 + p { margin: 0 0 12px }
.verdict { margin-top: 0 }
button, input, select { font: inherit; color: inherit }
button { cursor: pointer }
.tools button, #reset, .more { padding: 4px 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--sheet) }
.tools button:hover, #reset:hover, .more:hover { border-color: var(--dim) }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px }
.skip { position: absolute; left: -999px }
.skip:focus { left: 16px; top: 8px; z-index: 9; padding: 6px 12px; background: var(--sheet); color: var(--ink) }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }

.facts { display: flex; flex-wrap: wrap; gap: 6px 28px; margin: 0 }
.facts div { display: flex; flex-direction: row-reverse; gap: 6px; align-items: baseline }
.facts dt { color: var(--dim) }
.facts dd { margin: 0; font-weight: 600; font-variant-numeric: tabular-nums }
.facts ~ p { margin: 8px 0 0 }

.tiles { display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); gap: 12px; margin: 28px 0 0 }
.tile { display: grid; grid-template-columns: auto 1fr; align-items: baseline; gap: 0 10px; padding: 14px 16px 12px; overflow-wrap: normal; text-align: left; border: 1px solid var(--line); border-top: 5px solid var(--fill); border-radius: 8px; background: var(--sheet) }
.tile .count { grid-row: 1; grid-column: 1 / 3; font-size: clamp(24px, 2.4vw, 36px); font-weight: 640; line-height: 1.15; font-variant-numeric: tabular-nums; letter-spacing: -.02em }
.tile .sev { font-weight: 600; color: var(--tone) }
.tile .dim { font-size: 13px; text-align: right }
.tile:hover:enabled { border-color: var(--fill) }
.tile[aria-pressed="true"] { background: var(--fill); border-color: var(--fill); color: var(--on) }
.tile[aria-pressed="true"] :is(.sev, .dim) { color: inherit }
.tile:disabled { cursor: default; background: none }
.tile:disabled :is(.count, .sev) { color: var(--dim); font-weight: 400 }

.filters { position: sticky; top: 0; z-index: 5; display: flex; flex-wrap: wrap; align-items: end; gap: 10px 12px; margin: 20px 0 0; padding: 12px 0; background: var(--ground); border-bottom: 1px solid var(--line) }
.filters label { display: grid; gap: 2px; flex: 1 1 130px; max-width: 240px; min-width: 0 }
.filters .grow { flex: 3 1 240px; max-width: 480px }
.filters label span { font-size: 12px; color: var(--dim) }
.filters :is(input, select) { width: 100%; min-width: 0; height: 34px; padding: 0 10px; border: 1px solid var(--line); border-radius: 6px; background: var(--sheet) }
.state { display: flex; align-items: center; gap: 12px; margin: 0 0 0 auto; min-height: 34px; font-variant-numeric: tabular-nums }

table { border-collapse: collapse; font-variant-numeric: tabular-nums }
th { font-weight: 500; text-align: left }
thead th { color: var(--dim); font-size: 12px; font-weight: 500 }
.number { text-align: right; white-space: nowrap }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); gap: 20px 56px; margin-top: 12px }
.columns h3 { margin-bottom: 6px }
.standing { width: 100% }
.standing :is(td, th) { padding: 4px 0 4px 16px; border-bottom: 1px solid var(--line) }
.standing :is(td, th):first-child { padding-left: 0; white-space: nowrap }
.standing .share { width: 34% }
.standing button { padding: 0; border: 0; background: none; text-align: left; font-weight: 500; text-decoration: underline; text-decoration-color: var(--line); text-underline-offset: 3px }
.standing button:hover { text-decoration-color: currentcolor }
.bar { display: block; width: 100%; height: 8px; border-radius: 2px }
.bar .rest { fill: var(--soft) }
.bar .part { fill: var(--fill) }
.badge { display: inline-block; padding: 0 8px; border-radius: 4px; background: var(--fill); color: var(--on); font-size: 12px; line-height: 20px; font-weight: 600; white-space: nowrap }
.badge.clean { background: none; padding: 0; color: var(--dim); font-weight: 400 }
summary { padding: 6px 0; cursor: pointer }
.clear { margin: 8px 0 0; font-size: 13px }
.clear span { margin-right: 6px; white-space: nowrap }
.wide { overflow-x: auto; overflow-wrap: break-word }
.wide .path { display: block; min-width: 40ch; overflow-wrap: anywhere }
.wide :is(.id, .whole) { white-space: nowrap }
.wide table { min-width: 100% }
.wide :is(td, th) { padding: 5px 20px 5px 0; border-bottom: 1px solid var(--line); vertical-align: top }
.path, .where .path, .id, code, pre, kbd { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 13px }

.matrix { position: relative; overflow: auto; width: fit-content; max-width: 100%; max-height: min(72vh, 900px); border: 1px solid var(--line); border-radius: 8px; background: var(--sheet); overflow-wrap: normal }
.matrix table { border-collapse: separate; border-spacing: 0 }
.matrix tr { height: 28px }
.matrix :is(td, th) { height: 28px; padding: 0 }
.matrix tbody td { width: 30px; min-width: 30px; text-align: center; font-size: 12px; border: solid var(--sheet); border-width: 1px; background: var(--soft) }
.matrix td.fill { background: var(--fill); color: var(--on); font-weight: 600; cursor: pointer }
.matrix td.fill:hover { filter: brightness(1.08) }
.matrix tbody tr:hover th button { text-decoration: underline }
.matrix td:focus-visible { outline-offset: -2px; outline-color: var(--ink) }
.matrix .spacer td { background: none; border: 0 }
.matrix tbody .total { min-width: 52px; padding: 0 12px; text-align: right; background: none; color: var(--dim) }
.matrix thead th { position: sticky; top: 0; z-index: 2; vertical-align: bottom; background: var(--sheet); border-bottom: 4px solid var(--fill, var(--line)) }
.matrix thead button { display: block; width: 100%; padding: 8px 0; border: 0; background: none }
.matrix thead button span { display: inline-block; max-height: 210px; writing-mode: vertical-rl; transform: rotate(180deg); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-size: 12px; line-height: 1.2; color: var(--ink) }
.matrix thead button:hover span { text-decoration: underline }
.matrix .corner, .matrix thead .total { padding: 8px 12px }
.matrix thead .total { text-align: right }
.matrix tbody th, .matrix .corner { position: sticky; left: 0; z-index: 1; background: var(--sheet); border-right: 1px solid var(--line) }
.matrix .corner { z-index: 3 }
.matrix tbody th button { display: block; max-width: min(32vw, 260px); padding: 0 12px; border: 0; background: none; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: 500 }

.keys kbd { padding: 0 5px; border: 1px solid var(--line); border-radius: 4px; background: var(--sheet) }
.empty { padding: 20px; border: 1px dashed var(--line); border-radius: 8px; color: var(--dim) }
.rules { margin: 0; padding: 0; list-style: none }
.rule { border: 1px solid var(--line); border-left: 5px solid var(--fill); background: var(--sheet) }
.rule + .rule { border-top: 0 }
.rule:first-child { border-radius: 8px 8px 0 0 }
.rule:last-child { border-radius: 0 0 8px 8px }
.rule-head { display: grid; grid-template-columns: 76px minmax(0, 1fr) auto 14px; align-items: center; gap: 4px 12px; width: 100%; padding: 10px 16px; border: 0; background: none; text-align: left }
.rule-head:hover { background: var(--soft) }
.rule-head:focus-visible { outline-offset: -3px }
.rule-head::after { content: "›"; font-size: 20px; line-height: 1; color: var(--dim); transition: rotate .12s }
.rule-head[aria-expanded="true"]::after { rotate: 90deg }
.rule-head .badge { justify-self: start }
.rule-head .title { display: block; font-weight: 600 }
.rule-head .id { color: var(--dim); font-weight: 400 }
.counts { display: grid; grid-template-columns: 9.5em 8.5em; text-align: right; font-weight: 400; font-variant-numeric: tabular-nums; color: var(--dim) }
.counts :first-child { color: var(--ink) }
.panel { padding: 4px 16px 20px 104px }
.panel dl { display: grid; grid-template-columns: max-content minmax(0, 80ch); gap: 4px 16px; margin: 0 0 16px }
.panel dt { color: var(--dim); grid-column: 1 }
.panel dd { margin: 0; grid-column: 2 }
.finding { padding: 14px 0; border-top: 1px solid var(--line); max-width: 1200px }
.where { margin: 2px 0 6px }
.where .dim, .where .path { margin-left: 8px }
.where .path { color: var(--dim) }
pre { margin: 6px 0; padding: 10px 14px; overflow-x: auto; border-radius: 6px; background: var(--soft); line-height: 1.5; overflow-wrap: normal; tab-size: 8 }
.mark { color: var(--tone); font-weight: 700 }
.label { margin: 0; color: var(--dim); font-size: 13px }
.way { margin: 4px 0 }
.enter { margin-top: 10px }
.lines { background: none; border: 1px solid var(--line); border-left: 3px solid var(--clean-ink) }
.caution { margin: 4px 0 0; color: var(--high-ink) }
.finding details .place { padding: 4px 0 4px 18px }
.more { margin: 8px 0 }
main > :last-child { margin-bottom: 72px }

@media (min-width: 2000px) { .panel:not([hidden]) { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); align-items: start; column-gap: 56px } .panel :is(dl, .more) { grid-column: 1 / -1 } .panel .more { justify-self: start } body { font-size: 17px } main, header { max-width: 2360px } .badge, .matrix tbody td, thead th, .matrix thead button span { font-size: 13px } .path, .id, code, pre { font-size: 15px } }
@media (max-width: 1000px) {
  .tile { grid-template-columns: 1fr }
  .tile .count { grid-column: 1 }
  .tile .dim { text-align: left }
}
@media (max-width: 760px) {
  html { scroll-padding-top: 1rem }
  .tiles { grid-template-columns: repeat(6, minmax(0, 1fr)); gap: 8px }
  .tile { grid-column: span 2; padding: 10px 12px }
  .tile:nth-child(-n+2) { grid-column: span 3 }
  .filters { position: static }
  .filters label, .filters .grow { flex: 1 1 44%; max-width: none }
  .filters .grow { flex-basis: 100% }
  .state { margin: 0; flex-basis: 100%; justify-content: space-between }
  .standing :is(.share, .rules-count) { display: none }
  .rule-head { grid-template-columns: minmax(0, 1fr) 14px; padding: 12px }
  .rule-head .badge { grid-row: 1; grid-column: 1 }
  .rule-head .name { grid-row: 2; grid-column: 1 }
  .rule-head .counts { grid-row: 3; grid-column: 1; display: flex; gap: 12px; text-align: left }
  .rule-head::after { grid-row: 1 / 4; grid-column: 2 }
  .panel { padding: 4px 12px 16px }
  .panel dl { grid-template-columns: 1fr; gap: 0 }
  .panel dd { grid-column: 1; margin-bottom: 6px }
  .matrix tbody th button { max-width: 34vw; padding: 0 8px }
  .keys { display: none }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important } }
@media print {
  :root, :root[data-theme="dark"] { color-scheme: light; --ground: #fff; --sheet: #fff; --ink: #000; --dim: #444; --line: #bbb; --soft: #f2f2f2 }
  body { font-size: 10pt }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact }
  .filters, .tools, .keys, .skip, nav, .lead { display: none }
  .more { border: 0; padding: 0; background: none }
  main, header { max-width: none; padding: 0 }
  section { margin-top: 20pt }
  .matrix { width: auto; max-height: none; overflow: visible; border: 0 }
  .matrix table { table-layout: fixed; width: 100% }
  .matrix tbody td { width: auto; min-width: 0; font-size: 6pt; border-width: .5px }
  .matrix thead button span { font-size: 5pt; max-height: 110pt }
  .matrix .corner { width: 80pt }
  .matrix .total { width: 28pt }
  .matrix :is(.total, .corner), .matrix tbody :is(th button, .total) { padding: 0 2pt; min-width: 0; font-size: 7pt }
  .matrix thead th, .matrix tbody th, .matrix .corner { position: static }
  .rule-head::after { content: none }
  .panel { padding-left: 16px }
  pre { white-space: pre-wrap }
  h2, h3, h4, .where { break-after: avoid }
  .finding, tr { break-inside: avoid }
}
`
