import { ignored as row, unsupported, type CommandTable, type Row } from '../../../commands/row.ts'

/** Patterns of a table, one per comma. */
function patterns(text: string): string[] {
  return text.split(',').map((pattern) => pattern.trim().replaceAll(/\s+/g, ' '))
}

const ignore = (text: string): Row[] => row(...patterns(text))
const later = (text: string): Row[] => unsupported(...patterns(text))

/** What routing processes have in common: which prefixes and neighbours, how fast, by which metric. */
const ROUTING = `auto-summary, bfd ..., default-information ..., default-metric ..., description ..., distance ..., exit-address-family,
  graceful-restart ..., maximum-paths ..., metric ..., mpls ..., network ..., nsf ..., passive-interface ..., redistribute ...,
  router-id ..., shutdown, summary-address ..., synchronization, timers ..., traffic-share ..., variance ..., version ...`

const BGP = `${ROUTING}, aggregate-address ..., bgp ..., dampening ..., import path ..., neighbor ..., table-map ..., template ..., inherit ...,
  advertise ..., allow-policy, activate, default, exit-peer-policy, exit-peer-session`

/** Filters and protection of BGP sessions, which rules of routing need. */
const BGP_FILTERS = `neighbor <peer> ttl-security ..., neighbor <peer> prefix-list ..., neighbor <peer> filter-list ...,
  neighbor <peer> distribute-list ..., neighbor <peer> maximum-prefix ..., distribute-list ...`

const DIALLED = `async ..., autodetect ..., bandwidth ..., cablelength ..., channel-group ..., clock ..., compress ..., crc ..., dialer ...,
  dialer-group ..., down-when-looped, dsl ..., encapsulation ..., fair-queue ..., framing ..., frame-relay ..., group-range ..., isdn ...,
  linecode ..., loopback ..., member ..., multilink-group ..., physical-layer ..., ppp link ..., ppp multilink ..., ppp reliable-link,
  ppp ipcp ..., ppp timeout ..., peer default ..., serial ..., timeslots ..., tx-ring-limit ..., txqueue ..., virtual-profile ...,
  fdl ..., pri-group ..., t1 ..., e1 ..., ds0-group ..., atm ..., pvc ..., medium ..., pppoe ..., pppoe-client ..., lapb ..., x25 ...`

const PORT = `arp ..., auto qos ..., backup ..., bridge-group ..., carrier-delay ..., channel-group ..., channel-protocol ..., delay ..., duplex ...,
  flowcontrol ..., full-duplex, half-duplex, hold-queue ..., keepalive ..., l2protocol-tunnel ..., lacp ..., load-interval ..., logging event ...,
  mac-address ..., macro description ..., mdix ..., media-type ..., mls ..., mtu ..., negotiation ..., pagp ..., port-channel ..., power ...,
  priority-queue ..., qos ..., queue-set ..., random-detect ..., rate-limit ..., service instance ..., snmp ..., speed ..., srr-queue ...,
  switch ..., trust ..., tx-queue ..., udld ..., wrr-queue ..., description: ..., hw-module ..., plim ..., platform ..., max-reserved-bandwidth ...,
  standby <group> preempt ..., standby <group> priority ..., standby <group> ip ..., standby <group> track ..., standby <group> timers ...,
  standby <group> name ..., standby ip ..., standby preempt ..., standby priority ..., standby version ..., standby delay ...,
  vrrp <group> ip ..., vrrp <group> priority ..., vrrp <group> preempt ..., vrrp <group> timers ..., vrrp <group> track ...,
  vrrp <group> description ..., glbp <group> ip ..., glbp <group> preempt ..., glbp <group> priority ..., glbp <group> weighting ...,
  glbp <group> load-balancing ..., glbp <group> timers ..., vlan-id ..., vlan-range ..., lldp tlv-select ..., lldp med-tlv-select ...,
  network-clock ..., cdp ..., spanning-tree link-type ..., spanning-tree cost ..., spanning-tree port-priority ..., spanning-tree vlan ...,
  spanning-tree mst ..., h323-gateway ..., fair-queue ..., nsf, no-address, bfd ..., datalink ..., dampening ..., ethernet ..., source template ...`

const ADDRESSING = `clns ..., ip bandwidth-percent ..., ip bgp ..., ip broadcast-address ..., ip cef ..., ip dampening-change ..., ip dhcp client ...,
  ip eigrp ..., ip flow ..., ip flowspec ..., ip hello-interval ..., ip helper-address ..., ip hold-time ..., ip igmp ..., ip irdp ..., ip load-sharing ...,
  ip local-proxy-arp, ip mfib ..., ip mroute-cache, ip mtu ..., ip multicast ..., ip nat enable, ip nbar ..., ip next-hop-self ..., ip nhrp map ...,
  ip nhrp nhs ..., ip nhrp holdtime ..., ip nhrp redirect ..., ip nhrp shortcut ..., ip nhrp registration ..., ip ospf ...,
  ip pim ..., ip policy ..., ip rip ..., ip route-cache ..., ip router ..., ip rsvp ..., ip rtp ..., ip split-horizon ..., ip summary-address ..., ip tcp ...,
  ip virtual-reassembly ..., ip wccp ..., ip security ..., ip lisp ..., ip link-delay ..., ipv6 cef ..., ipv6 dhcp relay ..., ipv6 dhcp client ...,
  ipv6 dhcp server ..., ipv6 eigrp ..., ipv6 flow ..., ipv6 flowspec ..., ipv6 mfib ..., ipv6 mld ..., ipv6 mtu ..., ipv6 nd autoconfig ...,
  ipv6 nd cache ..., ipv6 nd dad ..., ipv6 nd managed-config-flag, ipv6 nd other-config-flag, ipv6 nd prefix ..., ipv6 nd ra ...,
  ipv6 nd reachable-time ..., ipv6 nd router-preference ..., ipv6 nd ns-interval ..., ipv6 nd suppress-ra ..., ipv6 ospf ..., ipv6 pim ..., ipv6 policy ...,
  ipv6 rip ..., ipv6 router ..., ipv6 tcp ..., ipv6 unnumbered ..., ipv6 virtual-reassembly ..., bgp-policy ..., isis circuit-type ..., isis metric ...,
  isis network ..., isis ipv6 ..., isis tag ..., isis bfd ..., isis hello-interval ..., isis csnp-interval ..., isis priority ..., mpls bgp ..., mpls mtu ...,
  mpls mldp ..., mpls traffic-eng ..., mpls netflow ..., mpls accounting ..., nat64 ..., ospfv3 ..., tag-switching ..., xconnect ..., exit, exit-vrrp`

/** What interfaces have that rules of layer 2, routing and filters need, and no rule has asked for yet. */
const INTERFACE_LATER = `ip verify ..., ip source-guard ..., ipv6 redirects, ipv6 unreachables, ipv6 verify ..., ipv6 nd raguard ...,
  storm-control ..., service-policy ..., mka ..., macsec ..., mac access-group ..., ip ips ..., device-tracking ...,
  ip nhrp authentication ..., cts ...`

const GLOBAL = `alias ..., arp ..., boot-start-marker, boot-end-marker, bridge ..., buffers ..., call ..., call-home, card ..., cdp timer ...,
  cdp holdtime ..., cdp log ..., cdp advertise-v2, class-map type ..., clns ..., clock ..., config-register ..., control-plane ...,
  controller ..., default-value ..., diagnostic ..., dial-peer ..., dialer-list ..., dspfarm ..., ephone ..., ephone-dn ..., errdisable ..., ethernet ...,
  exception ..., facility-alarm ..., file ..., flow ..., frame-relay ..., gatekeeper, gateway, hw-module ..., ip alias ..., ip arp gratuitous ..., ip as-path ...,
  ip audit ..., ip auth-proxy ..., ip admission ..., ip bgp-community ..., ip cef ..., ip classless, ip community-list ..., ip default-gateway ...,
  ip default-network ..., ip dhcp pool ..., ip dhcp excluded-address ..., ip dhcp ping ..., ip dhcp database ..., ip dhcp use ..., ip dhcp class ...,
  ip dhcp binding ..., ip dhcp relay ..., ip dns ..., ip domain list ..., ip domain lookup ..., ip domain retry ..., ip domain round-robin ...,
  ip domain timeout ..., ip domain-list ..., ip domain-lookup ..., ip extcommunity-list ..., ip flow-cache ..., ip flow-export ..., ip flow-top-talkers,
  ip forward-protocol ..., ip host ..., ip icmp rate-limit ..., ip igmp ..., ip local pool ..., ip mroute ..., ip multicast ..., ip multicast-routing ...,
  ip name-server ..., ip nat pool ..., ip nat translation ..., ip nbar ..., ip pim ..., ip prefix-list ..., ip rip ..., ip routing ..., ip rtcp ...,
  ip sla ..., ip spd ..., ip subnet-zero, ip tcp ..., ip telnet ..., ip tftp source-interface ..., ip tftp blocksize ..., ip ftp source-interface ...,
  ip ftp passive, ip wccp ..., ip cefv6 ..., ip multicast-layer3 ..., ipv6 cef ..., ipv6 general-prefix ..., ipv6 dhcp pool ..., ipv6 host ...,
  ipv6 icmp ..., ipv6 ioam ..., ipv6 local ..., ipv6 multicast ..., ipv6 multicast-routing ..., ipv6 nd ..., ipv6 neighbor ..., ipv6 pim ...,
  ipv6 prefix-list ..., ipv6 route ..., ipv6 router ..., ipv6 spd ..., isdn ..., l2 ..., l2vpn ..., lacp ..., license ..., lldp timer ..., lldp holdtime ...,
  lldp reinit ..., lldp tlv-select ..., map-class ..., memory ..., memory-size ..., mgcp ..., mls ..., mmi ..., module ..., mpls ldp router-id ...,
  mpls traffic-eng ..., multilink ..., network-clock ..., network-clock-participate ..., network-clock-select ..., nmsp ..., parameter-map type ...,
  partition ..., platform ..., policy-map type ..., port-channel ..., power ..., process ..., pseudowire-class ..., qos ..., redundancy ..., resource ..., rmon ...,
  route-map ..., route-tag ..., router bgp ..., router eigrp ..., router isis ..., router ospf ..., router ospfv3 ..., router rip, router odr, sampler ...,
  sccp ..., scheduler ..., sdm ..., segment-routing ..., service alignment ..., service call-home, service compress-config, service counters ...,
  service dhcp, service heartbeat ..., service nagle, service slave-log, service unsupported-transceiver, service prompt ..., setup,
  shell ..., shutdown, snasw ..., spanning-tree mode ..., spanning-tree extend ..., spanning-tree vlan ..., spanning-tree mst ..., spanning-tree pathcost ...,
  spanning-tree etherchannel ..., spanning-tree uplinkfast ..., spanning-tree backbonefast, spanning-tree logging, spanning-tree transmit ..., spe ..., ss7 ...,
  standby ..., stack-mac ..., stack-power ..., stackwise-virtual, subscriber ..., switch <member> ..., system ..., table-map ..., telephony-service,
  time-range ..., track ..., transceiver ..., tunnel ..., udld ..., upgrade ..., version ..., virtual-profile ..., virtual-template ..., vlan <vlans> ..., vlan access-map ...,
  vlan configuration ..., vlan database, vlan internal ..., voice ..., voice-card ..., voice-port ..., vpdn ..., vpdn-group ..., bba-group ...,
  vtp file ..., warm-reboot ..., x25 ..., xdr ..., zone security ..., zone-pair security ..., bfd ...,
  bfd-template ..., bridge-domain ..., fabric ..., ip accounting-threshold ..., ip bootp ..., ip gratuitous-arps, ip rsvp ..., ip sap ..., monitor event ...,
  hold-queue ..., no-default ..., object-group ..., application, associate ..., codec ..., sip-ua`

/** Global commands that rules of their areas need, and no rule has asked for yet. */
const GLOBAL_LATER = `ip options drop, ip options ignore, login delay ..., class-map match-any ..., class-map match-all ..., class-map <name>, policy-map <name>,
  ip device tracking ..., device-tracking ...,
  udld enable, udld aggressive,
  crypto engine ..., crypto ssl ..., macro ...,
  menu ..., tclsh ..., scripting ..., ip scp server enable, ip tftp ..., ip ftp ..., service password-recovery, mpls ldp ..., mpls label ..., mpls ip ...,
  ip http client proxy-server ..., security authentication ..., key chain ..., secure boot-image, secure boot-config`

/**
 * Lines that are understood and matter for no setting of the vocabulary, by mode; and lines that would matter to rules
 * that do not exist yet. Both come last: a row of an area's own table goes before them.
 */
export const ignored: CommandTable = {
  rows: {
    global: [...later(GLOBAL_LATER), ...ignore(GLOBAL)],
    interface: [...later(INTERFACE_LATER), ...ignore(PORT), ...ignore(ADDRESSING), ...ignore(DIALLED)],
    template: [...ignore(PORT), ...ignore(DIALLED)],
    controller: ignore(DIALLED),
    'service instance': ignore(
      'bridge-domain ..., description ..., encapsulation ..., l2protocol ..., rewrite ..., service-policy ..., xconnect ...',
    ),
    line: ignore(`activation-character ..., databits ..., disconnect-character ..., editing, escape-character ..., flowcontrol ..., full-help, history ...,
      length ..., location ..., logging synchronous ..., media-type ..., monitor, notify, parity ..., padding ..., rxspeed ..., speed ..., start-character ...,
      stop-character ..., stopbits ..., terminal-type ..., txspeed ..., usb-inactivity-timeout ..., width ..., international, domain-lookup,
      data-character-bits ..., exec-character-bits ..., special-character-bits ...`),
    vlan: ignore(
      'name ..., state ..., mtu ..., media ..., said ..., ring ..., parent ..., shutdown, exit, remote-span, private-vlan ...',
    ),
    'vlan access-map': ignore('action ..., match ...'),
    'router bgp': [...later(BGP_FILTERS), ...ignore(BGP)],
    'bgp address-family': [...later(BGP_FILTERS), ...ignore(BGP)],
    'bgp scope': [...later(BGP_FILTERS), ...ignore(BGP)],
    'bgp peer-session': ignore(`${BGP}, remote-as ..., update-source ..., ebgp-multihop ..., inherit peer-session ...`),
    'bgp peer-policy': ignore(
      `${BGP}, route-map ..., send-community ..., soft-reconfiguration ..., next-hop-self ..., route-reflector-client`,
    ),
    'router ospf': [
      ...later('area <area> authentication ..., area <area> virtual-link ..., ttl-security ..., distribute-list ...'),
      ...ignore(`${ROUTING}, area ..., auto-cost ..., capability ..., compatible ..., discard-route ..., fast-reroute ..., ignore ..., ispf, limit ...,
        log-adjacency-changes ..., max-lsa ..., max-metric ..., neighbor ..., nssa ..., prefix-suppression, priority ..., queue-depth ..., snmp ..., interface-id ...`),
    ],
    'router ospfv3': ignore(`${ROUTING}, address-family ..., area ..., auto-cost ..., log-adjacency-changes ...`),
    'ospfv3 address-family': ignore(`${ROUTING}, area ..., auto-cost ..., log-adjacency-changes ...`),
    'router eigrp': ignore(
      `${ROUTING}, address-family ..., eigrp ..., neighbor ..., no-summary, offset-list ..., distribute-list ...`,
    ),
    'eigrp address-family': ignore(`${ROUTING}, af-interface ..., topology ..., eigrp ..., neighbor ...`),
    'eigrp interface': ignore(
      'bandwidth-percent ..., hello-interval ..., hold-time ..., passive-interface, split-horizon, summary-address ..., next-hop-self, exit-af-interface, shutdown',
    ),
    'eigrp topology': ignore(`${ROUTING}, offset-list ..., exit-af-topology, distribute-list ...`),
    'router rip': ignore(
      `${ROUTING}, neighbor ..., offset-list ..., validate-update-source, address-family ..., distribute-list ...`,
    ),
    'rip address-family': ignore(`${ROUTING}, neighbor ...`),
    'router isis':
      ignore(`${ROUTING}, address-family ..., advertise ..., fast-flood ..., hello padding ..., is-type ..., ispf ..., log-adjacency-changes ..., lsp-gen-interval ...,
      max-lsp-lifetime ..., lsp-refresh-interval ..., metric-style ..., net ..., prc-interval ..., set-overload-bit ..., spf-interval ..., segment-routing ...`),
    'isis address-family': ignore(`${ROUTING}, multi-topology ...`),
    'route-map': ignore('match ..., set ..., description ..., continue ...'),
    'vrf address-family': ignore('exit'),
    track: ignore('delay ..., object ..., threshold ..., ip ...'),
    'class-map': ignore(
      'description ..., match any, match protocol ..., match dscp ..., match ip ..., match precedence ..., match cos ..., match qos-group ..., match class-map ..., match not ...',
    ),
    'policy-map': ignore('class ..., description ...'),
    'policy class': [
      ...later('police ...'),
      ...ignore(
        'bandwidth ..., drop ..., fair-queue ..., inspect ..., pass ..., priority ..., queue-limit ..., random-detect ..., service-policy ..., set ..., shape ..., trust ...',
      ),
    ],
    police: later('conform-action ..., exceed-action ..., violate-action ...'),
    zone: ignore('description ...'),
    'zone-pair': later('service-policy ...'),
    'control-plane': later('service-policy ...'),
    'dhcp pool':
      ignore(`address ..., bootfile ..., class ..., client-identifier ..., client-name ..., default-router ..., dns-server ..., domain-name ..., hardware-address ...,
      host ..., import ..., lease ..., netbios-name-server ..., netbios-node-type ..., network ..., next-server ..., option ..., relay ..., vrf ...`),
    'ipv6 dhcp pool': ignore('address ..., dns-server ..., domain-name ..., prefix-delegation ..., information ...'),
    redundancy: ignore('mode ..., main-cpu, auto-sync ..., keepalive-enable, application ...'),
    archive: ignore('maximum ..., time-period ..., rollback ...'),
    'log config': ignore('logging ..., record ...'),
    'spanning-tree mst': ignore('instance ..., name ..., revision ...'),
    'call-home': ignore(
      'contact-email-addr ..., profile ..., sender ..., alert-group ..., http-proxy ..., vrf ..., source-interface ..., mail-server ...',
    ),
    'call-home profile': ignore(
      'active, destination ..., reporting ..., subscribe-to-alert-group ..., anonymous-reporting-only',
    ),
    'flow record': ignore('collect ..., match ..., description ...'),
    'flow exporter': ignore(
      'destination ..., dscp ..., export-protocol ..., option ..., source ..., template ..., transport ..., ttl ..., description ..., output-features',
    ),
    'flow monitor': ignore('cache ..., exporter ..., record ..., statistics ..., description ...'),
    sampler: ignore('mode ..., granularity ..., description ...'),
    'ip sla': ignore(
      'icmp-echo ..., udp-jitter ..., udp-echo ..., tcp-connect ..., icmp-jitter ..., path-echo ..., http ..., dns ..., type ...',
    ),
    'ip sla operation': ignore(
      'frequency ..., timeout ..., threshold ..., tag ..., owner ..., request-data-size ..., tos ..., vrf ..., history ...',
    ),
    'time-range': ignore('absolute ..., periodic ...'),
    'app-hosting': ignore(
      'activate, start, profile ..., vnic ..., guest ..., ip ..., app-vnic ..., app-default-gateway ..., app-resource ..., name-server0 ...',
    ),
    'voice-port': ignore(
      'bearer-cap ..., timing ..., cptone ..., description ..., shutdown, signal ..., connection ..., station-id ..., caller-id ..., ring ..., timeouts ..., compand-type ..., pri-group ...',
    ),
    'dial-peer':
      ignore(`answer-address ..., codec ..., description ..., destination-pattern ..., direct-inward-dial, dtmf-relay ..., fax ..., forward-digits ..., huntstop,
      incoming ..., ip ..., max-conn ..., port ..., preference ..., prefix ..., progress_ind ..., session ..., shutdown, sip-register, translation-profile ..., vad, voice-class ...`),
    'voice service': ignore('allow-connections ..., fax ..., h323, modem ..., sip, redirect ...'),
    ephone: ignore(
      'button ..., codec ..., description ..., device-security-mode ..., max-calls-per-button ..., number ..., type ..., speed-dial ..., keepalive ...',
    ),
    telephony: ignore(
      'create ..., dn-webedit, ip ..., load ..., max-conferences ..., max-dn ..., max-ephones ..., service ..., shutdown, system ..., time-format ..., time-webedit, transfer-system ...',
    ),
  },
}
