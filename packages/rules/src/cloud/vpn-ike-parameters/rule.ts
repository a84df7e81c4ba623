import { defineRule, fail, pass, unknown, type Fact, type Item, type Judgement } from '@breakwater/core'
import { isWeakGroup, severityOfGroups, weaknessOfCipher, weaknessOfHash } from '../../vpn/algorithms.ts'

type Tunnel = Item<'cloud.tunnels'>

const isWeakCipher = (cipher: string): boolean => weaknessOfCipher(cipher) !== undefined
const isWeakHash = (hash: string): boolean => weaknessOfHash(hash) !== undefined
const nameOfGroup = (group: number): string => (group === 0 ? 'none' : String(group))

interface Parameter {
  readonly name: string
  readonly fact: Fact<readonly unknown[]>
  /** What of it is weak, as words. */
  readonly weak: readonly string[]
  readonly wanted: string
}

export default defineRule({
  id: 'cloud/vpn-ike-parameters',
  title: 'Pin strong IKE/IPsec parameters on cloud VPNs',
  severity: 'high',
  why: 'What the clouds agree to by themselves includes Diffie-Hellman group 2 and SHA-1',
  guidance: [
    { document: 'EVHG', clause: 'E27' },
    { document: 'EVHG', clause: 'E46' },
    { document: 'EVHG', clause: 'E47' },
    { document: 'EVHG', clause: 'E48' },
  ],
  mappings: { nist: ['SC-13'] },
  platforms: ['aws', 'azure', 'gcp'],
  since: '0.1.0',
  verifiedBy: [
    'AWS documentation of AWS::EC2::VPNConnection, VpnTunnelOptionsSpecification: the values that a tunnel may take',
    'Azure documentation, About VPN devices and IPsec/IKE parameters for site-to-site VPN Gateway connections',
    'Google documentation of Cloud VPN: Supported IKE ciphers, MTU considerations, Cloud VPN cipher changes',
  ],
  *check({ cloud }) {
    for (const tunnel of cloud.tunnels.items) {
      const parameters = parametersOf(tunnel)
      const left = parameters.filter(({ fact, weak }) => isLeft(fact) && weak.length > 0)
      if (left.length > 0) {
        const names = left.map(({ name }) => name).join(', ')
        yield fail(
          tunnelSubject(tunnel),
          `${tunnel.name} leaves ${names} to the cloud, which agrees to weak ones; pin them`,
        )
      }
      for (const parameter of parameters) if (!left.includes(parameter)) yield judged(tunnel, parameter)
    }
  },
})

function isLeft(fact: Fact<unknown>): boolean {
  return fact.state === 'known' && fact.by === 'default'
}

function tunnelSubject({ list, key, at }: Tunnel): { list: string; key: string; at: Tunnel['at'] } {
  return { list, key, at }
}

function judged({ name: tunnel }: Tunnel, { name, fact, weak, wanted }: Parameter): Judgement {
  const message = `${tunnel} agrees to ${name} ${weak.join(', ')}; use ${wanted} alone`
  if (fact.state === 'unknown') return unknown(fact, `${tunnel} may agree to weak ${name}`, fact.why)
  if (weak.length === 0) return pass(fact)
  const groups = weak.map(Number)
  return groups.some(Number.isNaN) ? fail(fact, message) : fail(fact, message, { severity: severityOfGroups(groups) })
}

function parametersOf(tunnel: Tunnel): readonly Parameter[] {
  const { phase1Groups, phase1Encryption, phase1Integrity, phase2Groups, phase2Encryption, phase2Integrity } = tunnel
  const parameter = <T>(
    name: string,
    fact: Fact<readonly T[]>,
    isWeak: (value: T) => boolean,
    wanted: string,
    told: (value: T) => string = String,
  ): Parameter => {
    const values = fact.state === 'known' ? fact.value : []
    return { name, fact, weak: values.filter(isWeak).map(told), wanted }
  }
  const GROUPS = '15, 16 or 20'
  const HASHES = 'SHA-384 or SHA-512'
  return [
    parameter('IKE version', tunnel.ikeVersions, (version) => version === 1, 'version 2'),
    parameter('phase 1 group', phase1Groups, isWeakGroup, GROUPS, nameOfGroup),
    parameter('phase 1 encryption', phase1Encryption, isWeakCipher, 'AES-256'),
    parameter('phase 1 integrity', phase1Integrity, isWeakHash, HASHES),
    parameter('phase 2 group', phase2Groups, isWeakGroup, GROUPS, nameOfGroup),
    parameter('phase 2 encryption', phase2Encryption, isWeakCipher, 'AES-256'),
    parameter('phase 2 integrity', phase2Integrity, isWeakHash, HASHES),
  ]
}
