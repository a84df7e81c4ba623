variable "router" {
  type = object({
    name     = string
    url      = string
    loopback = string
    uplink = object({
      name      = string
      address   = string
      filter    = optional(string)
      redirects = optional(bool, false)
    })
    vty_input = list(string)
    log_hosts = list(string)
  })
}

variable "idle_minutes" {
  type = number
}

variable "bgp_password" {
  type = string
}
