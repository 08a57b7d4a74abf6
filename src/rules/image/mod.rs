//! Rules about custom images.

mod fixed_target;
mod gallery_image_not_replicated;
mod gallery_in_other_subscription;
mod gallery_in_other_tenant;
mod image_id_form_unknown;
mod image_must_outlive_pool;
mod image_permission_unverified;
mod managed_dedicated_cap;
mod managed_image_beyond_api_version;
mod managed_image_elsewhere;
mod managed_image_retired;
mod managed_image_shared;
mod managed_spot_cap;
mod marketplace_version_left_open;
mod nat_pools_lower_managed_limits;
mod not_made_from_snapshot;
mod several_images_named;
mod several_resizes_needed;
mod shared_image_id_form;
mod shared_image_total;
mod shared_key_sign_in;
mod short_timeout_gallery;
mod short_timeout_managed;
mod specialized_gallery_image;
mod too_few_replicas;

/// The rules of this area, by id.
pub(super) static RULES: &[&super::Rule] = &[
    &managed_image_retired::RULE,
    &managed_image_beyond_api_version::RULE,
    &shared_image_id_form::RULE,
    &image_id_form_unknown::RULE,
    &several_images_named::RULE,
    &marketplace_version_left_open::RULE,
    &managed_image_elsewhere::RULE,
    &gallery_image_not_replicated::RULE,
    &gallery_in_other_subscription::RULE,
    &gallery_in_other_tenant::RULE,
    &specialized_gallery_image::RULE,
    &shared_key_sign_in::RULE,
    &image_permission_unverified::RULE,
    &image_must_outlive_pool::RULE,
    &managed_image_shared::RULE,
    &shared_image_total::RULE,
    &managed_dedicated_cap::RULE,
    &managed_spot_cap::RULE,
    &nat_pools_lower_managed_limits::RULE,
    &several_resizes_needed::RULE,
    &short_timeout_managed::RULE,
    &short_timeout_gallery::RULE,
    &too_few_replicas::RULE,
    &not_made_from_snapshot::RULE,
];
