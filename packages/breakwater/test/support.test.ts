import { join } from 'node:path'
import { modulesPassedOver, supportedParameters, supportedStates } from '@breakwater/ansible'
import { settings, supportedCommands } from '@breakwater/network-os'
import { passedOverResources, supportedArguments } from '@breakwater/terraform'
import { expect, test } from 'vitest'

const root = new URL('../../..', import.meta.url).pathname

test('docs/support.md is printed from the tables', async () => {
  const commands = supportedCommands()
  const cell = (text: string): string => text.replaceAll('|', '\\|')
  const understood = commands.filter(({ state }) => state === 'understood')
  const page = `# What Breakwater reads

Printed from the platform tables. A line of a configuration ends as *understood* (a command below), *ignored* (known to matter
for none of our settings), *unsupported* (it would matter and is not read yet) or *unrecognised*. \`breakwater inspect <file>\`
shows which, line by line, and every report says what share of the lines was understood.

## Platforms

| platform | configuration text | releases and defaults |
| --- | --- | --- |
| IOS | yes | 12.x, 15.x |
| IOS-XE | yes | 3.x, 16.x, 17.x, 26.x |

Text of other platforms is recognised and left alone. A default that differs between releases is used only where the release is
proven; else the verdict is \`unknown\`.

## Commands of IOS and IOS-XE: ${understood.length} understood, ${commands.filter(({ state }) => state === 'unsupported').length} unsupported, ${commands.filter(({ state }) => state === 'ignored').length} ignored on purpose

| mode | command | setting |
| --- | --- | --- |
${understood.map(({ mode, pattern, setting, area }) => `| ${mode} | \`${cell(pattern)}\` | ${setting === undefined ? `(${area})` : `\`${setting}\``} |`).join('\n')}

## Would matter, not read yet

${
  commands
    .filter(({ state }) => state === 'unsupported')
    .map(({ mode, pattern }) => `- ${mode}: \`${pattern}\``)
    .join('\n') || 'Nothing.'
}

## Modules of Ansible

\`ios_config\`, \`cli_config\` and \`ios_banner\` are read as the text that they enter. Of these modules each parameter stands for a
command, which is read like any other; \`{name}\` is its value, and what stands in brackets is left out where the value is not given.
Parameters, their aliases and choices are those of cisco.ios 5.2. Modules of other platforms, such as NX-OS, IOS-XR, EOS, Junos,
ASA and VyOS, are recognised and told in one note a play.

| module | parameters | command |
| --- | --- | --- |
${supportedParameters()
  .map(
    ({ module, parameter, command }) =>
      `| \`${module}\` | ${parameter === '' ? '' : `\`${parameter}\``} | \`${cell(command)}\` |`,
  )
  .join('\n')}

### States

\`merged\` and \`present\` add; \`deleted\` and \`absent\` take away what is given; \`purged\` takes away the interface or the process
itself; \`gathered\`, \`rendered\` and \`parsed\` change nothing. \`replaced\` makes each thing that it names what is given, \`overridden\`
makes that of the whole device: then what is not given is absent. These modules own what they state so; where *whole* is said,
\`replaced\` is \`overridden\`, and \`deleted\` takes away all of it. \`purge\` of \`ios_user\` leaves the user \`admin\`. Of every other module
what is not given stays unknown.

| module | owns | |
| --- | --- | --- |
${supportedStates()
  .map(
    ({ module, owns, whole }) =>
      `| \`${module}\` | ${owns.map((one) => `\`${one}\``).join(', ')} | ${whole ? 'whole' : ''} |`,
  )
  .join('\n')}

These modules set nothing that a rule reads: ${modulesPassedOver()
    .map((name) => `\`${name}\``)
    .join(', ')}.

## Resources of Terraform

Arguments that are read, those of blocks and objects by their path, and the command that arguments of a network device become;
\`docs/terraform.md\` says what is made of the others. The text of \`iosxe_cli\` is read like a configuration.
Names of network devices are those of ${[...new Set(supportedArguments().flatMap(({ evidence }) => evidence ?? []))].join(', ')}.

| resource | arguments | command |
| --- | --- | --- |
${supportedArguments()
  .map(
    ({ type, reads, command = '' }) =>
      `| \`${type}\` | ${reads.map((path) => `\`${path}\``).join(', ')} | ${command === '' ? '' : `\`${cell(command)}\``} |`,
  )
  .join('\n')}

No setting of hardening depends on these resources of iosxe: ${passedOverResources()
    .map((type) => `\`${type}\``)
    .join(', ')}.

## Settings

| setting | meaning |
| --- | --- |
${settings()
  .map(({ setting, doc }) => `| \`${setting}\` | ${cell(doc)} |`)
  .join('\n')}
`
  await expect(page).toMatchFileSnapshot(join(root, 'docs/support.md'))
})
