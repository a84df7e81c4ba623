import { command, each, when, whichever, type ResourceTable } from '../../rows.ts'

const HASHES = ['md5', 'sha1', 'sha256', 'sha384', 'sha512']

const hashes = (prefix: string): Readonly<Record<string, string>> =>
  Object.fromEntries(HASHES.map((name) => [`${prefix}_${name}`, name]))

/** Transforms that the provider spells its own way. */
const ESP = { 'esp-192-aes': 'esp-aes 192', 'esp-256-aes': 'esp-aes 256' }

export const cryptoResources: Readonly<Record<string, ResourceTable>> = {
  iosxe_crypto_ikev2_proposal: {
    opens: 'crypto ikev2 proposal <name>',
    key: ['name'],
    rows: [
      whichever('encryption', {
        encryption_en_3des: '3des',
        encryption_aes_cbc_128: 'aes-cbc-128',
        encryption_aes_cbc_192: 'aes-cbc-192',
        encryption_aes_cbc_256: 'aes-cbc-256',
        encryption_aes_gcm_128: 'aes-gcm-128',
        encryption_aes_gcm_256: 'aes-gcm-256',
      }),
      whichever('integrity', hashes('integrity')),
      whichever('prf', hashes('prf')),
      whichever('group', {
        group_one: '1',
        group_two: '2',
        group_fourteen: '14',
        group_fifteen: '15',
        group_sixteen: '16',
        group_nineteen: '19',
        group_twenty: '20',
        group_twenty_one: '21',
        group_twenty_four: '24',
      }),
    ],
  },
  iosxe_crypto_ikev2_policy: {
    opens: 'crypto ikev2 policy <name>',
    key: ['name'],
    rows: [],
    silent: ['match_*', 'proposals'],
  },
  iosxe_crypto_ikev2_keyring: {
    opens: 'crypto ikev2 keyring <name>',
    key: ['name'],
    rows: [
      each(
        'peers',
        [
          command('address <ipv4_address>[ <ipv4_mask>]'),
          command('address <ipv6_prefix>'),
          command('pre-shared-key[ <pre_shared_key_encryption>] <pre_shared_key>'),
          command('pre-shared-key local[ <pre_shared_key_local_encryption>] <pre_shared_key_local>'),
          command('pre-shared-key remote[ <pre_shared_key_remote_encryption>] <pre_shared_key_remote>'),
        ],
        'peer <name>',
      ),
    ],
    silent: ['description', 'hostname', 'identity_*'],
  },
  iosxe_crypto_ikev2_profile: {
    opens: 'crypto ikev2 profile <name>',
    key: ['name'],
    rows: [],
    silent: [
      'authentication_local_pre_share',
      'authentication_remote_pre_share',
      'config_exchange_request',
      'description',
      'dpd_*',
      'identity_*',
      'ivrf',
      'keyring_local',
      'lifetime',
      'match_*',
    ],
  },
  iosxe_crypto_ipsec_transform_set: {
    key: ['name'],
    rows: [command('crypto ipsec transform-set <name> <esp>[ <esp_hmac>]', { esp: ESP })],
    silent: ['mode_tunnel'],
  },
  iosxe_crypto_ipsec_profile: {
    opens: 'crypto ipsec profile <name>',
    key: ['name'],
    rows: [
      command('set transform-set <set_transform_set>'),
      command('set ikev2-profile <set_ikev2_profile>'),
      command('set pfs <set_pfs_group>'),
    ],
    silent: ['set_isakmp_profile', 'set_security_association_*'],
  },
  iosxe_crypto_pki: {
    rows: [
      each(
        'trustpoints',
        [
          when('enrollment_selfsigned', 'enrollment selfsigned'),
          when('enrollment_pkcs12', 'enrollment pkcs12'),
          when('enrollment_terminal', 'enrollment terminal'),
          command('rsakeypair <rsakeypair>'),
        ],
        'crypto pki trustpoint <id>',
      ),
    ],
    silent: ['enrollment_mode_ra', 'hash', 'revocation_check', 'source_interface', 'subject_name', 'usage'],
  },
  iosxe_key_chain: {
    opens: 'key chain <name>[?macsec macsec;?tcp tcp]',
    key: ['name'],
    rows: [
      each(
        'keys',
        [
          command('key-string[ <key_string_encryption>] <key_string_key>'),
          command(
            'cryptographic-algorithm {<cryptographic_algorithm>;<cryptographic_algorithm_tcp>;<cryptographic_algorithm_macsec>}',
          ),
        ],
        'key <id>',
      ),
    ],
    silent: [
      'accept_ao_mismatch',
      'accept_lifetime_*',
      'include_tcp_options',
      'macsec_lifetime_*',
      'recv_id',
      'send_id',
      'send_lifetime_*',
    ],
  },
}
