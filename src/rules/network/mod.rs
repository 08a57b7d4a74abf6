//! Rules about virtual networks, public IP addresses, inbound NAT pools and their security rules.

mod accelerated_networking;
mod addresses;
mod backend_port;
mod backend_port_taken;
mod classic_node_communication;
mod docker_bridge_range;
mod frontend_ports;
mod frontend_range_for_nodes;
mod frontend_range_small;
mod frontend_ranges_overlap;
mod ip_families;
mod job_scope;
mod nat;
mod nat_pool_name_form;
mod nat_pool_name_taken;
mod network_resources;
mod no_public_ip_excludes;
mod no_public_ip_needs_subnet;
mod no_public_ip_way_out;
mod no_spare_public_ip;
mod nsg_priority;
mod nsg_priority_taken;
mod nsg_source;
mod nsg_source_ports;
mod provision_and_ids;
mod public_ip_id_form;
mod public_ip_in_other_subscription;
mod public_ip_named_twice;
mod public_ips_unverified;
mod public_ips_without_subnet;
mod remote_access_not_mapped;
mod shapes;
mod subnet_id_form_unknown;
mod subnet_in_other_subscription;
mod subnet_must_let_nodes_out;
mod subnet_needs_free_addresses;
mod too_few_public_ips;
mod too_many_nat_pools;
mod too_many_nsg_rules;

/// The rules of this area, by id.
pub(super) static RULES: &[&super::Rule] = &[
    &subnet_id_form_unknown::RULE,
    &subnet_in_other_subscription::RULE,
    &subnet_needs_free_addresses::RULE,
    &docker_bridge_range::RULE,
    &subnet_must_let_nodes_out::RULE,
    &classic_node_communication::RULE,
    &network_resources::RULE,
    &job_scope::RULE,
    &provision_and_ids::RULE,
    &too_few_public_ips::RULE,
    &public_ips_unverified::RULE,
    &no_spare_public_ip::RULE,
    &ip_families::RULE,
    &no_public_ip_excludes::RULE,
    &no_public_ip_needs_subnet::RULE,
    &too_many_nat_pools::RULE,
    &nat_pool_name_form::RULE,
    &backend_port::RULE,
    &frontend_ports::RULE,
    &frontend_range_small::RULE,
    &too_many_nsg_rules::RULE,
    &nsg_priority::RULE,
    &nsg_source::RULE,
    &nsg_source_ports::RULE,
    &remote_access_not_mapped::RULE,
    &accelerated_networking::RULE,
    &public_ip_id_form::RULE,
    &public_ip_in_other_subscription::RULE,
    &public_ip_named_twice::RULE,
    &no_public_ip_way_out::RULE,
    &nat_pool_name_taken::RULE,
    &backend_port_taken::RULE,
    &frontend_ranges_overlap::RULE,
    &nsg_priority_taken::RULE,
    &frontend_range_for_nodes::RULE,
    &public_ips_without_subnet::RULE,
];
