import { expect, it } from 'vitest'
import { fromPlain, NULL, undefinedData, unresolved, type Data } from '../../data.ts'
import { fileTemplate } from '../../template-text.ts'
import { printText } from '../print.ts'
import { evaluateExpression } from '../render.ts'

const variables: Readonly<Record<string, Data>> = {
  names: fromPlain(['Ethernet10', 'ethernet2', 'Ethernet1/2', 'Ethernet1/10']),
  items: fromPlain([{ n: 'b10' }, { n: 'b9' }, { n: null }]),
  x: unresolved('x'),
  nothing: NULL,
}

function value(text: string): string {
  const scope = { lookup: (name: string): Data => variables[name] ?? undefinedData(name) }
  const found = evaluateExpression(fileTemplate({ path: 'a', text }), scope).value
  return (
    printText(found) ?? `<${found.kind === 'unknown' && found.why.kind === 'unresolved' ? found.why.name : found.kind}>`
  )
}

it.each([
  ['names | natural_sort', "['Ethernet1/2', 'Ethernet1/10', 'ethernet2', 'Ethernet10']"],
  ["items[:2] | arista.avd.natural_sort('n') | map(attribute='n') | list", "['b9', 'b10']"],
  ['gone | arista.avd.natural_sort', '[]'],
  ['[x, 1] | natural_sort', '<x>'],
  ['gone | arista.avd.default(nothing, 3)', '3'],
  ["'Ethernet1-3,5' | arista.avd.range_expand", "['Ethernet1', 'Ethernet2', 'Ethernet3', 'Ethernet5']"],
  ["'Eth1-2/3-4' | arista.avd.range_expand", "['Eth1/3', 'Eth1/4', 'Eth2/3', 'Eth2/4']"],
  ['[1, 2, 3, 5, 7, 8] | arista.avd.list_compress', '1-3,5,7-8'],
  ["'10.0.0.1/24' | ipaddr('network')", '10.0.0.0'],
  ["'10.0.0.1/24' | ansible.utils.ipaddr('address')", '10.0.0.1'],
  ["'10.0.0.1/24' | ipaddr('netmask')", '255.255.255.0'],
  ["'10.0.0.1/24' | ipaddr('prefix')", '24'],
  ["'10.0.0.1/24' | ipaddr('wildcard')", '0.0.0.255'],
  ["'10.0.0.1/24' | ipaddr('broadcast')", '10.0.0.255'],
  ["'10.0.0.0/24' | ipaddr('1')", '10.0.0.1/24'],
  ["'10.0.0.0/24' | ipaddr('-2')", '10.0.0.254/24'],
  ["'10.0.0.0/24' | ipaddr(5) | ipaddr('address')", '10.0.0.5'],
  ["'10.0.0.0/30' | ipaddr('size')", '4'],
  ["'10.0.0.1' | ipaddr", '10.0.0.1'],
  ["'nonsense' | ipaddr", 'False'],
  ["['10.0.0.1', 'x', '2001:db8::1'] | ipv4", "['10.0.0.1']"],
  ["'2001:db8:0:0:0:0:0:1/64' | ipaddr('address')", '2001:db8::1'],
  ["'2001:db8::/32' | ipsubnet(48, 2)", '2001:db8:2::/48'],
  ["'10.0.0.0/16' | ipsubnet(24, 5)", '10.0.5.0/24'],
  ["'10.0.0.0/16' | ipsubnet(24)", '256'],
  ["'10.0.0.0/24' | nthhost(7)", '10.0.0.7'],
  ["'10.0.0.5' | ipmath(10)", '10.0.0.15'],
  ["'10.0.0.0' | ipmath(-1)", '9.255.255.255'],
  ["'2001:db8::1' | ipwrap", '[2001:db8::1]'],
  ["'10.0.0.0/24' | network_in_usable('10.0.0.255')", 'False'],
  ["'10.0.0.0/24' | network_in_network('10.0.0.255')", 'True'],
  ["'00:11:22:aa:bb:cc' | hwaddr('cisco')", '0011.22aa.bbcc'],
  ["x | ipaddr('address')", '<x>'],
  ["'10.0.0.1' is ansible.utils.in_network '10.0.0.0/8'", 'True'],
  ["'a' | password_hash('sha512')", '<filter password_hash>'],
  ["'x' | some.collection.filter", '<filter some.collection.filter>'],
])('%s', (text, expected) => {
  expect(value(text)).toBe(expected)
})
