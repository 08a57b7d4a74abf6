//! Rules about names, ids and the top level of a request.

mod account_name_form;
mod api_version_draft;
mod api_version_ending;
mod api_version_unknown;
mod display_name_length;
mod ending;
mod form;
mod free_name;
mod other_version;
mod placeholder_left;
mod pool_name_case;
mod pool_name_form;
mod pool_name_taken;
mod resource_path_form;
mod retired_member;
mod tenant_form;
mod vm_size_in_doubt;
mod vm_size_missing;
mod vm_size_retires;

/// The rules of this area, by id.
pub(super) static RULES: &[&super::Rule] = &[
    &pool_name_form::RULE,
    &pool_name_case::RULE,
    &pool_name_taken::RULE,
    &account_name_form::RULE,
    &resource_path_form::RULE,
    &display_name_length::RULE,
    &vm_size_missing::RULE,
    &vm_size_in_doubt::RULE,
    &api_version_unknown::RULE,
    &api_version_ending::RULE,
    &api_version_draft::RULE,
    &placeholder_left::RULE,
    &tenant_form::RULE,
    &vm_size_retires::RULE,
    &retired_member::RULE,
];
