//! AB0011: a member of the pool body that no api-version has.

use super::walk::At;
use crate::facts::{contract, contract_sources};
use crate::model::{ApiVersion, Edit, Member, Node, Value, path};
use crate::rules::near::nearest;
use crate::rules::{Area, Basis, Check, Context, Finding, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, joined, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0011",
    name: "unknown-member",
    severity: Severity::Error,
    basis: Basis::Contract,
    area: Area::Document,
    title: words(
        "Member that no api-version has",
        "Membre qu’aucune api-version ne contient",
        "Membro che nessuna api-version contiene",
    ),
    why: words(
        "Azure Resource Manager refuses a body with a member it does not know (`InvalidRequestBody`), and so nothing is created. Correct the name or take the member out.",
        "Azure Resource Manager refuse un corps contenant un membre inconnu (`InvalidRequestBody`) ; rien n’est donc créé. Corrigez le nom ou retirez le membre.",
        "Azure Resource Manager rifiuta un corpo con un membro sconosciuto (`InvalidRequestBody`), quindi non viene creato nulla. Correggere il nome o togliere il membro.",
    ),
    sources: &[contract_sources::MEMBERS],
    fields: &[path::POOL],
    versions: None,
    example: example!("AB0011"),
    check: Check::Walk,
};

static PLAIN: Words = words(
    "{0} is not a member of {1} in any api-version.",
    "{0} n’est un membre de {1} dans aucune api-version.",
    "{0} non è un membro di {1} in nessuna api-version.",
);
static NEAR: Words = words(
    "{0} is not a member of {1}; perhaps {2} was meant.",
    "{0} n’est pas un membre de {1} ; il s’agit peut-être de {2}.",
    "{0} non è un membro di {1}; forse si intendeva {2}.",
);
static ELSEWHERE: Words = words(
    "{0} does not belong in {1}, but in {2}.",
    "{0} n’a pas sa place dans {1}, mais dans {2}.",
    "{0} non va in {1}, ma in {2}.",
);
static NEAR_ELSEWHERE: Words = words(
    "{0} is not a member of {1}; perhaps {2} in {3} was meant.",
    "{0} n’est pas un membre de {1} ; il s’agit peut-être de {2} dans {3}.",
    "{0} non è un membro di {1}; forse si intendeva {2} in {3}.",
);

static BLANKS: Words = words(
    "The name {0} has blanks around it: the member of {2} is {1}.",
    "Le nom {0} est entouré d’espaces : le membre de {2} est {1}.",
    "Il nome {0} è circondato da spazi: il membro di {2} è {1}.",
);

/// Names of the other interface, the data plane’s, where they are not near: what they are called here.
const OF_THE_DATA_PLANE: [(&str, &str); 1] = [("virtualMachineImageId", "id")];

/// A name that stands in more places than this says nothing about where it belongs.
const PLACES: usize = 2;

/// The name among `known` that was most likely meant.
pub(super) fn meant(name: &str, known: &'static [contract::Member], version: ApiVersion) -> Option<&'static str> {
    let living = || {
        let members = known.iter();
        members
            .filter(|member| member.lives_in(version) && !member.read_only)
            .map(|member| member.name)
    };
    let plain = name.trim();
    let mut others = OF_THE_DATA_PLANE.iter();
    let other = others.find(|(other, own)| other.eq_ignore_ascii_case(plain) && living().any(|name| name == *own));
    other.map(|(_, own)| *own).or_else(|| nearest(plain, living()))
}

/// The finding about a member of `object`; `meant` is the name it most likely stands for.
pub(super) fn finding(
    here: &At,
    member: &Member,
    object: &Node,
    meant: Option<&'static str>,
    context: &Context,
) -> Finding {
    let (name, parent, pointer) = (member.name.as_str(), here.parent_label(), here.pointer());
    let remove = (
        Message::new(&fix_titles::REMOVE, [name.into()]),
        [Edit::remove(&*pointer)],
    );
    if let Some(near) = meant {
        let message = match name.trim().eq_ignore_ascii_case(near) {
            true => Message::new(&BLANKS, [name.into(), near.into(), parent.into()]),
            false => Message::new(&NEAR, [name.into(), parent.into(), near.into()]),
        };
        let found = Finding::new(&RULE, &*pointer, message).at_text(member.name_span);
        return match object.get(near) {
            Some(_) => found.fix(remove.0, remove.1),
            None => found.fix(
                Message::new(&fix_titles::RENAME, [near.into()]),
                [Edit::rename(pointer, near)],
            ),
        };
    }
    let version = context.plan.api_version();
    let places = places(version);
    let exact: Vec<&Place> = places
        .iter()
        .filter(|place| place.member.name.eq_ignore_ascii_case(name))
        .collect();
    if let Some(place) = exact.first().filter(|_| exact.len() <= PLACES) {
        let message = Message::new(&ELSEWHERE, [name.into(), parent.into(), place.dotted().into()]);
        let found = Finding::new(&RULE, &*pointer, message).at_text(member.name_span);
        return match place.open_pointer(context, version) {
            Some(target) => found
                .fix(
                    Message::new(&fix_titles::MOVE, [place.dotted().into()]),
                    [Edit::set(target, member.node.clone()), Edit::remove(pointer)],
                )
                .safe(true),
            None => found.fix(remove.0, remove.1),
        };
    }
    let near = nearest(name, places.iter().map(|place| place.member.name));
    let near = near.and_then(|near| {
        let mut all = places.iter().filter(|place| place.member.name == near);
        all.next().filter(|_| all.next().is_none())
    });
    let message = match near {
        Some(place) => Message::new(
            &NEAR_ELSEWHERE,
            [
                name.into(),
                parent.into(),
                place.member.name.into(),
                place.dotted().into(),
            ],
        ),
        None => Message::new(&PLAIN, [name.into(), parent.into()]),
    };
    // What no member resembles was meant for none.
    Finding::new(&RULE, pointer, message)
        .at_text(member.name_span)
        .fix(remove.0, remove.1)
        .safe(near.is_none())
}

/// A member of the contract and the members on the way to it.
struct Place {
    way: Vec<Step>,
    member: &'static contract::Member,
}

/// One object on the way.
#[derive(Clone, Copy)]
struct Step {
    member: &'static contract::Member,
    /// Whether the way goes on in the items of a list.
    list: bool,
}

impl Place {
    /// The object it belongs in: `properties.networkConfiguration`.
    fn dotted(&self) -> String {
        let names = self.way.iter().map(|step| {
            let items = if step.list { "[]" } else { "" };
            format!("{}{items}", step.member.name)
        });
        let dotted = joined(&names.collect::<Vec<_>>(), ".");
        if dotted.is_empty() { "pool".to_owned() } else { dotted }
    }

    /// Where it can be put without touching anything else and without a new object that lacks something.
    fn open_pointer(&self, context: &Context, version: ApiVersion) -> Option<String> {
        if self.way.iter().any(|step| step.list) {
            return None;
        }
        let is_object = |node: &Node| matches!(node.value, Value::Object(_));
        let mut node = context.plan.pool.body.filter(|body| is_object(body))?;
        let mut pointer = path::POOL.to_owned();
        for (depth, step) in self.way.iter().enumerate() {
            match node.get(step.member.name) {
                Some(inner) => node = Some(inner).filter(|inner| is_object(inner))?,
                // Deeper than this, a new object could stand beside one that excludes it.
                None if depth > 1 || self.lacks_something(depth, version) => return None,
                None => {
                    let rest = self.way.iter().skip(depth).map(|step| step.member);
                    let rest = rest.chain([self.member]);
                    return Some(rest.fold(pointer, |at, member| path::child(&at, member.name)));
                }
            }
            pointer = path::child(&pointer, step.member.name);
        }
        node.get(self.member.name)
            .is_none()
            .then(|| path::child(&pointer, self.member.name))
    }

    /// Whether one of the objects to be made, from this depth on, needs more than the next one on the way.
    fn lacks_something(&self, depth: usize, version: ApiVersion) -> bool {
        let next = self.way.iter().skip(depth + 1).map(|step| step.member);
        let mut made = self.way.iter().skip(depth).zip(next.chain([self.member]));
        made.any(|(step, next)| match step.member.shape {
            contract::Shape::Object(all) => all
                .iter()
                .any(|other| other.required_in(version) && other.name != next.name),
            _ => true,
        })
    }
}

/// Every member that a request of this version may have.
fn places(version: ApiVersion) -> Vec<Place> {
    let mut found = Vec::new();
    collect(contract::POOL, &mut Vec::new(), version, &mut found);
    found
}

fn collect(members: &'static [contract::Member], way: &mut Vec<Step>, version: ApiVersion, found: &mut Vec<Place>) {
    for member in members {
        if member.read_only || !member.lives_in(version) {
            continue;
        }
        found.push(Place {
            way: way.clone(),
            member,
        });
        let (inner, list) = match &member.shape {
            contract::Shape::Object(inner) => (*inner, false),
            contract::Shape::List(contract::Shape::Object(inner)) => (*inner, true),
            _ => continue,
        };
        way.push(Step { member, list });
        collect(inner, way, version, found);
        way.pop();
    }
}
