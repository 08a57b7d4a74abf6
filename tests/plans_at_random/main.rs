//! Plans at random: what the contract allows is let pass and comes out as it went in, what it does not allow is named by
//! the rule and at the place it should be, and every documented boundary lies where its page says.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod boundaries;
mod breaches;
mod drawing;

use batch_pool_planner::analysis::{Analysis, analyse};
use batch_pool_planner::arm::PutPool;
use batch_pool_planner::emit;
use batch_pool_planner::input;
use batch_pool_planner::model::CalendarDate;
use batch_pool_planner::rules::Severity;
use breaches::{Breach, Extra, KINDS};
use drawing::{Drawn, plans};
use proptest::prelude::*;
use proptest::sample::Index;

const AS_OF: CalendarDate = CalendarDate::new(2026, 11, 21);

/// Rule and place of each finding about text and contract.
fn about_the_contract(analysis: &Analysis) -> Vec<(&'static str, String)> {
    let findings = analysis.findings.iter().map(|located| &located.finding);
    findings
        .filter(|finding| finding.rule.id.starts_with("AB00"))
        .map(|finding| (finding.rule.id, finding.place.path().to_owned()))
        .collect()
}

/// Whether a parser of C# finds nothing to object to.
fn is_csharp(code: &str) -> bool {
    let mut parser = tree_sitter::Parser::new();
    let grammar = tree_sitter_c_sharp::LANGUAGE.into();
    parser.set_language(&grammar).expect("a grammar that fits");
    !parser.parse(code, None).expect("a tree").root_node().has_error()
}

fn extra() -> impl Strategy<Value = Extra> {
    let beyond = prop_oneof![(1_i64 << 31)..i64::MAX, i64::MIN..-(1_i64 << 31) - 1];
    ("[a-zA-Z]{1,14}", beyond).prop_map(|(name, beyond)| Extra { name, beyond })
}

/// One breach, of one of the kinds that the plan has a place for, and the name of its kind.
fn breach(drawn: &Drawn, extra: &Extra, kind: &Index, place: &Index) -> (&'static str, Breach) {
    let sites = breaches::sites(drawn);
    let of_kind = |(name, of_site): (&'static str, breaches::Kind)| {
        let all = sites.iter().flat_map(|site| of_site(site, extra));
        let all: Vec<Breach> = all
            .filter(|breach| !breaches::is_known_gap(name, &breach.pointer))
            .collect();
        (name, all)
    };
    let kinds: Vec<_> = KINDS
        .into_iter()
        .map(of_kind)
        .filter(|(_, all)| !all.is_empty())
        .collect();
    let (name, all) = kind.get(&kinds);
    (name, place.get(all).clone())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_the_contract_allows_passes_and_comes_out_as_it_went_in(drawn in plans()) {
        let plan = drawn.plan();
        let analysis = analyse(&plan.to_pretty_json(), AS_OF);
        prop_assert_eq!(about_the_contract(&analysis), vec![]);
        let request = analysis.plan().as_ref().and_then(PutPool::of).expect("a pool");
        prop_assert_eq!(&request.read_only, &Vec::<String>::new());
        for emitter in emit::ALL {
            let output = (emitter.emit)(&request).text;
            prop_assert!(!output.is_empty(), "{}", emitter.id);
            prop_assert!(!emitter.id.starts_with("csharp") || is_csharp(&output), "{}:\n{}", emitter.id, output);
        }
        let body = (emit::find("arm").expect("the ARM body").emit)(&request).text;
        serde_json::from_str::<serde::de::IgnoredAny>(&body).expect("strict JSON");
        let back = input::parse(&body).expect("JSON");
        prop_assert!(back.same_json(&drawn.pool), "{}", body);
        // And as a plan again.
        let plan = input::to_plan_text(&body).expect("a plan");
        let again = input::read(&plan).root.expect("readable");
        prop_assert!(again.get("pool").is_some_and(|pool| pool.same_json(&drawn.pool)), "{}", plan);
    }

    #[test]
    fn one_breach_is_named_where_it_is(
        drawn in plans(), extra in extra(), kind in any::<Index>(), place in any::<Index>(),
    ) {
        let (kind, breach) = breach(&drawn, &extra, &kind, &place);
        let broken = breach.of(&drawn);
        let text = broken.plan().to_pretty_json();
        let analysis = analyse(&text, AS_OF);
        let expected = vec![(breach.rule, breach.pointer.clone())];
        prop_assert_eq!(about_the_contract(&analysis), expected, "{}:\n{}", kind, text);
        // Each fix mends it and breaks nothing else.
        for located in analysis.findings.iter().filter(|located| located.finding.rule.id == breach.rule) {
            for fix in &located.finding.fixes {
                let mended = input::apply(&text, &fix.edits).expect("applies");
                let after = analyse(&mended, AS_OF);
                let errors = after.findings.iter().filter(|located| {
                    let finding = &located.finding;
                    finding.rule.id == breach.rule && finding.place.path() == breach.pointer
                        || finding.rule.id.starts_with("AB00") && finding.severity == Severity::Error
                });
                let left: Vec<_> = errors.map(|located| (located.finding.rule.id, located.finding.place.path())).collect();
                prop_assert_eq!(left, vec![], "{}: {:?}:\n{}", kind, fix.title, mended);
            }
        }
    }
}
