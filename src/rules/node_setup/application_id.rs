//! AB0631: an application package whose id is not that of an application of the account.

use crate::facts::disagreements::APPLICATION_IDS;
use crate::model::{Node, ResourceId, node_setup, path, placeholder};
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
         pool. Les exemples de Microsoft insèrent le pool dans cet ID ; le texte du contrat, non.",
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
    "The id of {0} names a pool, but applications belong to the account.",
    "L’ID de {0} nomme un pool, mais les applications appartiennent au compte.",
    "L’ID di {0} indica un pool, ma le applicazioni appartengono all’account.",
);
static ELSEWHERE: Words = words(
    "The id of {0} names {1} where the pool’s Batch account has {2}.",
    "L’ID de {0} nomme {1} là où le compte Batch du pool a {2}.",
    "L’ID di {0} indica {1}, mentre l’account Batch del pool ha {2}.",
);

const IN_POOL: &str = "Microsoft.Batch/batchAccounts/pools/applications";
/// An application, a version of one, or an application as the official examples write it.
const KINDS: [&str; 3] = [
    "Microsoft.Batch/batchAccounts/applications",
    "Microsoft.Batch/batchAccounts/applications/versions",
    IN_POOL,
];

fn check(context: &Context, report: &mut Report) {
    let target = &context.plan.target;
    let account = [
        (path::SUBSCRIPTION, target.subscription),
        (path::RESOURCE_GROUP, target.resource_group),
        (path::ACCOUNT, target.account),
    ];
    let account = account.map(|(pointer, part)| (pointer, part.filter(|part| !placeholder(part))));
    for (index, package) in context.plan.items_at(node_setup::PACKAGES) {
        let id = package.get("id").and_then(Node::as_text);
        let Some(id) = id.filter(|id| !placeholder(id)) else {
            continue;
        };
        let finding = finding(index, id, &account);
        finding.into_iter().for_each(|finding| report.add(finding));
    }
}

/// Subscription, resource group and account of the plan, as far as they are known, with their pointers.
type Account<'a> = [(&'static str, Option<&'a str>); 3];

fn finding(index: usize, id: &str, account: &Account) -> Option<Finding> {
    let parsed = ResourceId::parse(id).filter(|parsed| KINDS.iter().any(|kind| parsed.is(kind)));
    let own = parsed.as_ref().and_then(|parsed| {
        let account = parsed.segments.first()?.1;
        Some([parsed.subscription, parsed.resource_group, account])
    });
    let differs = own.and_then(|own| {
        let pairs = own.into_iter().zip(account);
        let mut pairs = pairs.filter_map(|(own, (pointer, part))| Some((own, *pointer, (*part)?)));
        pairs.find(|(own, _, part)| !own.eq_ignore_ascii_case(part))
    });
    let name = parsed.as_ref().map_or(id, application);
    let (words, severity, values) = match (&parsed, differs) {
        (None, _) => (&NO_APPLICATION, Severity::Error, vec![name.into()]),
        (_, Some((own, _, part))) => (&ELSEWHERE, Severity::Error, vec![name.into(), own.into(), part.into()]),
        (Some(parsed), None) if parsed.is(IN_POOL) => (&POOL_IN_IT, Severity::Warning, vec![name.into()]),
        _ => return None,
    };
    let pointer = path::child(&path::item(node_setup::PACKAGES, index), "id");
    let mut finding = Finding::new(&RULE, &*pointer, Message::new(words, values)).weigh(severity);
    finding
        .related
        .extend(differs.map(|(_, pointer, _)| pointer.to_owned()));
    match in_account(id, parsed.as_ref(), own, account) {
        Some(right) => Some(finding.offer_text(&pointer, &right)),
        None => Some(finding),
    }
}

/// The name of the application, whether or not its version follows.
fn application<'a>(id: &ResourceId<'a>) -> &'a str {
    let mut segments = id.segments.iter();
    let found = segments.find(|(kind, _)| kind.eq_ignore_ascii_case("applications"));
    found.map_or("", |(_, name)| name)
}

/// The id in the plan’s account, if that and the application are known.
fn in_account(id: &str, parsed: Option<&ResourceId>, own: Option<[&str; 3]>, account: &Account) -> Option<String> {
    const BEFORE: [&str; 3] = [
        "/subscriptions/",
        "/resourceGroups/",
        "/providers/Microsoft.Batch/batchAccounts/",
    ];
    let mut right = String::new();
    for (index, (before, (_, part))) in BEFORE.iter().zip(account).enumerate() {
        right.push_str(before);
        right.push_str(part.or_else(|| own.as_ref()?.get(index).copied())?);
    }
    match parsed {
        Some(parsed) => {
            let below = parsed.segments.iter().skip(1);
            for (kind, name) in below.filter(|(kind, _)| !kind.eq_ignore_ascii_case("pools")) {
                path::push(&mut right, kind);
                path::push(&mut right, name);
            }
        }
        // The data plane names an application by its name alone.
        None if is_name(id) => {
            right.push_str("/applications");
            path::push(&mut right, id);
        }
        None => return None,
    }
    Some(right)
}

fn is_name(id: &str) -> bool {
    let mut bytes = id.bytes();
    !id.is_empty() && bytes.all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}
