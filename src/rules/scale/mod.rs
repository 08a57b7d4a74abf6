//! Rules about scale.

mod ephemeral_disk_with_spot;
mod evaluation_interval;
mod fixed_and_automatic;
mod formula_argument_count;
mod formula_dead_assignment;
mod formula_deallocation;
mod formula_empty;
mod formula_most;
mod formula_reading;
mod formula_samples_unchecked;
mod formula_sets_no_target;
mod formula_sets_read_only;
mod formula_too_long;
mod formula_unknown_name;
mod formula_unreadable;
mod formula_used_before_set;
mod inter_node_cap;
mod inter_node_chance;
mod more_cores_than_quota;
mod more_cores_than_series_quota;
mod more_pools_than_quota;
mod negative_count;
mod neighbours_share_quota;
mod no_scale_given;
mod no_target_given;
mod quota;
mod resize_timeout_too_short;
mod resize_timeout_unreadable;
mod shrinking_waits;
mod single_node_pool;
mod spot_eviction;
mod spot_for_long_mpi;
mod task_slots;
mod whole_quota_used;

pub(super) use formula_reading::walk as walk_formula;

use crate::model::DurationError;
use crate::words::{Message, Words, words};

/// The rules of this area, by id.
pub(super) static RULES: &[&super::Rule] = &[
    &fixed_and_automatic::RULE,
    &no_scale_given::RULE,
    &inter_node_cap::RULE,
    &no_target_given::RULE,
    &resize_timeout_too_short::RULE,
    &resize_timeout_unreadable::RULE,
    &shrinking_waits::RULE,
    &formula_empty::RULE,
    &formula_too_long::RULE,
    &single_node_pool::RULE,
    &evaluation_interval::RULE,
    &formula_sets_no_target::RULE,
    &spot_for_long_mpi::RULE,
    &inter_node_chance::RULE,
    &spot_eviction::RULE,
    &task_slots::RULE,
    &ephemeral_disk_with_spot::RULE,
    &negative_count::RULE,
    &more_cores_than_quota::RULE,
    &more_pools_than_quota::RULE,
    &neighbours_share_quota::RULE,
    &more_cores_than_series_quota::RULE,
    &whole_quota_used::RULE,
    &formula_unreadable::RULE,
    &formula_unknown_name::RULE,
    &formula_used_before_set::RULE,
    &formula_sets_read_only::RULE,
    &formula_argument_count::RULE,
    &formula_dead_assignment::RULE,
    &formula_samples_unchecked::RULE,
    &formula_deallocation::RULE,
];

static NOT_A_DURATION: Words = words(
    "{0} cannot be read as a duration such as `PT15M`.",
    "{0} ne se lit pas comme une durée telle que `PT15M`.",
    "{0} non è leggibile come durata, ad esempio `PT15M`.",
);
static EMPTY_DURATION: Words = words(
    "An empty text is no duration such as `PT15M`.",
    "Un texte vide n’est pas une durée telle que `PT15M`.",
    "Un testo vuoto non è una durata come `PT15M`.",
);
static CALENDAR_UNITS: Words = words(
    "{0} counts in months or years, which have no fixed length.",
    "{0} compte en mois ou en années, qui n’ont pas de longueur fixe.",
    "{0} conta in mesi o anni, che non hanno una lunghezza fissa.",
);

/// What is to be said about a text that is no duration.
pub(super) fn not_a_duration(text: &str, error: DurationError) -> Message {
    if text.trim().is_empty() {
        return Message::from(&EMPTY_DURATION);
    }
    let words = match error {
        DurationError::CalendarUnits => &CALENDAR_UNITS,
        DurationError::NotADuration | DurationError::TooLong => &NOT_A_DURATION,
    };
    Message::new(words, [text.into()])
}
