//! Comparing over the fixtures of all rules: nothing differs from itself, every pointer leads to what is shown, and the
//! finding that a pair of fixtures is about comes and goes.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, missing_docs)]

use batch_pool_planner::analysis::{Analysis, analyse};
use batch_pool_planner::compare::{Change, Comparison, compare, markdown};
use batch_pool_planner::rules;
use batch_pool_planner::words::Language;

/// Both fixtures of every rule, the one that passes first.
fn pairs() -> impl Iterator<Item = (&'static str, [Analysis; 2])> {
    rules::all().map(|rule| {
        let texts = [rule.example.passes(), rule.example.fires()];
        (rule.id, texts.map(|text| analyse(&text, rules::day_of(&text))))
    })
}

fn pointers_hold(compared: &Comparison, roots: [&Analysis; 2], id: &str) {
    for difference in compared.differences.iter().chain(&compared.defaults) {
        for (held, analysis) in [&difference.a, &difference.b].into_iter().zip(roots) {
            if let Some(held) = held {
                let there = analysis.root.as_ref().and_then(|root| root.at(&held.path));
                assert_eq!(there, Some(held.node), "{id}: {}", held.path);
            }
        }
    }
}

#[test]
fn nothing_differs_from_itself() {
    for (id, sides) in pairs() {
        for side in &sides {
            let compared = compare(side, side);
            assert!(compared.differences.is_empty() && compared.defaults.is_empty(), "{id}");
            assert!(compared.findings.is_empty(), "{id}");
        }
    }
}

#[test]
fn the_finding_that_a_pair_is_about_comes_and_goes() {
    for (id, [passes, fires]) in &pairs().collect::<Vec<_>>() {
        let there = compare(passes, fires);
        let back = compare(fires, passes);
        let has = |compared: &Comparison, change| {
            let mut of_kind = compared.findings.iter().filter(|one| one.change == change);
            of_kind.any(|one| one.located().is_some_and(|located| located.finding.rule.id == *id))
        };
        // Some pairs differ in the figure a finding stands for, and not in whether it is there.
        let counted = |side: &Analysis| {
            side.findings
                .iter()
                .filter(|located| located.finding.rule.id == *id)
                .count()
        };
        assert_eq!(has(&there, Change::Gained), counted(fires) > counted(passes), "{id}");
        assert_eq!(has(&back, Change::Lost), counted(fires) > counted(passes), "{id}");
        assert_eq!(there.differences.len(), back.differences.len(), "{id}");
        pointers_hold(&there, [passes, fires], id);
        pointers_hold(&back, [fires, passes], id);
        for language in Language::ALL {
            let text = markdown::markdown(&there, ["A", "B"], language);
            assert!(
                text.lines().filter(|line| line.starts_with("| ")).count() >= there.differences.len(),
                "{id}"
            );
        }
    }
}
