//! Rules about what an image is made of, how it was made, and whether agent and VM size fit it.

mod agent_of_another_os;
mod concurrent_deployments;
mod encrypted_os_disk;
mod extensions_installed;
mod gallery_benefits;
mod gallery_only_features;
mod gallery_recommended;
mod generation_mismatch;
mod large_pool_of_unknown_source;
mod missing_purchase_plan;
mod os_disk_cache;
mod os_support_ends;
mod other_temp_drive;
mod packer_and_mode;
mod third_party_base;
mod third_party_terms;
mod unformatted_data_disks;
mod unknown_agent;
mod unmanaged_disk;

/// The rules of this area, by id.
pub(super) static RULES: &[&super::Rule] = &[
    &large_pool_of_unknown_source::RULE,
    &third_party_base::RULE,
    &missing_purchase_plan::RULE,
    &third_party_terms::RULE,
    &extensions_installed::RULE,
    &unmanaged_disk::RULE,
    &unformatted_data_disks::RULE,
    &other_temp_drive::RULE,
    &encrypted_os_disk::RULE,
    &agent_of_another_os::RULE,
    &unknown_agent::RULE,
    &gallery_benefits::RULE,
    &gallery_recommended::RULE,
    &packer_and_mode::RULE,
    &os_disk_cache::RULE,
    &gallery_only_features::RULE,
    &concurrent_deployments::RULE,
    &os_support_ends::RULE,
    &generation_mismatch::RULE,
];
