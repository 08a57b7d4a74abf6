//! Every rule, sorted by id: each area keeps its own sorted list, and the areas follow each other.

use super::{
    Rule, acceptance, contract, document, image, image_content, machine, names, network, node_setup, reading, scale,
};

/// The areas' lists, in the order of their ids.
static AREAS: [&[&Rule]; 11] = [
    document::RULES,
    contract::RULES,
    acceptance::RULES,
    reading::RULES,
    image::RULES,
    image_content::RULES,
    scale::RULES,
    network::RULES,
    names::RULES,
    machine::RULES,
    node_setup::RULES,
];

/// Every rule of the product, sorted by id.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    AREAS.iter().flat_map(|rules| rules.iter().copied())
}

/// The rule of this id, in any letter case.
pub fn find(id: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.id.eq_ignore_ascii_case(id))
}
