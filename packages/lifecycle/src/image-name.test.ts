import { describe, expect, test } from 'vitest'
import { readImageName } from './image-name.ts'

describe('boot images', () => {
  test.each<[string, string, string, string | undefined]>([
    ['flash:c2900-universalk9-mz.SPA.157-3.M8.bin', 'ios', '15.7(3)M8', 'router'],
    ['c2960x-universalk9-mz.152-7.E4.bin', 'ios', '15.2(7)E4', 'switch'],
    ['flash:/c2960x-universalk9-mz.152-7.E4/c2960x-universalk9-mz.152-7.E4.bin', 'ios', '15.2(7)E4', 'switch'],
    ['c3550-ipservicesk9-mz.122-35.SE5.bin', 'ios', '12.2(35)SE5', 'switch'],
    ['flash:c5350-js-mz.124-25a.bin', 'ios', '12.4(25a)', 'router'],
    ['bootflash:cat4500e-entservicesk9-mz.122-54.SG1.bin', 'ios', '12.2(54)SG1', 'switch'],
    ['c2950-i6k2l2q4-mz.121-22.EA14.bin', 'ios', '12.1(22)EA14', 'switch'],
    ['s72033-adventerprisek9_wan-mz.122-33.SXI4a.bin', 'ios', '12.2(33)SXI4a', 'switch'],
    ['c2951-universalk9-mz.SPA.155-3.M4a.bin', 'ios', '15.5(3)M4a', 'router'],
    ['cat9k_iosxe.17.09.04a.SPA.bin', 'iosxe', '17.09.04a', 'switch'],
    ['isr4300-universalk9.16.09.05.SPA.bin', 'iosxe', '16.09.05', 'router'],
    ['c1100-universalk9_ias.16.12.03.SPA.bin', 'iosxe', '16.12.03', 'router'],
    ['asr1000rp2-adventerprisek9.03.16.04b.S.155-3.S4b-ext.SPA.bin', 'iosxe', '03.16.04b.S', 'router'],
    ['asr1000rp1-adventerprisek9.03.16.10.S.155-3.S10-ext.bin', 'iosxe', '03.16.10.S', 'router'],
    ['cat3k_caa-universalk9.SPA.03.06.05.E.152-2.E5.bin', 'iosxe', '03.06.05.E', 'switch'],
    ['csr1000v-universalk9.16.12.05.SPA.bin', 'iosxe', '16.12.05', 'virtual'],
    ['bootflash:C9800-L-universalk9_wlc.17.06.05.SPA.bin', 'iosxe', '17.06.05', undefined],
    ['nxos.9.3.8.bin', 'nxos', '9.3(8)', 'switch'],
    ['bootflash:///nxos.7.0.3.I7.6.bin', 'nxos', '7.0(3)I7(6)', 'switch'],
    ['nxos64-cs.10.4.5.M.bin', 'nxos', '10.4(5)M', 'switch'],
    ['n5000-uk9.7.3.13.N1.1.bin', 'nxos', '7.3(13)N1(1)', 'switch'],
    ['n7000-s2-dk9.6.2.16.bin', 'nxos', '6.2(16)', 'switch'],
    ['/bootflash/aci-n9000-dk9.14.0.1h.bin', 'nxos', '14.0(1h)', 'switch'],
    ['EOS-4.28.3M.swi', 'eos', '4.28.3M', undefined],
    ['disk0:/asa9-12-4-67-smp-k8.bin', 'asa', '9.12(4)67', 'firewall'],
    ['disk0:/asa917-smp-k8.bin', 'asa', '9.1(7)', 'firewall'],
    ['disk0:asr9k-px-4.2.3.CSCud37351-1.0.0', 'iosxr', '4.2.3', 'router'],
    ['junos-install-mx-x86-64-22.4R3-S2.11.tgz', 'junos', '22.4R3-S2.11', undefined],
  ])('%s', (path, scheme, release, box) => {
    expect(readImageName(path)).toEqual({
      scheme,
      release,
      file: path.replace(/^.*[:/]/, ''),
      ...(box === undefined ? {} : { box }),
    })
  })

  test.each(['flash:packages.conf', 'flash0:/vios-adventerprisek9-m', 'eos.swi', 'image.bin', '', 'flash:'])(
    '"%s" tells nothing',
    (path) => {
      expect(readImageName(path)).toBeUndefined()
    },
  )
})
