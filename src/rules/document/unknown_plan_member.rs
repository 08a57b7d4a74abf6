//! AB0004: a member beside the pool that the plan format does not have.

use super::plan_format::{self, PLAN, Part, Seen};
use crate::facts::{contract, contract_sources};
use crate::model::{Edit, Member, Node, Value, path};
use crate::rules::near::nearest;
use crate::rules::{Area, Basis, Check, Context, Finding, Report, Rule, Severity, example, fix_titles};
use crate::words::{Message, Words, words};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AB0004",
    name: "unknown-plan-member",
    severity: Severity::Warning,
    basis: Basis::Documented,
    area: Area::Document,
    title: words(
        "Member that the plan format does not have",
        "Membre inconnu du format de plan",
        "Membro sconosciuto al formato del piano",
    ),
    why: words(
        "Only the pool is sent; the other parts of a plan say what the body cannot. A name the format does not have is not looked at, so what it says is not checked.",
        "Seul le pool est envoyé ; les autres parties d’un plan indiquent ce que le corps ne peut pas dire. Un nom inconnu du format n’est pas pris en compte ; ce qu’il indique n’est donc pas vérifié.",
        "Viene inviato solo il pool; le altre parti di un piano dicono ciò che il corpo non può dire. Un nome sconosciuto al formato non viene considerato, quindi ciò che dice non è verificato.",
    ),
    sources: &[contract_sources::ADDRESS],
    fields: &[
        path::TARGET,
        path::QUOTAS,
        path::IMAGE,
        path::NEIGHBOURS,
        path::ACCEPTED,
        path::READINGS,
    ],
    versions: None,
    example: example!("AB0004"),
    check: Check::Own(check),
};

static UNKNOWN: Words = words(
    "The plan format has no {0} here.",
    "Le format de plan n’a pas de {0} ici.",
    "Il formato del piano non prevede {0} qui.",
);
static NEAR: Words = words(
    "The plan format has no {0} here; perhaps {1} was meant.",
    "Le format de plan n’a pas de {0} ici ; il s’agit peut-être de {1}.",
    "Il formato del piano non prevede {0} qui; forse si intendeva {1}.",
);
static OF_THE_POOL: Words = words(
    "{0} belongs to the body of the request, in {1}.",
    "{0} appartient au corps de la requête, dans {1}.",
    "{0} appartiene al corpo della richiesta, in {1}.",
);

fn check(context: &Context, report: &mut Report) {
    let root = context.plan.root;
    // A text without any part of a plan is no plan that was misspelt: that there is no pool says it all.
    if !PLAN.iter().any(|part| root.get(part.name).is_some()) {
        return;
    }
    plan_format::each(root, &mut |seen| {
        if let Seen::Unknown(member, object, parts, pointer) = seen {
            report.add_with(&RULE, RULE.severity, || finding(root, member, object, parts, pointer));
        }
    });
}

fn finding(root: &Node, member: &Member, object: &Node, parts: &'static [Part], pointer: String) -> Finding {
    let name = member.name.as_str();
    let at_root = pointer.matches('/').count() == 1;
    let body = contract::POOL
        .iter()
        .find(|known| known.name == name && !known.read_only);
    if let Some(known) = body.filter(|_| at_root) {
        let target = path::child(path::POOL, known.name);
        let message = Message::new(&OF_THE_POOL, [name.into(), path::last(path::POOL).into()]);
        let found = Finding::new(&RULE, &*pointer, message).at_text(member.name_span);
        let free = root
            .get("pool")
            .is_none_or(|pool| matches!(pool.value, Value::Object(_)))
            && root.at(&target).is_none();
        return match free {
            true => found
                .fix(
                    Message::new(&fix_titles::MOVE, [path::last(path::POOL).into()]),
                    [Edit::set(target, member.node.clone()), Edit::remove(pointer)],
                )
                .safe(true),
            false => found,
        };
    }
    let near = nearest(name, parts.iter().map(|part| part.name));
    let message = match near {
        Some(near) => Message::new(&NEAR, [name.into(), near.into()]),
        None => Message::new(&UNKNOWN, [name.into()]),
    };
    let found = Finding::new(&RULE, &*pointer, message).at_text(member.name_span);
    match near.filter(|near| object.get(near).is_none()) {
        Some(near) => found.fix(
            Message::new(&fix_titles::RENAME, [near.into()]),
            [Edit::rename(pointer, near)],
        ),
        None => found.fix(
            Message::new(&fix_titles::REMOVE, [name.into()]),
            [Edit::remove(pointer)],
        ),
    }
}
