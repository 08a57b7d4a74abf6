//! Rules about start task, user accounts, identities, application packages and mounts of a node.

mod application_id;
mod blob_sign_in;
mod container_task;
mod endless_retries;
mod file_mode;
mod file_outside;
mod identity_id_form;
mod identity_not_listed;
mod identity_type;
mod mount_kind;
mod mount_on_windows;
mod mount_path_twice;
mod package_twice;
mod package_version_open;
mod prefix_without_container;
mod resource_file_path;
mod resource_file_source;
mod shapes;
mod shell_syntax;
mod ssh_key;
mod start_task_without_command;
mod too_many_mounts;
mod too_many_packages;
mod uid_without_gid;
mod unknown_user;
mod user_identity;
mod user_name_length;
mod user_of_another_os;
mod user_twice;

/// The rules of this area, by id.
pub(super) static RULES: &[&super::Rule] = &[
    &start_task_without_command::RULE,
    &shell_syntax::RULE,
    &endless_retries::RULE,
    &user_identity::RULE,
    &unknown_user::RULE,
    &container_task::RULE,
    &resource_file_source::RULE,
    &resource_file_path::RULE,
    &prefix_without_container::RULE,
    &file_outside::RULE,
    &file_mode::RULE,
    &user_name_length::RULE,
    &user_twice::RULE,
    &uid_without_gid::RULE,
    &ssh_key::RULE,
    &user_of_another_os::RULE,
    &identity_not_listed::RULE,
    &identity_type::RULE,
    &identity_id_form::RULE,
    &too_many_packages::RULE,
    &application_id::RULE,
    &package_twice::RULE,
    &package_version_open::RULE,
    &too_many_mounts::RULE,
    &mount_kind::RULE,
    &blob_sign_in::RULE,
    &mount_on_windows::RULE,
    &mount_path_twice::RULE,
];
