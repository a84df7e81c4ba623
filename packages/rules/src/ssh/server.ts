import type { Device, Judgement } from '@breakwater/core'

/** Trains older than SSH, which came with 12.0(5)S and 12.1(1)T. */
const OLDER_THAN_SSH = ['10.', '11.']

/** `c2600-i-mz.122-1.bin`: an image of classic IOS, with its feature set. */
const IMAGE = /^[\w-]+-([a-z\d_]+)-m[fz]?[.-]/i

/** Feature sets with cryptography say so: `k8`, `k9`, and `k2` or `56i` in old names. Only they have SSH. */
const WITH_CRYPTOGRAPHY = /k[2-9]|56/i

/** Whether the file names an image that has no SSH; an image that the release was read from stands where the fact is. */
function isImageWithoutSsh({ release }: Device): boolean {
  if (release.state !== 'known' || release.by !== 'config') return false
  const { file, start, end } = release.at.span
  const name = file.text.slice(start, end)
  return IMAGE.test(name) && !WITH_CRYPTOGRAPHY.test(name.slice(0, name.indexOf('.')))
}

export type Server = 'on' | 'off' | 'unseen'

/** Whether sessions by SSH are possible; `unseen` where no VTY line is in view. */
export function sshServer(device: Device): Server {
  let server = servers.get(device)
  if (server === undefined) {
    server = find(device)
    servers.set(device, server)
  }
  return server
}

/** Every rule about SSH asks. */
const servers = new WeakMap<Device, Server>()

function find(device: Device): Server {
  const { train, ssh, lines } = device
  if (train.state === 'known' && OLDER_THAN_SSH.some((old) => train.value.startsWith(old))) return 'off'
  const { configured } = ssh
  if (configured.state === 'known') return 'on'
  // What a branch writes of SSH is judged by itself, as long as no default is.
  if (device.coverage === 'part' && configured.state === 'unknown')
    if (configured.possible?.some(({ state }) => state === 'known') === true) return 'on'
  const without = isImageWithoutSsh(device)
  let seen = false
  for (const line of lines.items) {
    if (line.kind !== 'vty') continue
    seen = true
    if (line.exec.state === 'known' && !line.exec.value) continue
    const { transportInput } = line
    // Of such an image, a line that names SSH alone tells otherwise.
    if (without && !(transportInput.state === 'known' && transportInput.value.includes('ssh'))) continue
    if (
      transportInput.state !== 'known' ||
      transportInput.value.includes('ssh') ||
      transportInput.value.includes('all')
    )
      return 'on'
  }
  return seen && lines.complete ? 'off' : 'unseen'
}

/** Judgements on the SSH server: none where the device has none, undecided where nothing of it is in view. */
export function onSshServer(device: Device, judge: () => readonly Judgement[]): readonly Judgement[] {
  switch (sshServer(device)) {
    case 'on':
      return judge()
    case 'off':
      return []
    case 'unseen':
      return judge().map(undecided)
  }
}

function undecided(judgement: Judgement): Judgement {
  if (judgement.verdict === 'unknown' || judgement.verdict === 'notapplicable') return judgement
  const { setting, at } = judgement
  const message = 'cannot tell: neither a VTY line nor an ip ssh command is in view'
  return { verdict: 'unknown', setting, at, message, why: { kind: 'not-in-view' } }
}
