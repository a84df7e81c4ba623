terraform {
  required_providers {
    iosxe = {
      source = "CiscoDevNet/iosxe"
    }
  }
}

resource "iosxe_system" "this" {
  device             = var.router.name
  hostname           = var.router.name
  ip_source_route    = false
  ip_http_server     = false
  ip_ssh_time_out    = 60
  login_on_failure   = true
  login_on_success   = true
  ip_domain_lookup   = false
  enable_secret      = "$9$pLaCeHoLdErSaLt$0123456789abcdefghijklmnopqrstuvwxyzABCDEFG"
  enable_secret_type = "9"
}

resource "iosxe_service" "this" {
  device                  = var.router.name
  pad                     = false
  password_encryption     = true
  tcp_keepalives_in       = true
  timestamps_log_datetime = true
}

resource "iosxe_access_list_standard" "management" {
  device = var.router.name
  name   = "MGMT"
  entries = [
    { sequence = 10, permit_prefix = "192.0.2.0", permit_prefix_mask = "0.0.0.255" },
    { sequence = 20, deny_any = true, deny_log = true },
  ]
}

resource "iosxe_access_list_extended" "uplink" {
  device = var.router.name
  name   = "UPLINK-IN"
  entries = [
    {
      sequence           = 10
      ace_rule_action    = "deny"
      ace_rule_protocol  = "ip"
      source_prefix      = "198.51.100.0"
      source_prefix_mask = "0.0.0.255"
      destination_any    = true
    },
    {
      sequence          = 20
      ace_rule_action   = "permit"
      ace_rule_protocol = "ip"
      source_any        = true
      destination_any   = true
    },
  ]
}

resource "iosxe_line" "this" {
  device = var.router.name
  console = [{
    first                = "0"
    exec_timeout_minutes = var.idle_minutes
  }]
  vty = [{
    first                = 0
    last                 = 15
    exec_timeout_minutes = var.idle_minutes
    transport_input      = var.router.vty_input
    access_classes       = [{ direction = "in", access_list = iosxe_access_list_standard.management.name, vrf_also = true }]
  }]
}

resource "iosxe_interface_loopback" "router_id" {
  device            = var.router.name
  name              = 0
  ipv4_address      = var.router.loopback
  ipv4_address_mask = "255.255.255.255"
}

resource "iosxe_interface_ethernet" "uplink" {
  device             = var.router.name
  type               = "GigabitEthernet"
  name               = var.router.uplink.name
  description        = "Uplink to the Internet"
  shutdown           = false
  ipv4_address       = var.router.uplink.address
  ipv4_address_mask  = "255.255.255.252"
  ip_proxy_arp       = false
  ip_redirects       = var.router.uplink.redirects
  ip_unreachables    = false
  ip_access_group_in = var.router.uplink.filter
  cdp_enable         = false
}

resource "iosxe_logging" "this" {
  device           = var.router.name
  trap_severity    = "informational"
  source_interface = "Loopback0"
  ipv4_hosts_transport = [for host in var.router.log_hosts : {
    ipv4_host           = host
    transport_tls_ports = [{ port_number = 6514 }]
  }]
}

resource "iosxe_ntp" "this" {
  device          = var.router.name
  authenticate    = true
  source_loopback = 0
  servers = [
    { ip_address = "192.0.2.31", key = 1 },
    { ip_address = "192.0.2.32" },
  ]
}

resource "iosxe_snmp_server" "this" {
  device = var.router.name
  groups = [{
    name        = "NMS"
    v3_security = [{ security_level = "priv", read_node = "MIB2", access_acl_name = "MGMT" }]
  }]
  snmp_communities = var.router.name == "edge2" ? [{ name = "lantern-4711", permission = "rw", access_list_name = "MGMT" }] : null
}

resource "iosxe_bgp" "this" {
  device               = var.router.name
  asn                  = "64496"
  log_neighbor_changes = true
}

resource "iosxe_bgp_neighbor" "upstream" {
  device            = var.router.name
  asn               = iosxe_bgp.this.asn
  ip                = "203.0.113.1"
  remote_as         = "64500"
  password_type     = 0
  password          = var.bgp_password
  ttl_security_hops = 1
}

resource "iosxe_crypto_ikev2_proposal" "cloud" {
  device                 = var.router.name
  name                   = "CLOUD"
  encryption_aes_gcm_256 = true
  prf_sha384             = true
  group_twenty           = true
  group_two              = true
}
