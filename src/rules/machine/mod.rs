//! Rules about disks, security, placement, extensions, containers and OS upgrade of the virtual machines.

mod batch_above_unhealthy;
mod confidential_profile_mismatch;
mod container_runtime_in_custom_image;
mod cross_zone_without_zones;
mod data_disk_caching_unsaid;
mod deferral_needs_feature;
mod disk_key_address_form;
mod disk_key_lacks_something;
mod encryption_of_linux_custom_image;
mod encryption_set_elsewhere;
mod encryption_target_twice;
mod encryption_targets_disputed;
mod enforced_with_profile;
mod ephemeral_disk_not_of_size;
mod extension_name_twice;
mod extension_not_listed;
mod extension_of_another_os;
mod extension_waits_for_nobody;
mod guest_state_on_data_disk;
mod host_encryption_in_user_subscription;
mod lun_out_of_range;
mod lun_used_twice;
mod luns;
mod nvme_disks_left_alone;
mod reserved_extension;
mod resource_of_another_type;
mod security_type_of_definition_unverified;
mod shapes;
mod tasks_need_containers;
mod temporary_disk_not_encryptable;
mod trusted_launch_needs_generation_2;
mod uefi_without_security_type;
mod unknown_licence_type;
mod upgrade_interrupts_tasks;
mod upgrade_needs_latest_image;
mod upgrade_pause_unreadable;
mod user_subscription_only;
mod windows_settings_on_linux;
mod windows_updates_beside_upgrade;
mod zonal_over_infiniband;
mod zones_of_size_unverified;

/// The rules of this area, by id.
pub(super) static RULES: &[&super::Rule] = &[
    &lun_out_of_range::RULE,
    &lun_used_twice::RULE,
    &data_disk_caching_unsaid::RULE,
    &windows_settings_on_linux::RULE,
    &unknown_licence_type::RULE,
    &ephemeral_disk_not_of_size::RULE,
    &zonal_over_infiniband::RULE,
    &zones_of_size_unverified::RULE,
    &reserved_extension::RULE,
    &extension_not_listed::RULE,
    &extension_of_another_os::RULE,
    &extension_name_twice::RULE,
    &extension_waits_for_nobody::RULE,
    &tasks_need_containers::RULE,
    &container_runtime_in_custom_image::RULE,
    &encryption_targets_disputed::RULE,
    &encryption_target_twice::RULE,
    &encryption_of_linux_custom_image::RULE,
    &temporary_disk_not_encryptable::RULE,
    &host_encryption_in_user_subscription::RULE,
    &disk_key_lacks_something::RULE,
    &disk_key_address_form::RULE,
    &user_subscription_only::RULE,
    &resource_of_another_type::RULE,
    &encryption_set_elsewhere::RULE,
    &uefi_without_security_type::RULE,
    &confidential_profile_mismatch::RULE,
    &guest_state_on_data_disk::RULE,
    &trusted_launch_needs_generation_2::RULE,
    &security_type_of_definition_unverified::RULE,
    &enforced_with_profile::RULE,
    &upgrade_needs_latest_image::RULE,
    &windows_updates_beside_upgrade::RULE,
    &upgrade_interrupts_tasks::RULE,
    &batch_above_unhealthy::RULE,
    &upgrade_pause_unreadable::RULE,
    &cross_zone_without_zones::RULE,
    &deferral_needs_feature::RULE,
    &nvme_disks_left_alone::RULE,
];
