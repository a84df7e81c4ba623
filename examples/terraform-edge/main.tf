locals {
  routers = { for router in yamldecode(file("${path.module}/data/routers.yaml")).routers : router.name => router }
}

provider "iosxe" {
  username = "terraform"
  password = var.iosxe_password
  protocol = "restconf"
  insecure = false
  devices  = [for name, router in local.routers : { name = name, url = router.url }]
}

module "edge" {
  source   = "./modules/edge-router"
  for_each = local.routers

  router       = each.value
  idle_minutes = var.idle_minutes
  bgp_password = var.bgp_password
}

# What the provider has no resource for yet.
resource "iosxe_cli" "ssh" {
  for_each = local.routers
  device   = each.key

  cli = <<-EOT
    ip ssh server algorithm mac hmac-sha2-512
    ip ssh server algorithm encryption aes256-gcm ${each.key == "edge2" ? "aes128-cbc" : ""}
  EOT
}
