import { change, defineRule, externalInterfaces, fail, pass, unknown, valueOf } from '@breakwater/core'
import { discoveryPort, isEthernet } from '../discovery-port.ts'

export default defineRule({
  id: 'services/no-lldp',
  title: 'Disable LLDP where it is not needed',
  severity: 'low',
  why: 'LLDP tells every neighbour the model, the release and the addresses, and its parser has been attacked',
  guidance: [{ document: 'EVHG', clause: 'E35' }],
  mappings: { nist: ['CM-7'], stig: ['CISC-RT-000360'], cve: ['CVE-2018-0167', 'CVE-2018-0175'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: lldp run, transmit and receive, on and off, in 26 of them'],
  *check(device, { site }) {
    const { lldp } = device.services
    if (lldp.state === 'known' && !lldp.value) return yield pass(lldp)
    if (lldp.state !== 'known') return yield unknown(lldp, 'LLDP may be on', { kind: 'not-in-view' })
    const external = externalInterfaces(device, site)
    const judged = new Set<string>()
    for (const { port, because } of external) {
      const speaker = discoveryPort(port, device)
      if (speaker === undefined) {
        const question = `${port.name} is external (${because}), and the ports below it may speak LLDP`
        yield unknown(port.lldpTransmit, question, { kind: 'site', needs: 'the ports that carry it' })
        continue
      }
      if (!isEthernet(speaker) || judged.has(speaker.name)) continue
      judged.add(speaker.name)
      const speaking = [speaker.lldpTransmit, speaker.lldpReceive].filter((fact) => valueOf(fact) !== false)
      const [first] = speaking
      const why = speaker === port ? because : `${port.name}: ${because}`
      const message = `${speaker.name} is external (${why}) and speaks LLDP; switch off sending and receiving there`
      if (first === undefined) yield pass(speaker)
      else if (first.state === 'unknown') yield unknown(first, message, first.why)
      else yield fail(first, message, { changes: speaking.map((fact) => change(fact, false)), applicability: 'safe' })
    }
    if (external.length === 0)
      yield unknown(lldp, 'LLDP is on, and nothing shows which interfaces are external', {
        kind: 'site',
        needs: 'the external interfaces',
      })
  },
})
