import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Release, type SchemeName, schemeNames } from '../release.ts'
import { atLeast, compareReleases, parseRelease, schemes } from './index.ts'
import { iosxeTrainsOf } from './iosxe.ts'

const release = (scheme: SchemeName, text: string): Release => {
  const parsed = parseRelease(scheme, text)
  if (parsed === undefined) throw new Error(`${text} does not parse`)
  return parsed
}

const order = (scheme: SchemeName, a: string, b: string): number | undefined =>
  compareReleases(release(scheme, a), release(scheme, b))

describe('trains without an order', () => {
  test.each<[SchemeName, string, string]>([
    ['ios', '15.2(4)M6', '15.2(4)E6'],
    ['ios', '12.2(33)SXI4', '12.2(33)SXJ1'],
    ['ios', '12.4(24)T3', '12.4(25)'],
    ['ios', '15.2(4.0.55)E', '15.2(4)E'],
    ['iosxe', '3.6.5E', '3.16.5S'],
    ['iosxe', '3.7.5E', '16.3.1'],
    ['iosxe', '3.18.3aSP', '3.18.4S'],
    ['nxos', '7.3(13)N1(1)', '7.0(3)I7(9)'],
    ['nxos', '8.4(10)', '9.3(1)'],
    ['nxos', '15.2(8h)', '10.3(1)'],
    ['junos', '15.1X49-D170', '15.1R7'],
    ['junos', '15.1X53-D59', '15.1X49-D170'],
    ['junos', '20.4R3-S5-EVO', '20.4R3-S5'],
  ])('%s: %s and %s', (scheme, a, b) => {
    expect([order(scheme, a, b), order(scheme, b, a)]).toEqual([undefined, undefined])
  })

  test('two schemes', () => {
    expect(compareReleases(release('asa', '9.16.4.85'), release('panos', '9.16.4'))).toBeUndefined()
  })
})

describe('trains with an order between them', () => {
  test.each<[SchemeName, string, string]>([
    ['ios', '15.1(3)T4', '15.1(4)M'],
    ['ios', '15.2(4)M6', '15.3(3)M'],
    ['ios', '12.2(55)SE9', '15.0(2)SE'],
    ['iosxe', '3.16.10S', '16.3.1'],
    ['nxos', '9.3(16)', '10.2(1)'],
    ['nxos', '6.1(2)I3(1)', '7.0(3)I4(3)'],
  ])('%s: %s before %s', (scheme, a, b) => {
    expect([order(scheme, a, b), order(scheme, b, a)]).toEqual([-1, 1])
  })
})

describe('the same release, written in two ways', () => {
  test.each<[SchemeName, string, string]>([
    ['iosxe', '17.09.04a', '17.9.4a'],
    ['iosxe', '03.16.10.S', '3.16.10S'],
    ['asa', '9.16(4)85', '9.16.4.85'],
    ['nxos', '10.3(4a)M', '10.3(4a)'],
    ['eos', 'EOS-4.28.3M', '4.28.3M'],
    ['iosxe', '17.9.4.s1', '17.9.4'],
  ])('%s: %s and %s', (scheme, a, b) => {
    expect(order(scheme, a, b)).toBe(0)
  })
})

describe('parsing', () => {
  test.each<[SchemeName, string, Partial<Release>]>([
    ['ios', ' 15.2(4)M11 ', { text: '15.2(4)M11', train: '15.2M', line: 'M', semver: '15.2.40000110000' }],
    ['ios', '12.4(25d)', { train: '12.4', line: 'M' }],
    ['ios', '12.1(22)EA14', { train: '12.1EA', line: 'E' }],
    ['ios', '12.2(54)SG1', { train: '12.2SG', line: 'E' }],
    ['ios', '12.1(26)E4', { train: '12.1E', line: 'SX' }],
    ['ios', '12.2(33)SXI4a', { train: '12.2SXI', line: 'SX' }],
    ['ios', '15.3(2)S1', { train: '15.3S', line: 'S' }],
    ['ios', '15.2(4.0.55)E', { train: '15.2E', variant: '0.55' }],
    ['iosxe', '17.09.04a', { train: '17.9', line: 'XE' }],
    ['iosxe', '17.9.4.s1', { train: '17.9', variant: 's1' }],
    ['iosxe', '03.06.05E', { train: '3.6E', line: 'E' }],
    ['iosxr', '7.9.2 LNT', { train: '7.9', variant: 'LNT', semver: '7.9.2' }],
    ['iosxr', '7.3.1.26I', { train: '7.3', variant: '26I' }],
    ['nxos', '7.0(3)I7(9)', { train: '7.0I', line: 'I' }],
    ['nxos', '9.3(8)', { train: '9.3', line: 'I' }],
    ['nxos', '14.0(1h)', { train: '14.0', line: 'ACI' }],
    ['eos', '4.22.1FX-CLI', { train: '4.22', variant: 'CLI' }],
    ['eos', '4.31.6M-39953990.4316M', { train: '4.31', semver: '4.31.60000' }],
    ['junos', '22.4R3-S2.11', { train: '22.4', semver: '22.4.3000200011' }],
    ['junos', '15.1X49-D170.4', { train: '15.1X49', line: 'X49' }],
    ['junos', '20.4R3-S5.4-EVO', { train: '20.4', line: 'EVO', variant: 'evo' }],
    ['asa', '9.12(4)67', { train: '9.12', semver: '9.12.400067' }],
    ['panos', '10.2.12-h2', { train: '10.2', semver: '10.2.12002' }],
  ])('%s: %s', (scheme, text, expected) => {
    expect(parseRelease(scheme, text)).toMatchObject({ scheme, ...expected })
  })

  test.each<[SchemeName, string]>([
    ['ios', '15.2'],
    ['ios', '15.2M'],
    ['ios', '17.9.4a'],
    ['iosxe', '17.9'],
    ['iosxe', 'V169_5_SR689355441_2'],
    ['iosxr', '7.9'],
    ['nxos', '9.3'],
    ['eos', '4.28'],
    ['junos', '21.1X3.3'],
    ['junos', '20.4'],
    ['asa', '9.16'],
    ['panos', '10.2'],
    ['ios', ''],
  ])('%s: "%s" is no release', (scheme, text) => {
    expect(parseRelease(scheme, text)).toBeUndefined()
  })

  test.each(schemeNames)('%s parses any text without a complaint', (scheme) => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = schemes[scheme].parse(text)
        return parsed === undefined || parsed.scheme === scheme
      }),
    )
  })
})

describe('trains', () => {
  test.each<[SchemeName, string, string, readonly string[]]>([
    ['ios', '15.2', '15.2', ['M', 'E', 'S', 'SX']],
    ['ios', '12.4', '12.4', ['M']],
    ['ios', '15.9', '15.9', ['M']],
    ['ios', '15.2E', '15.2E', ['E']],
    ['ios', '15.2(4)M11', '15.2M', ['M']],
    ['ios', '12.2(31)', '12.2', ['M']],
    ['iosxe', '17.09.04a', '17.9', ['XE']],
    ['iosxe', '17.9', '17.9', ['XE']],
    ['iosxe', '03.16S', '3.16S', ['XE']],
    ['iosxr', '7.11', '7.11', ['XR']],
    ['nxos', '7.3N', '7.3N', ['N']],
    ['eos', 'EOS-4.28', '4.28', ['EOS']],
    ['junos', '15.1X49', '15.1X49', ['X49']],
    ['junos', '22.4', '22.4', ['R']],
    ['asa', '9.16', '9.16', ['ASA']],
    ['panos', '10.2', '10.2', ['PAN-OS']],
  ])('%s: %s names %s', (scheme, text, train, lines) => {
    expect(schemes[scheme].train(text)).toMatchObject({ scheme, text: train, lines })
  })

  test.each(schemeNames)('%s: no train in a word', (scheme) => {
    expect(schemes[scheme].train('stable')).toBeUndefined()
  })

  test('what an IOS XE 3.x box prints in its version line', () => {
    expect([iosxeTrainsOf('15.5'), iosxeTrainsOf('12.4')]).toEqual([['3.14S', '3.15S', '3.16S'], []])
  })
})

test('atLeast is undefined where there is no order', () => {
  const running = release('ios', '15.2(4)E6')
  expect([
    atLeast(running, '15.0(2)SE'),
    atLeast(running, '15.2(7)E'),
    atLeast(running, '15.2(4)M'),
    atLeast(running, 'x'),
  ]).toEqual([undefined, false, undefined, undefined])
})
