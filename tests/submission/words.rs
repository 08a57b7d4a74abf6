//! What the submission says is there in three languages, and each outcome says something of its own.

use batch_pool_planner::arm::submission::{Action, Doing, Ending, Way, Why};
use batch_pool_planner::arm::{Failure, Outcome};
use batch_pool_planner::words::Language;

use crate::stage::{ambiguous, answer, refused};

#[test]
fn every_outcome_has_its_own_title_what_happened_and_a_remedy() {
    let mut outcomes = vec![
        refused(400, "A"),
        refused(401, "A"),
        refused(403, "A"),
        refused(404, "A"),
        refused(404, "PoolNotFound"),
        refused(404, "accountnotfound"),
        refused(404, "ResourceGroupNotFound"),
        refused(404, "SubscriptionNotFound"),
        refused(409, "A"),
        refused(409, "PoolBeingDeleted"),
        refused(409, "PoolBeingResized"),
        refused(409, "PoolQuotaReached"),
        refused(409, "InvalidApplicationPackageReferences"),
        refused(412, "A"),
        answer(429, &[], ""),
        refused(500, "A"),
        answer(200, &[], "<html>"),
        answer(200, &[], "{"),
        answer(200, &[], "x"),
    ];
    let failures = [
        Failure::Unreachable,
        Failure::Offline,
        Failure::Cut,
        Failure::TimedOut(1),
        Failure::TooLong,
        Failure::Redirected,
        Failure::Cancelled,
    ];
    outcomes.extend(failures.map(Outcome::Failed));
    for language in Language::ALL {
        let mut titles: Vec<String> = Vec::new();
        for outcome in &outcomes {
            let told = outcome.told();
            for text in [told.title, told.happened, told.remedy] {
                assert!(!text.in_language(language).is_empty());
            }
            titles.push(told.title.in_language(language).to_owned());
        }
        let all = titles.len();
        titles.sort();
        titles.dedup();
        assert_eq!(titles.len(), all, "{titles:?}");
    }
}

#[test]
fn a_refusal_of_rights_says_that_the_image_may_be_missing() {
    let told = refused(403, "InsufficientPermissions").told();
    assert!(told.happened.in_language(Language::English).contains("does not exist"));
    assert!(told.happened.in_language(Language::French).contains("n’existe pas"));
    assert!(told.happened.in_language(Language::Italian).contains("non esiste"));
}

#[test]
fn what_is_not_known_is_never_called_a_failure_or_a_success() {
    for lost in ambiguous() {
        let ending = Ending {
            during: Doing::Acting(Action::Write(Way::Create)),
            why: Why::Unknown(lost),
        };
        assert!(ending.told().title.in_language(Language::English).contains("not known"));
    }
}
