import { advice, defineRule, fail, notApplicable, pass, unknown, valueOf } from '@breakwater/core'
import { horizon, NO_DATA, PLATFORMS } from '../product.ts'

export default defineRule({
  id: 'lifecycle/hardware-end-of-support',
  title: 'Replace end-of-support hardware',
  severity: 'high',
  why: 'Hardware out of support gets no more fixes; such edge devices are what intruders look for first',
  guidance: [
    { document: 'EVHG', clause: 'E13' },
    { document: 'EVHG', clause: 'E58' },
    { document: 'BOD-26-02', clause: 'Required actions' },
  ],
  mappings: { nist: ['SA-22', 'CM-8'] },
  platforms: PLATFORMS,
  since: '0.1.0',
  options: horizon,
  *check(device, { lifecycle, options, today }) {
    const { items, setting, at } = device.hardware
    if (items.length === 0) {
      if (valueOf(device.box) === 'virtual')
        return yield notApplicable({ setting, at }, 'a virtual device has no hardware of its own')
      return yield unknown({ setting, at }, 'which hardware this is', {
        kind: 'release',
        needs: 'license udi pid, a switch provision line, a header, or a capture of show version or show inventory',
      })
    }
    const judged = items.map((item) => ({
      item,
      subject: { list: setting, key: item.pid, at: item.at },
      standing: lifecycle?.hardware(item.pid, { today, ...options }),
    }))
    const isPast = (verdict: string | undefined): boolean => verdict?.startsWith('past') === true
    // Some member is there: where all that the lines can mean is past, so is the device.
    const certain = judged.every(({ item, standing }) => !item.provisioned || isPast(standing?.verdict))
    for (const { item, subject, standing } of judged) {
      if (standing === undefined) yield unknown(subject, `whether ${item.pid} is supported`, NO_DATA)
      else if (isPast(standing.verdict) && item.provisioned && !certain)
        yield unknown(subject, `${standing.text}; the member may be absent`, {
          kind: 'release',
          needs: 'show inventory or show version: a stack may be set up for members that are not there',
        })
      else if (isPast(standing.verdict)) yield fail(subject, standing.text)
      else if (standing.verdict === 'unknown')
        yield unknown(subject, `whether the hardware is supported: ${standing.text}`, {
          kind: 'release',
          needs: standing.text,
        })
      else {
        if (standing.verdict !== 'supported') yield advice(item.at, standing.text)
        yield pass(subject, standing.text)
      }
    }
  },
})
