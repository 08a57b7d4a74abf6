//! What scripts share: the parts of the address, which come from the environment when the plan does not say them.

use super::LeftOut;
use super::environment::{self, Part};
use crate::arm::PutPool;

/// The parts of the address of a request. A value that is not `usable` is as good as unknown.
pub(super) fn address(request: &PutPool, usable: fn(&str) -> bool) -> [Part<'_>; 4] {
    environment::address(request).map(|part| Part {
        value: part.value.filter(|value| usable(value)),
        ..part
    })
}

/// A note for each part that comes from the environment.
pub(super) fn unknown(parts: &[Part<'_>]) -> Vec<LeftOut> {
    parts
        .iter()
        .filter(|part| part.value.is_none())
        .map(Part::note)
        .collect()
}

/// A route or URL with what is unknown in braces, as an expression of a language: `text` writes what is known, `variable`
/// what comes from the environment, `plus` stands between.
pub(super) fn spliced(
    route: &str,
    parts: &[Part<'_>],
    text: fn(&str) -> String,
    variable: fn(&str) -> String,
    plus: &str,
) -> String {
    let mut out = String::new();
    let mut rest = route;
    while let Some((before, after)) = rest.split_once('{') {
        // A brace of the plan is `%7B` here.
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        let part = parts.iter().find(|part| part.name == name);
        out.push_str(&text(before));
        out.push_str(plus);
        out.push_str(&variable(part.map_or(name, |part| part.variable)));
        rest = after;
        if !rest.is_empty() {
            out.push_str(plus);
        }
    }
    if !rest.is_empty() {
        out.push_str(&text(rest));
    }
    out
}
