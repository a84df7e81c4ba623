import { readDevice } from '@breakwater/network-os'
import { expect, test } from 'vitest'
import { scrubberOf } from './scrub.ts'

test('secrets become their names, common words stay', () => {
  const text = `hostname r1
version 12.4
snmp-server community ssh RO
snmp-server community b4n4n4-x RW
line vty 0 4
 password 7 0822455D0A16
end
`
  const reading = readDevice({ path: 'r1.cfg', text })
  if (reading === undefined) throw new Error('the device is not read')
  const scrub = scrubberOf(reading.device)
  expect(scrub('no snmp-server community ssh')).toMatch(/^no snmp-server community <.*>$/)
  expect(scrub('snmp-server host 192.0.2.1 b4n4n4-x')).toMatch(/^snmp-server host 192\.0\.2\.1 <.*>$/)
  expect(scrub(' transport input ssh')).toBe(' transport input ssh')
})
