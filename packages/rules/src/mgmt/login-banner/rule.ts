import { advice, defineRule, fail, pass, unknown, valueOf } from '@breakwater/core'

/** The licence notices that IOSv and IOSvL2 images carry; some are framed in asterisks. */
const VENDOR_TEXT =
  /strictly limited to use for evaluation, demonstration and IOS\b|^\W*IOSv(?:L2)? - Cisco Systems Confidential/i

const REVEALING = /\$\(hostname\)|\bcisco\b|\bcatalyst\b|\bios[- ]?xe\b|\bversion \d/i

export default defineRule({
  id: 'mgmt/login-banner',
  title: 'Show a legal notice before login, without facts about the device',
  severity: 'low',
  why: 'Without a notice an intruder can say that nobody forbade it; with facts about the device it helps him',
  guidance: [{ document: 'NISG', clause: '5' }],
  mappings: { nist: ['AC-8'], stig: ['CISC-ND-000160'], cis: ['1.3.1', '1.3.2', '1.3.3'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: banner login, motd and exec, in 89 of them'],
  *check({ system }) {
    const { banners } = system
    const own = banners.items.filter(({ text }) => !VENDOR_TEXT.test(text))
    const kinds = own.map(({ kind }) => kind)
    const enough =
      own.find(({ kind }) => kind === 'login' || kind === 'motd') ??
      (kinds.includes('incoming') ? own.find(({ kind }) => kind === 'exec') : undefined)
    const name = valueOf(system.hostname)?.toLowerCase()
    for (const banner of own) {
      const named = name !== undefined && name.length > 3 && banner.text.toLowerCase().includes(name)
      if (named || REVEALING.test(banner.text))
        yield advice(banner.at, `Banner ${banner.kind} tells the name, vendor or version of the device`)
    }
    const [vendor] = banners.items
    // One that a condition may leave out is as good as the list of them.
    if (enough !== undefined) yield pass(enough.at.when === undefined ? enough : banners)
    else if (vendor !== undefined && own.length === 0)
      yield fail(vendor, 'The banner is the licence text of the image; write a notice of your own')
    else if (banners.complete) yield fail(banners, 'There is no notice before login; write banner login')
    else yield unknown(banners, 'there may be no notice before login', { kind: 'not-in-view' })
  },
})
