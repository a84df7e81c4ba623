resource "aws_customer_gateway" "edge1" {
  bgp_asn    = 64496
  ip_address = local.routers["edge1"].uplink.address
  type       = "ipsec.1"
}

resource "aws_vpn_gateway" "edge" {
  amazon_side_asn = 64512
}

resource "aws_vpn_connection" "edge1" {
  customer_gateway_id = aws_customer_gateway.edge1.id
  vpn_gateway_id      = aws_vpn_gateway.edge.id
  type                = "ipsec.1"

  tunnel1_preshared_key                = var.vpn_key
  tunnel1_ike_versions                 = ["ikev2"]
  tunnel1_phase1_dh_group_numbers      = [20]
  tunnel1_phase1_encryption_algorithms = ["AES256-GCM-16"]
  tunnel1_phase1_integrity_algorithms  = ["SHA2-384"]
  tunnel1_phase2_dh_group_numbers      = [20]
  tunnel1_phase2_encryption_algorithms = ["AES256-GCM-16"]
  tunnel1_phase2_integrity_algorithms  = ["SHA2-384"]

  tunnel2_preshared_key                = var.vpn_key
  tunnel2_ike_versions                 = ["ikev1", "ikev2"]
  tunnel2_phase1_dh_group_numbers      = [2, 20]
  tunnel2_phase1_encryption_algorithms = ["AES256-GCM-16"]
  tunnel2_phase1_integrity_algorithms  = ["SHA2-384"]
  tunnel2_phase2_dh_group_numbers      = [20]
  tunnel2_phase2_encryption_algorithms = ["AES256-GCM-16"]
  tunnel2_phase2_integrity_algorithms  = ["SHA2-384"]
}

resource "aws_security_group" "jump" {
  name = "jump"

  ingress {
    description = "SSH of operators"
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
