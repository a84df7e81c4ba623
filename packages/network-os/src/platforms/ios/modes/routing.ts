import type { ModeDefinition } from '../../../syntax/modes.ts'

const BGP = `
  aggregate-address, auto-summary, bgp, default-information originate, default-metric, distance, distribute-list,
  maximum-paths, neighbor * *, network, redistribute, router-id, synchronization, table-map, timers bgp,
  exit-address-family`

const EIGRP = `
  auto-summary, bfd, default-information, default-metric, distance, distribute-list, eigrp, maximum-paths,
  maximum-prefix, metric, neighbor, network, nsf, offset-list, passive-interface, redistribute, shutdown, timers,
  traffic-share, variance`

const OSPF = `
  area, auto-cost, bfd, capability, compatible, default-information, default-metric, discard-route, distance,
  distribute-list, domain-id, domain-tag, event-log, fast-reroute, graceful-restart, ignore, interface-id, ispf, limit,
  local-rib-criteria, log-adjacency-changes, max-lsa, max-metric, maximum-paths, microloop, mpls ldp autoconfig,
  mpls ldp sync, mpls traffic-eng, neighbor, network, nsf, nsr, passive-interface, prefix-priority, prefix-suppression,
  priority, process-min-time, queue-depth, redistribute, router-id, segment-routing, shutdown, snmp, summary-address,
  summary-prefix, timers, traffic-share, ttl-security, authentication, manet`

const ISIS = `
  advertise, area-password, authentication, bfd all-interfaces, default-information, default-metric, distance,
  distribute-list, domain-password, external-metric, fast-flood, fast-reroute, hello, hostname dynamic,
  ignore-lsp-errors, is-type, ispf, log-adjacency-changes, lsp-full, lsp-gen-interval, lsp-mtu, lsp-refresh-interval,
  max-area-addresses, max-lsp-lifetime, maximum-paths, metric, metric-style, mpls ldp autoconfig, mpls ldp sync,
  mpls traffic-eng, multi-topology, net, nsf, passive-interface, prc-interval, protocol, redistribute, segment-routing,
  set-attached-bit, set-overload-bit, spf-interval, summary-address, summary-prefix, traffic-share, update-queue-depth,
  use, adjacency-check`

const VRF = `
  bgp, context, description, export, import, inter-as-hybrid, maximum routes, mdt, rd, route-replicate, route-target,
  snmp context, vnet, vpn id, mode`

/** Routing protocols, VRFs and routing policy. */
export const routing: readonly ModeDefinition[] = [
  {
    name: 'router bgp',
    opens: ['rou[ter] bgp #'],
    children: `${BGP}, import path, inherit, template peer-session, template peer-policy, scope`,
  },
  {
    name: 'bgp address-family',
    opens: ['ad[dress-family] *'],
    within: ['router bgp', 'bgp scope'],
    children: `${BGP}, export, import, snmp context, timers, topology, advertise, protect`,
    exit: ['exit-address-family'],
  },
  {
    name: 'bgp scope',
    opens: ['scope vrf|global *', 'scope global $'],
    within: ['router bgp'],
    children: BGP,
    exit: ['exit-scope'],
  },
  {
    name: 'bgp peer-session',
    opens: ['template peer-session *'],
    within: ['router bgp'],
    children: `allowas-in, bmp-activate, cluster-id, description, disable-connected-check, ebgp-multihop,
      exit-peer-session, fall-over, ha-mode, inherit, local-as, log-neighbor-changes, password, path-attribute,
      remote-as, shutdown, timers, translate-update, transport, ttl-security, update-source, version`,
    exit: ['exit-peer-session'],
  },
  {
    name: 'bgp peer-policy',
    opens: ['template peer-policy *'],
    within: ['router bgp'],
    children: `additional-paths, advertise, advertisement-interval, allowas-in, as-override, capability,
      default-originate, distribute-list, dmzlink-bw, exit-peer-policy, filter-list, inherit, maximum-prefix,
      next-hop-self, next-hop-unchanged, prefix-list, remove-private-as, route-map, route-reflector-client,
      send-community, send-label, soft-reconfiguration, soo, unsuppress-map, validation, weight`,
    exit: ['exit-peer-policy'],
  },
  { name: 'router ospf', opens: ['rou[ter] os[pf] *'], children: OSPF },
  { name: 'router ospfv3', opens: ['rou[ter] ospfv3 *', 'ipv6 rou[ter] os[pf] *'], children: OSPF },
  {
    name: 'ospfv3 address-family',
    opens: ['ad[dress-family] *'],
    within: ['router ospfv3'],
    children: OSPF,
    exit: ['exit-address-family'],
  },
  { name: 'router eigrp', opens: ['rou[ter] ei[grp] *', 'ipv6 rou[ter] ei[grp] *'], children: EIGRP },
  {
    name: 'eigrp address-family',
    opens: ['ad[dress-family] *', 'service-family *'],
    within: ['router eigrp'],
    children: `${EIGRP}, autonomous-system, nsf, remote-neighbors, soft-sia`,
    exit: ['exit-address-family', 'exit-service-family'],
  },
  {
    name: 'eigrp interface',
    opens: ['af-interface *', 'sf-interface *'],
    within: ['eigrp address-family'],
    children: `add-paths, authentication, bandwidth-percent, bfd, dampening-change, dampening-interval, hello-interval,
      hold-time, next-hop-self, passive-interface, shutdown, split-horizon, stub-site, summary-address`,
    exit: ['exit-af-interface', 'exit-sf-interface'],
  },
  {
    name: 'eigrp topology',
    opens: ['topology *'],
    within: ['eigrp address-family'],
    children: `${EIGRP}, fast-reroute, snmp, summary-metric`,
    exit: ['exit-af-topology', 'exit-sf-topology'],
  },
  {
    name: 'router rip',
    opens: ['rou[ter] ri[p] $', 'ipv6 rou[ter] ri[p] *'],
    children: `auto-summary, default-information, default-metric, distance, distribute-list, flash-update-threshold,
      host-routes, input-queue, maximum-paths, neighbor, network, offset-list, output-delay, passive-interface,
      poison-reverse, redistribute, split-horizon, timers, traffic-share, validate-update-source, version`,
  },
  {
    name: 'rip address-family',
    opens: ['ad[dress-family] *'],
    within: ['router rip'],
    children: `auto-summary, default-information, default-metric, distance, distribute-list, neighbor, network,
      offset-list, passive-interface, redistribute, timers, version`,
    exit: ['exit-address-family'],
  },
  { name: 'router isis', opens: ['rou[ter] isis'], children: ISIS },
  {
    name: 'isis address-family',
    opens: ['ad[dress-family] *'],
    within: ['router isis'],
    children: ISIS,
    exit: ['exit-address-family'],
  },
  {
    name: 'router',
    opens: ['rou[ter] lisp|odr|mobile|iso-igrp|nhrp|traffic-engineering', 'rou[ter] igrp #'],
    children: 'network, redistribute, passive-interface, timers, distance, distribute-list, neighbor',
  },
  { name: 'ip vrf', opens: ['ip vrf *'], children: VRF },
  { name: 'vrf definition', opens: ['vrf def[inition] *'], children: VRF },
  {
    name: 'vrf address-family',
    opens: ['ad[dress-family] *'],
    within: ['vrf definition'],
    children: VRF,
    exit: ['exit-address-family'],
  },
  { name: 'route-map', opens: ['route-map *'], children: 'continue, description, match, set, service-insertion' },
  {
    name: 'explicit path',
    opens: ['ip explicit-path *'],
    children: 'append-after, exclude-address, index, list, next-address',
  },
  {
    name: 'track',
    opens: ['track #'],
    children: 'carrier-delay, default-state, delay, ip, object, stub-object, threshold',
  },
  { name: 'bfd-template', opens: ['bfd-template *'], children: 'authentication, dampening, echo, interval' },
  {
    name: 'segment-routing',
    opens: ['segment-routing mpls|traffic-eng'],
    children: 'global-block, connected-prefix-sid-map, set-attributes',
  },
  {
    name: 'rtr',
    opens: ['rtr #', 'ip sla monitor #'],
    children: 'type, frequency, timeout, threshold, tos, tag, request-data-size',
  },
]
