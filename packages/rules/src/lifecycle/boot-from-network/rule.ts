import { change, defineRule, fail, pass, removal, unknown } from '@breakwater/core'

export default defineRule({
  id: 'lifecycle/boot-from-network',
  title: 'Boot only from local, verified images',
  severity: 'high',
  why: 'Whoever answers for the boot server, or sits on the way to it, chooses what the device runs',
  guidance: [
    { document: 'EVHG', clause: 'E51' },
    { document: 'AA25-239A', clause: 'AM23' },
    { document: 'AA25-239A', clause: 'AH04' },
  ],
  mappings: { attack: ['T1542.005', 'T1601.001'], nist: ['SI-7'] },
  platforms: ['ios', 'iosxe'],
  since: '0.1.0',
  verifiedBy: ['Public configurations: boot system, in 11 of them'],
  *check({ system: { bootImages, verifyImages }, coverage }) {
    for (const image of bootImages.items) {
      if (image.local === false)
        yield fail(image, `The device may load its image over the network (${image.from}); boot from local storage`, {
          changes: [removal(image)],
          applicability: 'disruptive',
        })
      else if (image.local === undefined)
        yield unknown(image, `whether the image lies on the device: ${image.from}`, { kind: 'unreadable' })
      else yield pass(image, `local image (${image.from})`)
    }
    if (bootImages.items.length === 0) {
      if (coverage === 'whole') yield pass(bootImages, 'no image is named: the device boots the first one in its flash')
      else yield unknown(bootImages, 'where the image comes from', { kind: 'not-in-view' })
    }
    if (verifyImages.state !== 'known' || verifyImages.by !== 'config') return
    if (verifyImages.value) yield pass(verifyImages, 'images are verified when they are copied and loaded')
    else
      yield fail(verifyImages, 'Images are not verified when they are copied and loaded; write file verify auto', {
        severity: 'low',
        changes: [change(verifyImages, true)],
        applicability: 'safe',
      })
  },
})
