variable "iosxe_password" {
  description = "Given by the vault as TF_VAR_iosxe_password"
  type        = string
  sensitive   = true
}

variable "bgp_password" {
  description = "Of the session with the upstream"
  type        = string
  default     = "Sommer.2026"
}

variable "vpn_key" {
  type      = string
  sensitive = true
}

variable "idle_minutes" {
  type    = number
  default = 10
}
