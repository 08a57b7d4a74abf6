//! AB0012: a member of the pool body that other api-versions have, but not the plan’s.

use super::trials::Trials;
use super::walk::At;
use crate::facts::contract::{self, Shape};
use crate::facts::contract_sources;
use crate::model::{ApiVersion, Edit, Member, Node, path};
use crate::rules::{Area, Basis, Check, Finding, Rule, Severity, example, fix_titles};
use crate::words::{Arg, Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0012",
    name: "member-not-in-this-version",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Document,
    title: words(
        "Member that the plan’s api-version does not have",
        "Membre absent de l’api-version du plan",
        "Membro che l’api-version del piano non contiene",
    ),
    why: words(
        "Azure Resource Manager checks a body against the api-version of its address and refuses members that belong to another one. Use the name of this version, take the member out, or name a version that has it.",
        "Azure Resource Manager vérifie un corps d’après l’api-version de son adresse et refuse les membres d’une autre version. Employez le nom de cette version, retirez le membre ou indiquez une version qui le contient.",
        "Azure Resource Manager verifica un corpo in base all’api-version del suo indirizzo e rifiuta i membri di un’altra versione. Usare il nome di questa versione, togliere il membro o indicare una versione che lo contiene.",
    ),
    sources: &[contract_sources::MEMBERS],
    fields: &[path::POOL, path::API_VERSION, path::OLD_SLOTS, path::SLOTS],
    versions: None,
    example: example!("AB0012"),
    check: Check::Walk,
};

static SINCE: Words = words(
    "{0} exists only since api-version {1}; this plan is written for {2}.",
    "{0} n’existe qu’à partir de l’api-version {1} ; ce plan est écrit pour {2}.",
    "{0} esiste solo a partire dall’api-version {1}; questo piano è scritto per {2}.",
);
static UNTIL: Words = words(
    "{0} exists only until api-version {1}; this plan is written for {2}.",
    "{0} n’existe que jusqu’à l’api-version {1} ; ce plan est écrit pour {2}.",
    "{0} esiste solo fino all’api-version {1}; questo piano è scritto per {2}.",
);
static REPLACED: Words = words(
    "{0} exists only until api-version {1}; since then {3} takes its place, and this plan is written for {2}.",
    "{0} n’existe que jusqu’à l’api-version {1} ; {3} le remplace depuis, et ce plan est écrit pour {2}.",
    "{0} esiste solo fino all’api-version {1}; da allora lo sostituisce {3}, e questo piano è scritto per {2}.",
);
static REPLACES: Words = words(
    "{0} exists only since api-version {1}; before, {3} stood in its place, and this plan is written for {2}.",
    "{0} n’existe qu’à partir de l’api-version {1} ; auparavant, {3} en tenait lieu, et ce plan est écrit pour {2}.",
    "{0} esiste solo a partire dall’api-version {1}; prima al suo posto c’era {3}, e questo piano è scritto per {2}.",
);
static AWAY: Words = words(
    "{0} exists until api-version {3} and again since {1}; this plan is written for {2}.",
    "{0} existe jusqu’à l’api-version {3}, puis de nouveau depuis {1} ; ce plan est écrit pour {2}.",
    "{0} esiste fino all’api-version {3} e di nuovo da {1}; questo piano è scritto per {2}.",
);

/// The name this member has in the plan’s version, if it has one on the same level.
pub(super) fn called(
    member: &contract::Member,
    known: &'static [contract::Member],
    version: ApiVersion,
) -> Option<&'static contract::Member> {
    known.iter().find(|other| {
        let follows = member.now == Some(other.name) || other.now == Some(member.name);
        follows && other.lives_in(version)
    })
}

/// The finding about `member`, which the contract knows as `known` in other versions and as `twin` in this one;
/// `is_dispensable` says that nothing would be missing without it.
pub(super) fn finding(
    here: &At,
    member: &Member,
    object: &Node,
    known: &'static contract::Member,
    twin: Option<&'static contract::Member>,
    is_dispensable: bool,
    trials: &mut Trials,
) -> Finding {
    let (version, pointer) = (trials.version(), here.pointer());
    let arg = |version: ApiVersion| Arg::from(version.name());
    let gone = known.life.until < version;
    let edge = if gone { known.life.until } else { known.life.since };
    let mut args = vec![Arg::from(known.name), arg(edge), arg(version)];
    let new_name = known.now.filter(|_| gone).or(twin.map(|twin| twin.name));
    let words = match (known.earlier, new_name) {
        (Some(earlier), _) => {
            args.push(arg(earlier.until));
            &AWAY
        }
        (None, Some(name)) => {
            args.push(name.into());
            if gone { &REPLACED } else { &REPLACES }
        }
        (None, None) if gone => &UNTIL,
        (None, None) => &SINCE,
    };
    let mut found = Finding::new(&RULE, &*pointer, Message::new(words, args)).at_text(member.name_span);
    if let Some((title, edits)) = renamed(member, object, known, twin, &pointer) {
        // The value stays; only its name or place is another.
        found = found.fix(title, edits).safe(true);
    }
    // Nobody should go back to what has a successor.
    let is_past = gone && new_name.is_some();
    let other = (!is_past).then(|| trials.version_for(known.life, (RULE.id, &pointer)));
    let other = other.flatten().map(|version| (gone, use_version(version)));
    if let Some((false, (title, edits))) = &other {
        found = found.fix(title.clone(), edits.clone());
    }
    // Without it, what takes its place would be missing.
    if is_dispensable {
        found = found.fix(
            Message::new(&fix_titles::REMOVE, [known.name.into()]),
            [Edit::remove(pointer)],
        );
    }
    // Going back to an older version comes last: those are to be retired.
    match other {
        Some((true, (title, edits))) => found.fix(title, edits),
        _ => found,
    }
}

/// The edit that writes the plan for another version.
pub(super) fn use_version(version: ApiVersion) -> (Message, [Edit; 1]) {
    (
        Message::new(&fix_titles::USE_VERSION, [version.name().into()]),
        [Edit::set(path::API_VERSION, Node::text(version.name()))],
    )
}

/// The value under the name it has in this version, where that takes the same value.
fn renamed(
    member: &Member,
    object: &Node,
    known: &'static contract::Member,
    twin: Option<&'static contract::Member>,
    pointer: &str,
) -> Option<(Message, Vec<Edit>)> {
    if let Some(twin) = twin {
        let plain = !matches!(twin.shape, Shape::Object(_)) && object.get(twin.name).is_none();
        return plain.then(|| {
            (
                Message::new(&fix_titles::RENAME, [twin.name.into()]),
                vec![Edit::rename(pointer, twin.name)],
            )
        });
    }
    // `managedDisk.storageAccountType`: one level down, for a text.
    let (outer, inner) = known.now?.split_once('.')?;
    let free = object.get(outer).is_none() && member.node.as_text().is_some();
    let (parent, _) = path::split_last(pointer)?;
    free.then(|| {
        let target = path::child(&path::child(parent, outer), inner);
        (
            Message::new(&fix_titles::MOVE, [known.now.unwrap_or_default().into()]),
            vec![Edit::set(target, member.node.clone()), Edit::remove(pointer)],
        )
    })
}
