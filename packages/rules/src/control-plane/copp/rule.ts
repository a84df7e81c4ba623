import {
  boxOf,
  change,
  defineRule,
  fail,
  isLikelyRouter,
  pass,
  unknown,
  valueOf,
  type Device,
  type Judgement,
  type Known,
} from '@breakwater/core'

/** Catalyst switches with IOS-XE bring it along. */
const BUILT_IN = 'system-cpp-policy'

export default defineRule({
  id: 'control-plane/copp',
  title: 'Police traffic to the control plane',
  severity: 'medium',
  why: 'Packets to the router itself can take its processor away from routing and management',
  guidance: [
    { document: 'AA25-239A', clause: 'AM09' },
    { document: 'STIG-RTR', clause: 'CISC-RT-000120' },
  ],
  mappings: { stig: ['CISC-RT-000120'], nist: ['SC-5'], attack: ['T1498', 'T1499'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: control-plane with and without a policy, system-cpp-policy of Catalyst 9000'],
  *check(device) {
    const { inputPolicy, hostPolicy } = device.controlPlane
    const policy = inputPolicy.state === 'known' ? inputPolicy : hostPolicy
    if (policy.state === 'known') yield judgePolicy(policy, device)
    else yield judgeMissing(device)
  },
})

function judgeMissing(device: Device): Judgement {
  const { inputPolicy, section } = device.controlPlane
  const message = 'Packets to the control plane are not policed; add a service policy'
  const fact = section.state === 'known' ? { ...inputPolicy, at: section.at } : inputPolicy
  if (inputPolicy.state === 'unknown') return unknown(fact, message, inputPolicy.why)
  const box = boxOf(device)?.box
  const switches = device.interfaces.items.some((port) => valueOf(port.switchportMode) !== undefined)
  if (box === 'switch' && device.platform === 'iosxe') return pass(fact, `${BUILT_IN} is built in`)
  if (!isLikelyRouter(device) && (box !== 'virtual' || switches))
    return unknown(fact, message, { kind: 'release', needs: 'the hardware' })
  return fail(fact, message, { changes: [change(inputPolicy, 'COPP')], applicability: 'needs-site-value' })
}

/** A policy polices where one of its classes acts on packets that it can match. */
function judgePolicy(fact: Known<string>, { controlPlane }: Device): Judgement {
  const name = fact.value
  if (name === BUILT_IN) return pass(fact)
  const { policyMaps, classMaps } = controlPlane
  const policy = policyMaps.items.find((item) => item.name === name)
  const remedy = {
    changes: [change(controlPlane.inputPolicy, name)],
    applicability: 'needs-site-value',
  } as const
  if (policy === undefined) {
    const message = `Policy map ${name} of the control plane is not defined`
    return policyMaps.complete ? fail(fact, message, remedy) : unknown(fact, message, { kind: 'not-in-view' })
  }
  const acting = (valueOf(policy.classes) ?? []).filter(({ acts }) => acts)
  if (acting.length === 0)
    return fail(fact, `Policy map ${name} of the control plane has no class that polices or drops`, remedy)
  const matching = acting.map(({ name: className }): number | undefined => {
    if (className === 'class-default' || className.startsWith('system-cpp-')) return 1
    const classMap = classMaps.items.find((item) => item.name === className)
    if (classMap === undefined) return classMaps.complete ? 0 : undefined
    return classMap.matches.state === 'unknown' ? undefined : (valueOf(classMap.matches) ?? 0)
  })
  if (matching.some((count) => count !== undefined && count > 0)) return pass(fact)
  const message = `Policy map ${name} of the control plane matches nothing`
  return matching.includes(undefined) ? unknown(fact, message, { kind: 'not-in-view' }) : fail(fact, message, remedy)
}
