import { defineRule, externalInterfaces, must, pass, unknown, valueOf } from '@breakwater/core'
import { discoveryPort } from '../discovery-port.ts'

export default defineRule({
  id: 'services/no-cdp',
  title: 'Disable CDP where it is not needed',
  severity: 'medium',
  why: 'CDP tells every neighbour the model, the release and the addresses, and its parser has been attacked',
  guidance: [
    { document: 'EVHG', clause: 'E35' },
    { document: 'NISG', clause: '7' },
  ],
  mappings: { attack: ['T1590.004'], nist: ['CM-7'], stig: ['CISC-RT-000370'], cis: ['2.1.2'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: cdp run and cdp enable, on and off, in 46 of them'],
  *check(device, { site }) {
    const { cdp } = device.services
    if (cdp.state === 'known' && !cdp.value) return yield pass(cdp)
    const external = externalInterfaces(device, site)
    const judged = new Set<string>()
    for (const { port, because } of external) {
      const speaker = valueOf(port.cdp) === false ? port : discoveryPort(port, device)
      if (speaker === undefined) {
        const question = `${port.name} is external (${because}), and the ports below it may speak CDP`
        yield unknown(port.cdp, question, { kind: 'site', needs: 'the ports that carry it' })
        continue
      }
      if (judged.has(speaker.name)) continue
      judged.add(speaker.name)
      const why = speaker === port ? because : `${port.name}: ${because}`
      const message = `${speaker.name} is external (${why}) and speaks CDP; switch it off there`
      if (cdp.state === 'known' || valueOf(speaker.cdp) === false)
        yield must(speaker.cdp, (on) => !on, { message, fix: false, applicability: 'safe' })
      else yield unknown(speaker.cdp, message, cdp.state === 'unknown' ? cdp.why : { kind: 'not-in-view' })
    }
    if (external.length === 0)
      yield unknown(cdp, 'CDP is on, and nothing shows which interfaces are external', {
        kind: 'site',
        needs: 'the external interfaces',
      })
  },
})
