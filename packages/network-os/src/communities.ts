/** Vendors' defaults, words of laboratories and manuals, and the words that intruders try first. */
const KNOWN: ReadonlySet<string> = new Set([
  '1234',
  '12345',
  '123456',
  'access',
  'admin',
  'administrator',
  'agent',
  'all',
  'anonymous',
  'arista',
  'cable-docsis',
  'changeme',
  'cisco',
  'community',
  'default',
  'enable',
  'guest',
  'ilmi',
  'internal',
  'juniper',
  'lab',
  'manager',
  'mngt',
  'monitor',
  'netman',
  'network',
  'openview',
  'password',
  'pr1v4t3',
  'private',
  'proxy',
  'publ1c',
  'public',
  'read',
  'readonly',
  'readwrite',
  'rmon',
  'ro',
  'root',
  'router',
  'rw',
  'secret',
  'security',
  'snmp',
  'snmpd',
  'snmptrap',
  'switch',
  'system',
  'tech',
  'test',
  'tivoli',
  'trap',
  'write',
  'xyzzy',
])

/** Words that add nothing: they tell what a community may do. */
const AFFIXES: ReadonlySet<string> = new Set(['ro', 'rw', 'read', 'write', 'only', 'community', 'string', 'snmp'])

/** Whether a community string is a known word, alone or with digits and separators added: `public`, `Public1`, `private_rw`. */
export function isWellKnownCommunity(community: string): boolean {
  const text = community.toLowerCase()
  if (KNOWN.has(text)) return true
  const words = text.split(/[^a-z]+/).filter((word) => word !== '')
  return words.some((word) => KNOWN.has(word)) && words.every((word) => KNOWN.has(word) || AFFIXES.has(word))
}
