import type { ModeDefinition } from '../../../syntax/modes.ts'

const SERVER = `
  accounting, acct-port, address, auth-port, automate-tester, backoff, key, non-standard, pac, port, retransmit,
  send-nat-address, single-connection, timeout`

/** Access lists, objects, classes and policies, zones, AAA, views. */
export const security: readonly ModeDefinition[] = [
  {
    name: 'acl standard',
    opens: ['ip access-l[ist] st[andard] *'],
    children: '# permit, # deny, # remark, deny, permit, remark, #',
  },
  {
    name: 'acl extended',
    opens: ['ip access-l[ist] ex[tended] *', 'ip access-l[ist] role-based|fqdn *'],
    children: '# permit, # deny, # remark, deny, dynamic, evaluate, permit, remark, #',
  },
  {
    name: 'acl ipv6',
    opens: ['ipv6 access-l[ist] *'],
    children: 'deny, evaluate, permit, remark, sequence, #',
  },
  {
    name: 'acl mac',
    opens: ['mac access-list extended *', 'arp access-list *'],
    children: 'deny, permit, remark',
  },
  {
    name: 'object-group',
    opens: ['object-group *'],
    children: `#, description, group-object, host, host-info, network-object, port-object, protocol-object, range,
      service-object, security-group, tcp, udp, tcp-udp, icmp, ip $, ahp, eigrp, esp, gre, igmp, ipinip, nos, ospf,
      pcp, pim, any, eq, gt, lt, neq`,
  },
  { name: 'time-range', opens: ['time-range *'], children: 'absolute, periodic' },
  { name: 'class-map', opens: ['class-map *'], children: 'description, match, no-match' },
  { name: 'policy-map', opens: ['policy-map *'], children: 'class *, description, parameters $, sequence-interval' },
  {
    name: 'policy class',
    opens: ['class *'],
    within: ['policy-map'],
    children: `admit, bandwidth, compress, congestion-control, cps, drop, dbl, estimate, fair-queue, flow, inspect, mtu,
      netflow-sampler, pass, pause, police, police-limit, priority, priority-queue, qos-group, queue-buffers,
      queue-limit, random-detect, service-policy, set, shape, sip-inspect, trust, urlfilter, content-scan, log, allow,
      reset`,
  },
  {
    name: 'police',
    opens: ['police *', 'police $'],
    within: ['policy class'],
    children: 'conform-action, conform-color, exceed-action, violate-action',
  },
  {
    name: 'policy parameters',
    opens: ['parameters $'],
    within: ['policy-map'],
    children: 'message-length, tcp-inspection',
  },
  { name: 'policy event', opens: ['event *'], within: ['policy-map'], children: '# class' },
  { name: 'policy event class', opens: ['# class *'], within: ['policy event'], children: '#' },
  { name: 'table-map', opens: ['table-map *'], children: 'copy, from, map' },
  {
    name: 'parameter-map',
    opens: ['parameter-map *'],
    children: `alert, audit-trail, dns-timeout, icmp, max-incomplete, one-minute, pattern, server, sessions, tcp, udp,
      zone-mismatch, log, gtp, exporter, threat-detection, content-scan, logging, primary, secondary`,
  },
  { name: 'zone', opens: ['zone security *'], children: 'description, protection, vpn' },
  { name: 'zone-pair', opens: ['zone-pair security *'], children: 'description, service-policy' },
  { name: 'control-plane', opens: ['control-p[lane]'], children: 'service-policy, management-interface, ip' },
  {
    name: 'aaa group server',
    opens: ['aaa gr[oup] s[erver] *'],
    children: `accounting, attribute, authorization, backoff, cache, deadtime, dscp, domain-stripping,
      ip radius source-interface, ip tacacs source-interface, ip vrf forwarding, ipv6 radius, ipv6 tacacs, key-wrap,
      load-balance, mac-delimiter, server, server-private, source-interface, throttle, vrf`,
  },
  {
    name: 'aaa dynamic-author',
    opens: ['aaa server radius dynamic-author', 'aaa server radius policy-device'],
    children: 'auth-type, client, domain, ignore, port, server-key',
  },
  { name: 'aaa accounting', opens: ['aaa accounting * *'], children: 'action-type, broadcast, group' },
  { name: 'aaa attribute list', opens: ['aaa attribute list *'], children: 'attribute, clone' },
  { name: 'radius server', opens: ['radius server *'], children: `${SERVER}, dtls, tls` },
  { name: 'tacacs server', opens: ['tacacs server *'], children: `${SERVER}, tls` },
  {
    name: 'ldap server',
    opens: ['ldap server *', 'ldap attribute-map *'],
    children: `attribute, authentication, base-dn, bind, ipv4, map, mode, search-filter, secure, timeout, transport`,
  },
  {
    name: 'dot1x credentials',
    opens: ['dot1x credentials *', 'eap profile *', 'eap method-list *'],
    children: 'anonymous-id, description, method, password, pki-trustpoint, username',
  },
  {
    name: 'mka policy',
    opens: ['mka policy *'],
    children: `confidentiality-offset, delay-protection, include-icv-indicator, key-server, macsec-cipher-suite,
      sak-rekey, send-secure-announcements`,
  },
  {
    name: 'identity',
    opens: ['identity profile|policy *', 'fallback profile *'],
    children: 'access-group, description, device, redirect, ip, template',
  },
  {
    name: 'service-template',
    opens: ['service-template *'],
    children: `absolute-timer, access-group, description, inactivity-timer, interface-template, linksec, redirect, sgt,
      tag, vlan #, voice vlan, service-policy`,
  },
  {
    name: 'tracking policy',
    opens: [
      'device-tracking policy *',
      'ipv6 snooping|source-guard|destination-guard policy *',
      'ipv6 nd raguard|inspection|suppress policy *',
      'ipv6 dhcp guard policy *',
    ],
    children: `data-glean, destination-glean, device-role, drop-unsecure, enforcement, hop-limit, limit,
      managed-config-flag, match, medium-type-wireless, mode, other-config-flag, permit, prefix-glean, preference,
      protocol, router-preference, security-level, sec-level, tracking, trusted-port, validate, destination,
      distribution-switch, allow`,
  },
  { name: 'parser view', opens: ['parser view *'], children: 'commands, secret, view' },
]
