//! AB0002: a name that stands more than once in an object.

use crate::facts::contract_sources;
use crate::model::{Edit, Member, Node, Sorted, names, path};
use crate::rules::{Area, Basis, Check, Finding, Report, Rule, Severity, example};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0002",
    name: "duplicate-member",
    severity: Severity::Error,
    basis: Basis::Documented,
    area: Area::Document,
    title: words(
        "Member that stands twice in one object",
        "Membre présent deux fois dans un objet",
        "Membro presente due volte in un oggetto",
    ),
    why: words(
        "Readers disagree about duplicates: most keep the last, some refuse the text. Here the last one counts; leave only the one that is meant.",
        "Les lecteurs traitent différemment les doublons : la plupart gardent le dernier, certains refusent le texte. Ici, le dernier compte ; ne laissez que celui qui convient.",
        "I lettori trattano i duplicati in modo diverso: la maggior parte conserva l’ultimo, alcuni rifiutano il testo. Qui conta l’ultimo; lasciare solo quello voluto.",
    ),
    sources: &[contract_sources::NAMES_ONCE],
    fields: &[""],
    versions: None,
    example: example!("AB0002"),
    check: Check::Walk,
};

static TWICE: Words = words(
    "{0} already stands in this object; the last one counts.",
    "{0} figure déjà dans cet objet ; le dernier compte.",
    "{0} è già presente in questo oggetto; conta l’ultimo.",
);
static KEEP_LAST: Words = words(
    "Keep only the last",
    "Ne garder que le dernier",
    "Conserva solo l’ultimo",
);

/// Looks through a value and all below it.
pub(super) fn find(node: &Node, at: &mut String, report: &mut Report) {
    let members = node.members();
    if members.len() > 1 && members.len() > node.counting_members().count() {
        tell(members, at, report);
    }
    let length = at.len();
    for member in members {
        if has_parts(&member.node) {
            path::push(at, &member.name);
            find(&member.node, at, report);
            at.truncate(length);
        }
    }
    for (index, item) in node.items().iter().enumerate().filter(|(_, item)| has_parts(item)) {
        path::push(at, &index.to_string());
        find(item, at, report);
        at.truncate(length);
    }
}

fn has_parts(node: &Node) -> bool {
    !node.members().is_empty() || !node.items().is_empty()
}

/// One finding for each name, at its second place.
fn tell(members: &[Member], at: &str, report: &mut Report) {
    let sorted = Sorted::new(names(members));
    for (index, member) in members.iter().enumerate() {
        let name = member.name.as_str();
        let places = sorted.places(name);
        let number = places.len();
        // The second place of a name speaks for all of them.
        if places.get(1).is_none_or(|(_, second)| *second != index) {
            continue;
        }
        report.add_with(&RULE, RULE.severity, || {
            let pointer = path::child(at, &member.name);
            // An edit reaches the last of them: each goes in turn, and the first then takes the value that counts.
            let mut edits = vec![Edit::remove(&*pointer); number - 1];
            let last = members.iter().rev().find(|other| other.name == name);
            edits.extend(last.map(|last| Edit::set(&*pointer, last.node.clone())));
            Finding::new(&RULE, pointer, Message::new(&TWICE, [member.name.as_str().into()]))
                .at_text(member.name_span)
                .fix(&KEEP_LAST, edits)
        });
    }
}
