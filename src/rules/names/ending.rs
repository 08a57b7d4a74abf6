//! What is to be said of something that is retired on a day, before and after it.

use crate::facts::retirements::{self, Stage};
use crate::model::CalendarDate;
use crate::rules::{Finding, Rule, Severity};
use crate::words::{Arg, Message, Words, nouns, words};

static PAST: Words = words(
    "{0} was retired on {1}.",
    "{0} : le retrait a eu lieu le {1}.",
    "{0}: il ritiro è avvenuto il {1}.",
);
static LAST_DAY: Words = words(
    "{0} is retired today, {1}: it is the last day.",
    "{0} : aujourd’hui, {1}, est le dernier jour avant le retrait.",
    "{0}: oggi, {1}, è l’ultimo giorno prima del ritiro.",
);
static SOON: Words = words(
    "{0} will be retired in {2}, on {1}.",
    "{0} : le retrait aura lieu dans {2}, le {1}.",
    "{0}: il ritiro avverrà tra {2}, il {1}.",
);
static LATER: Words = words(
    "{0} will be retired on {1}.",
    "{0} : le retrait aura lieu le {1}.",
    "{0}: il ritiro avverrà il {1}.",
);

/// A finding about `name` at `path`: advice, a warning in the last twelve months, and after the last day `after`.
pub(super) fn finding(
    rule: &'static Rule,
    path: &str,
    name: &str,
    (last_day, as_of): (CalendarDate, CalendarDate),
    after: Severity,
) -> Finding {
    let (severity, words, days) = match retirements::stage(last_day, as_of) {
        Stage::Past => (after, &PAST, 0),
        Stage::Soon(0) => (Severity::Warning, &LAST_DAY, 0),
        Stage::Soon(days) => (Severity::Warning, &SOON, days),
        Stage::Later => (Severity::Advice, &LATER, 0),
    };
    let args = [name.into(), last_day.into(), Arg::from((days, &nouns::DAYS))];
    Finding::new(rule, path, Message::new(words, args)).weigh(severity)
}
