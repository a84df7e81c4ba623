import { advice, defineRule, fail, pass, unknown } from '@breakwater/core'
import { horizon, NO_DATA, PLATFORMS, softwareOf } from '../product.ts'

export default defineRule({
  id: 'lifecycle/os-end-of-support',
  title: 'Run a supported operating-system release',
  severity: 'high',
  why: 'Nobody mends an unsupported release: every flaw that is found from now on stays open',
  guidance: [
    { document: 'EVHG', clause: 'E58' },
    { document: 'EVHG', clause: 'E59' },
    { document: 'AA25-239A', clause: 'AM08' },
    { document: 'EVHG', clause: 'E13' },
    { document: 'BOD-26-02', clause: 'Required actions' },
  ],
  mappings: { stig: ['CISC-ND-001470'], nist: ['SA-22', 'SI-2', 'CM-8'] },
  platforms: PLATFORMS,
  since: '0.1.0',
  options: horizon,
  *check(device, { lifecycle, options, today }) {
    const software = softwareOf(device)
    if (software === undefined)
      return yield unknown(device.release, 'which release runs', {
        kind: 'release',
        needs: 'a version line, the name of an image, a header or a capture of show version',
      })
    const { fact, query } = software
    if (lifecycle === undefined) return yield unknown(fact, 'whether the release is supported', NO_DATA)
    const { verdict, text } = lifecycle.release(query, { today, ...options })
    switch (verdict) {
      case 'past-support':
        return yield fail(fact, text, { severity: 'critical' })
      case 'past-vulnerability-support':
        return yield fail(fact, text)
      case 'maintenance-ended':
      case 'ending':
        yield advice(fact.at, text)
        return yield pass(fact, text)
      case 'supported':
        return yield pass(fact, text)
      case 'unknown':
        yield unknown(fact, `whether the release is supported: ${text}`, { kind: 'release', needs: text })
    }
  },
})
