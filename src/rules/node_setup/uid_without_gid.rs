//! AB0614: a user’s number without the group’s, or the other way round.

use super::shapes::{add, has, offer_removal};
use crate::facts::pages;
use crate::model::{OsType, node_setup, path};
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0614",
    name: "uid-without-gid",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::NodeSetup,
    title: words(
        "A `uid` without a `gid`, or a `gid` without a `uid`",
        "Un `uid` sans `gid`, ou un `gid` sans `uid`",
        "Un `uid` senza `gid`, o un `gid` senza `uid`",
    ),
    why: words(
        "The numbers of a Linux user and of its group are given together or not at all. Left out, the operating system \
         picks both.",
        "Les numéros d’un utilisateur Linux et de son groupe s’indiquent ensemble ou pas du tout. En leur absence, le \
         système d’exploitation choisit les deux.",
        "I numeri di un utente Linux e del suo gruppo si indicano insieme o per niente. Se mancano, li sceglie entrambi il \
         sistema operativo.",
    ),
    sources: &[pages::CONTRACT.says(
        "`uid` and `gid` must be specified together or not at all.",
        "`uid` et `gid` doivent être indiqués ensemble ou pas du tout.",
        "`uid` e `gid` vanno indicati insieme o per niente.",
    )],
    fields: &[node_setup::USERS],
    versions: None,
    example: example!("AB0614"),
    check: Check::Own(check),
};

static SAY: Words = words(
    "The Linux user has {0}, but not {1}.",
    "L’utilisateur Linux a {0}, mais pas {1}.",
    "L’utente Linux ha {0}, ma non {1}.",
);

fn check(context: &Context, report: &mut Report) {
    // On Windows all of it is ignored, which another rule says.
    if context.plan.node_os() == Some(OsType::Windows) {
        return;
    }
    for (index, user) in context.plan.items_at(node_setup::USERS) {
        let Some(linux) = user.get("linuxUserConfiguration") else {
            continue;
        };
        let (given, missing) = match (has(linux, "uid"), has(linux, "gid")) {
            (true, false) => ("uid", "gid"),
            (false, true) => ("gid", "uid"),
            _ => continue,
        };
        add(report, &RULE, RULE.severity, &mut || {
            let user = path::child(&path::item(node_setup::USERS, index), "linuxUserConfiguration");
            let pointer = path::child(&user, given);
            let message = Message::new(&SAY, [given.into(), missing.into()]);
            offer_removal(Finding::new(&RULE, &*pointer, message), pointer, given)
        });
    }
}
