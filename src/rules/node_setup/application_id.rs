//! AB0631: an application package whose id is not that of an application of the account.

use crate::facts::disagreements::APPLICATION_IDS;
use crate::model::{Node, Plan, ResourceId, node_setup, path, placeholder};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0631",
    name: "not-an-application-of-the-account",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::NodeSetup,
    title: words(
        "A package that is no application of the account",
        "Un package qui n’est pas une application du compte",
        "Un pacchetto che non è un’applicazione dell’account",
    ),
    why: words(
        "A package is named by the resource id of its application, which must be in the Batch account of the pool. \
         Microsoft’s own examples put the pool into that id; the contract’s text does not.",
        "Un package est désigné par l’ID de ressource de son application, qui doit se trouver dans le compte Batch du \
         pool. Les exemples de Microsoft glissent le pool dans cet ID ; le texte du contrat, non.",
        "Un pacchetto si indica con l’ID risorsa della sua applicazione, che deve trovarsi nell’account Batch del pool. \
         Gli esempi di Microsoft inseriscono il pool in questo ID; il testo del contratto no.",
    ),
    sources: &APPLICATION_IDS,
    fields: &[
        node_setup::PACKAGES,
        path::SUBSCRIPTION,
        path::RESOURCE_GROUP,
        path::ACCOUNT,
    ],
    versions: None,
    example: example!("AB0631"),
    check: Check::Own(check),
};

static NO_APPLICATION: Words = words(
    "{0} is not the resource id of an application.",
    "{0} n’est pas l’ID de ressource d’une application.",
    "{0} non è l’ID risorsa di un’applicazione.",
);
static POOL_IN_IT: Words = words(
    "{0} names a pool, but applications belong to the account.",
    "{0} nomme un pool, mais les applications appartiennent au compte.",
    "{0} indica un pool, ma le applicazioni appartengono all’account.",
);
static ELSEWHERE: Words = words(
    "{0} names {1} where the pool’s Batch account has {2}.",
    "{0} nomme {1} là où le compte Batch du pool a {2}.",
    "{0} indica {1} dove l’account Batch del pool ha {2}.",
);

fn check(context: &Context, report: &mut Report) {
    for (index, package) in context.plan.items_at(node_setup::PACKAGES) {
        let id = package.get("id").and_then(Node::as_text);
        let Some(id) = id.filter(|id| !placeholder(id)) else {
            continue;
        };
        if let Some((words, severity, others)) = flaw(context.plan, id) {
            report.add_with(&RULE, severity, || {
                let pointer = path::child(&path::item(node_setup::PACKAGES, index), "id");
                let (related, values) = match others {
                    Some((related, is, should)) => (Some(related), vec![id.into(), is.into(), should.into()]),
                    None => (None, vec![id.into()]),
                };
                let mut finding = Finding::new(&RULE, &*pointer, Message::new(words, values)).weigh(severity);
                finding.related.extend(related.map(str::to_owned));
                match as_it_should_be(context.plan, id) {
                    Some(right) => finding.offer_text(&pointer, &right),
                    None => finding,
                }
            });
        }
    }
}

/// What is to be said, how heavy it is, and the part that differs: the plan’s pointer, the id’s value and the plan’s.
type Flaw<'a> = (&'static Words, Severity, Option<(&'static str, &'a str, &'a str)>);

fn flaw<'a>(plan: &Plan<'a>, id: &'a str) -> Option<Flaw<'a>> {
    let Some(parsed) = ResourceId::parse(id).filter(is_application) else {
        return Some((&NO_APPLICATION, Severity::Error, None));
    };
    let target = &plan.target;
    let account = parsed.segments.first().map_or("", |(_, name)| name);
    let elsewhere = [
        (path::SUBSCRIPTION, parsed.subscription, target.subscription),
        (path::RESOURCE_GROUP, parsed.resource_group, target.resource_group),
        (path::ACCOUNT, account, target.account),
    ]
    .into_iter()
    .find_map(|(pointer, is, should)| {
        let should = should.filter(|should| !placeholder(should) && !should.eq_ignore_ascii_case(is))?;
        Some((pointer, is, should))
    });
    match elsewhere {
        Some(part) => Some((&ELSEWHERE, Severity::Error, Some(part))),
        None if parsed.is(IN_POOL) => Some((&POOL_IN_IT, Severity::Warning, None)),
        None => None,
    }
}

const IN_POOL: &str = "Microsoft.Batch/batchAccounts/pools/applications";

/// An application, a version of one, or an application as the official examples write it.
fn is_application(id: &ResourceId) -> bool {
    let kinds = [
        "Microsoft.Batch/batchAccounts/applications",
        "Microsoft.Batch/batchAccounts/applications/versions",
        IN_POOL,
    ];
    kinds.iter().any(|kind| id.is(kind))
}

/// The id in the plan’s account, if both the account and the application are known.
fn as_it_should_be(plan: &Plan, id: &str) -> Option<String> {
    let parsed = ResourceId::parse(id).filter(is_application);
    let known = |given: Option<&'_ str>| given.filter(|given| !placeholder(given)).map(str::to_owned);
    let or = |given: Option<&str>, own: Option<&str>| known(given).or(own.map(str::to_owned));
    let own = parsed.as_ref();
    let subscription = or(plan.target.subscription, own.map(|id| id.subscription))?;
    let group = or(plan.target.resource_group, own.map(|id| id.resource_group))?;
    let account = or(plan.target.account, own.and_then(|id| Some(id.segments.first()?.1)))?;
    let tail = match own {
        Some(id) if id.is(IN_POOL) => id.name(),
        Some(id) => id.segments.get(1)?.1,
        // The data plane names an application by its name alone.
        None if id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-')) && !id.is_empty() => id,
        None => return None,
    };
    Some(format!(
        "/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Batch/batchAccounts/{account}/applications/{tail}"
    ))
}
