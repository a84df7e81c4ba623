import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

const entry = fileURLToPath(new URL('../src/index.ts', import.meta.url))

/** Printed before the list: what no type says. */
const HEAD = `# The library

\`\`\`ts
import { lint } from 'breakwater'

const { results, summary } = lint('hostname r1\\nip ssh version 1\\n', { platform: 'ios' })       // one text: at once
const project = await lint({ files: { 'r1.cfg': text } })                                       // a project in memory
const configs = await lint({ paths: ['configs'] }, { presets: ['cisa-2024'] })                  // files and folders
\`\`\`

ESM, for Node 20.19 and newer (\`require('breakwater')\` works where Node can require ESM: 20.19, 22.12 and newer) and for browsers:
bundle it, and nothing of Node is left in it. Results have the shape of \`--format json\`, whose schema is
\`breakwater/schema/results.schema.json\`. Nothing is printed, nothing is read but what is asked for, and no secret is in a result.
In a browser no hash is tried against common passwords: what depends on that is \`unknown\`.

A rule of your own:

\`\`\`ts
import { createEngine, defineRule, must } from 'breakwater'

const named = defineRule({
  id: 'site/hostname-form',
  title: 'Name devices by role and number',
  severity: 'low',
  why: 'Who is on call knows a device by its name',
  guidance: [],
  platforms: ['ios', 'iosxe'],
  since: '1.0.0',
  *check({ system }) {
    yield must(system.hostname, (name) => /^(pe|p|rr)\\d+$/.test(name), { message: (name) => \`The name \${name} has no role\` })
  },
})

const engine = createEngine({ plugins: [named] })
\`\`\`

The rest of this page is printed from the types.
`

test('the page of the library is printed from its types', async () => {
  const { config } = ts.readConfigFile(fileURLToPath(new URL('../tsconfig.json', import.meta.url)), (path) =>
    ts.sys.readFile(path),
  )
  const folder = fileURLToPath(new URL('..', import.meta.url))
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folder)
  const program = ts.createProgram([entry], { ...options, noEmit: true, composite: false, types: [] })
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(entry)
  const module = source && checker.getSymbolAtLocation(source)
  if (module === undefined) throw new Error('the entry has no exports')
  const sections = checker
    .getExportsOfModule(module)
    .map((symbol) => ({ name: symbol.name, symbol: resolved(symbol, checker) }))
    .toSorted((a, b) => Number(isType(a.symbol)) - Number(isType(b.symbol)) || (a.name < b.name ? -1 : 1))
    .map(({ name, symbol }) => `## ${name}\n\n\`\`\`ts\n${declarationsOf(symbol, checker)}\n\`\`\`\n`)
  await expect(`${HEAD}\n${sections.join('\n')}`).toMatchFileSnapshot('../../../docs/library.md')
})

function resolved(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
}

function isType({ flags }: ts.Symbol): boolean {
  return (flags & ts.SymbolFlags.Value) === 0
}

/** As it was written, with its comment, and without what it does. */
function declarationsOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  return (symbol.declarations ?? [])
    .filter((declaration, _, all) => all.length === 1 || !ts.isFunctionDeclaration(declaration) || !declaration.body)
    .map((declaration) => {
      const comment = ts
        .getJSDocCommentsAndTags(declaration)
        .map((node) => node.getText())
        .join('\n')
      const text =
        ts.isFunctionDeclaration(declaration) && declaration.body
          ? declaration.getSourceFile().text.slice(declaration.getStart(), declaration.body.getStart()).trimEnd()
          : ts.isVariableDeclaration(declaration)
            ? `const ${symbol.name}: ${checker.typeToString(checker.getTypeAtLocation(declaration))}`
            : declaration.getText()
      return [comment, text.replace(/^export /, '')].filter((part) => part !== '').join('\n')
    })
    .join('\n\n')
}
